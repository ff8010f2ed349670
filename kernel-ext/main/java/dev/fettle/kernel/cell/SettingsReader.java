package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.chart.Plots;
import dev.fettle.space.text.Mistake;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the options about the run into settings, and collects what is wrong with them. */
final class SettingsReader {
    private final Options options;
    private final Header header;
    private final List<Mistake> mistakes;

    SettingsReader(Options options, List<Mistake> mistakes) {
        this.options = options;
        this.header = options.header();
        this.mistakes = mistakes;
    }

    /** The number behind {@code --seed}; {@code random} is another one each time. */
    long seed() {
        Optional<Header.Word> word = header.option(Option.SEED);
        if (word.filter(w -> w.text().equals("random")).isPresent()) {
            return new java.security.SecureRandom().nextInt(Integer.MAX_VALUE);
        }
        Long seed = options.number(Option.SEED);
        return seed == null ? 42 : seed;
    }

    /** All settings; null if there is any mistake, here or before. */
    @Nullable
    Settings read(@Nullable Subject subject, long seed) {
        boolean model = header.has(Option.MODEL);
        int all = header.method() == Method.GRID ? Budget.ALL : Method.TRIALS;
        int trials = options.count(Option.TRIALS, 1, all);
        Budget budget = new Budget(
                trials,
                options.time(Option.TIME),
                options.real(Option.UNTIL),
                options.count(Option.PATIENCE, 1, Budget.ALL),
                Budget.OnError.valueOf(
                        options.word(Option.ON_ERROR, List.of("skip", "stop")).toUpperCase(Locale.ROOT)));
        int jobs = options.count(Option.JOBS, 1, model ? Runtime.getRuntime().availableProcessors() : 1);
        int batch = options.count(Option.BATCH, 1, 1);
        String live = options.word(Option.LIVE, List.of("html", "text", "off"));
        String figure = options.word(Option.FIGURE, List.of("svg", "png"));
        List<String> plots = plots();
        int show = options.count(Option.SHOW, 1, 5);
        var trialTime = options.time(Option.TRIAL_TIME);
        if (!mistakes.isEmpty() || subject == null) {
            return null;
        }
        Header.Word name = header.name();
        return new Settings(
                header.method(),
                name == null ? null : name.text(),
                subject,
                budget,
                seed,
                jobs,
                batch,
                header.has(Option.QMC),
                trialTime,
                header.option(Option.FROM).map(Header.Word::text).orElse(null),
                header.has(Option.DRY_RUN),
                live,
                header.has(Option.QUIET),
                show,
                plots,
                plots.contains("none") ? "none" : figure);
    }

    /** Panels of the figure, or none. */
    private List<String> plots() {
        Optional<Header.Word> given = header.option(Option.PLOT);
        if (given.isEmpty() || given.get().text().equals("none")) {
            return given.isEmpty() ? List.of() : List.of("none");
        }
        List<String> kinds = List.of(given.get().text().split(",", -1));
        Plots plots = Plots.found();
        for (String kind : kinds) {
            if (!plots.panels().contains(kind)) {
                mistakes.add(given.get()
                        .says("Plot (" + kind + ") of a report must be one of "
                                + String.join(", ", plots.panels()) + ", or none"
                                + (plots.names().contains(kind)
                                        ? "; the others are drawn by  %tune plot NAME " + kind + "."
                                        : ".")
                                + Maybe.sentence(kind, plots.panels())));
            }
        }
        return kinds;
    }

    /** A variable that is no study must not be overwritten. */
    void checkName(Notebook notebook) {
        Header.Word name = header.name();
        if (name == null) {
            return;
        }
        Optional<String> type = notebook.typeOf(name.text());
        if (type.isPresent() && !Surroundings.isStudy(type.get())) {
            mistakes.add(name.says("Name (" + name.text() + ") must be free or a study; it is a variable of type "
                    + type.get() + ". Maybe " + name.text() + "Study."));
        }
        if (javax.lang.model.SourceVersion.isKeyword(name.text())) {
            mistakes.add(name.says("Name (" + name.text() + ") must not be a keyword of Java."));
        }
    }

    /** {@code --like} and {@code --from} must name studies of the notebook. */
    static boolean checkStudy(Header.Word word, Option option, Set<String> studies, List<Mistake> mistakes) {
        if (studies.contains(word.text())) {
            return true;
        }
        String known = studies.isEmpty() ? "there is none yet" : "one of " + String.join(", ", studies);
        mistakes.add(word.says("Study (" + word.text() + ") behind --" + option.id()
                + " must have run in this notebook: " + known + "." + Maybe.sentence(word.text(), studies)));
        return false;
    }
}
