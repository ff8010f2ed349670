package dev.fettle.kernel.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of the cell magics that are built. */
public enum Option {
    TRIALS(Group.SEARCH, 'n', "N", "grid: all points; random: 60", "the total number of trials"),
    TIME(Group.SEARCH, 't', "10m", null, "time for the run: 90s, 10m, 2h"),
    UNTIL(Group.SEARCH, 'u', "0.97", null, "stop at a score that is good enough"),
    PATIENCE(Group.SEARCH, null, "N", null, "stop after so many trials without progress"),
    QMC(Group.SEARCH, null, null, null, "random search: scrambled Sobol points, which leave no gaps"),
    BATCH(Group.SEARCH, null, "K", "1", "points proposed from one history, by methods that learn"),
    SEED(Group.SEARCH, 's', "N|random", "42", "names all random numbers"),
    FROM(Group.SEARCH, null, "OTHER", null, "tries the best points of an earlier study first"),
    LIKE(Group.SEARCH, null, "OTHER", null, "space, model, data, metric of an earlier study"),
    MODEL(Group.MODEL, 'm', "M", null, "the model to tune: mlp"),
    DATA(Group.MODEL, 'd', "D", null, "a Table of the notebook, else iris, wine, breast_cancer, digits or diabetes"),
    TARGET(Group.MODEL, 'y', "T", "the last column", "the column to predict"),
    CV(Group.MODEL, 'k', "K", "5", "folds, stratified for classes"),
    METRIC(Group.MODEL, null, "M,…", "accuracy or rmse", "the first is the goal"),
    TEST(Group.MODEL, null, "F", "0", "share of rows kept for one look at the end"),
    OBJECTIVE(Group.JAVA, 'f', "f", null, "a method  double f(Point p)  or an Objective variable"),
    JOBS(Group.RUN, 'j', "K", "the cores; 1 for Java", "evaluations at once; the result does not depend on it"),
    ON_ERROR(Group.RUN, null, "skip|stop", "skip", "stop: the first trial that fails ends the run"),
    TRIAL_TIME(Group.RUN, null, "30s", null, "a trial over its time is interrupted, and failed"),
    DRY_RUN(Group.RUN, null, null, null, "shows the space, times one point, runs nothing else"),
    LIVE(Group.SHOW, 'l', "html|text|off", "html", "what is shown while it runs"),
    QUIET(Group.SHOW, 'q', null, null, "the summary sentence alone"),
    SHOW(Group.SHOW, null, "N", "5", "rows in the report"),
    PLOT(Group.SHOW, 'p', "a,b|none", "by method", "panels of the figure, from the plots below"),
    FIGURE(Group.SHOW, null, "svg|png", "svg", "png for files meant for GitHub"),
    HELP(Group.SHOW, null, null, null, "this page");

    /** What options are about, in the order of the help page. */
    enum Group {
        SEARCH("Search"),
        MODEL("Model and data"),
        JAVA("Java instead of a model"),
        RUN("Run"),
        SHOW("Display");

        private final String title;

        Group(String title) {
            this.title = title;
        }
    }

    /** Of the language, and not built yet. */
    static final List<String> LATER = List.of(
            "init",
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
            "journal",
            "restart",
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

    /** Of those, the ones that take no value. */
    static final List<String> LATER_FLAGS = List.of("shuffle", "train-scores", "replicate", "polish", "restart");

    private final Group group;
    private final @Nullable Character letter;
    private final @Nullable String argument;
    private final @Nullable String standard;
    private final String meaning;

    Option(
            Group group,
            @Nullable Character letter,
            @Nullable String argument,
            @Nullable String standard,
            String meaning) {
        this.group = group;
        this.letter = letter;
        this.argument = argument;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** Without the dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takesValue() {
        return argument != null;
    }

    /** Whether it says what is tuned, and means nothing where Java is. */
    public boolean isOfModel() {
        return group == Group.MODEL;
    }

    static List<String> names(Method method) {
        return Arrays.stream(values())
                .filter(method::takes)
                .map(o -> "--" + o.id())
                .toList();
    }

    /** The option that is written {@code --id} or {@code -x}. */
    public static Optional<Option> of(String written) {
        return Arrays.stream(values())
                .filter(o -> written.equals("--" + o.id()) || (o.letter != null && written.equals("-" + o.letter)))
                .findFirst();
    }

    /** How it is written. */
    String example() {
        return "--" + id() + (argument == null ? "" : " " + argument);
    }

    /** All options of a method in groups, one a line. */
    public static String help(Method method) {
        return Arrays.stream(Group.values())
                .map(group -> group.title + "\n"
                        + Arrays.stream(values())
                                .filter(o -> o.group == group && method.takes(o))
                                .map(Option::line)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private String line() {
        String left = (letter == null ? "    " : "-" + letter + ", ") + example();
        return String.format(Locale.ROOT, "  %-24s %s%s", left, meaning, standard == null ? "" : " (" + standard + ")");
    }
}
