package dev.fettle.kernel.magic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of the cell magics that are built. */
enum Option {
    TRIALS('n', "N", "all points", "the total number of trials"),
    TIME('t', "10m", null, "time for the run: 90s, 10m, 2h"),
    UNTIL('u', "0.97", null, "stop at a score that is good enough"),
    PATIENCE(null, "N", null, "stop after so many trials without progress"),
    SEED('s', "N", "42", "names all random numbers"),
    JOBS('j', "K", "the cores", "evaluations at once; the result does not depend on it"),
    MODEL('m', "M", null, "the model to tune: mlp"),
    DATA('d', "D", null, "a Table of the notebook, else iris, wine, breast_cancer, digits or diabetes"),
    TARGET('y', "T", "the last column", "the column to predict"),
    CV('k', "K", "5", "folds, stratified for classes"),
    METRIC(null, "M,…", "accuracy or rmse", "the first is the goal"),
    TEST(null, "F", "0", "share of rows kept for one look at the end"),
    LIVE('l', "html|text|off", "html", "what is shown while it runs"),
    QUIET('q', null, null, "the summary sentence alone"),
    SHOW(null, "N", "5", "rows in the report"),
    PLOT('p', "none", null, "none leaves the figure out"),
    FIGURE(null, "svg|png", "svg", "png for files meant for GitHub"),
    HELP(null, null, null, "this page");

    /** Of LANGUAGE.md, and not built yet. */
    static final List<String> LATER = List.of(
            "init",
            "batch",
            "folds",
            "shuffle",
            "repeat",
            "group",
            "weights",
            "drop",
            "positive",
            "scale",
            "train-scores",
            "nested",
            "replicate",
            "prune",
            "polish",
            "qmc",
            "objective",
            "like",
            "on-error",
            "trial-time",
            "journal",
            "restart",
            "from",
            "dry-run",
            "population",
            "generations",
            "crossover",
            "mutation",
            "tournament",
            "elite",
            "particles",
            "iterations",
            "rate",
            "steps",
            "optimizer",
            "sigma",
            "resource",
            "max",
            "eta");

    private final @Nullable Character letter;
    private final @Nullable String argument;
    private final @Nullable String standard;
    private final String meaning;

    Option(@Nullable Character letter, @Nullable String argument, @Nullable String standard, String meaning) {
        this.letter = letter;
        this.argument = argument;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** Without the dashes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesValue() {
        return argument != null;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(o -> "--" + o.id()).toList();
    }

    /** The option that is written {@code --id} or {@code -x}. */
    static Optional<Option> of(String written) {
        return Arrays.stream(values())
                .filter(o -> written.equals("--" + o.id()) || (o.letter != null && written.equals("-" + o.letter)))
                .findFirst();
    }

    /** How it is written. */
    String example() {
        return "--" + id() + (argument == null ? "" : " " + argument);
    }

    /** One line of help. */
    String help() {
        String left = (letter == null ? "    " : "-" + letter + ", ") + example();
        return String.format(Locale.ROOT, "  %-24s %s%s", left, meaning, standard == null ? "" : " (" + standard + ")");
    }
}
