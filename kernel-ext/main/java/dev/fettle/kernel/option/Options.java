package dev.fettle.kernel.option;

import dev.fettle.data.Bundled;
import dev.fettle.data.Roles;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.ink.Format;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The options that all methods have. */
public final class Options {
    public static final Option<Optional<Integer>> TRIALS = Option.optional(
                    Group.LIMITS, "trials", Argument.count("N", 1), "the total number of trials")
            .withLetter('n')
            .withShown(method -> method.total().shown());

    public static final Option<Optional<Duration>> TIME = Option.optional(
                    Group.LIMITS, "time", Argument.time("10m"), "time for the run: 90s, 10m, 2h")
            .withLetter('t');

    public static final Option<Optional<Double>> UNTIL = Option.optional(
                    Group.LIMITS, "until", Argument.real("0.97"), "stop at a score that is good enough")
            .withLetter('u');

    public static final Option<Optional<Integer>> PATIENCE = Option.optional(
            Group.LIMITS, "patience", Argument.count("N", 1), "stop after so many trials without progress");

    public static final Option<Integer> BATCH = Option.of(
            Group.SEARCH,
            "batch",
            Argument.count("K", 1),
            1,
            "points proposed from one history, by methods that learn");

    public static final Option<Long> SEED = Option.of(Group.SEARCH, "seed", seed(), 42L, "names all random numbers")
            .withLetter('s')
            .asSettable();

    public static final Option<Optional<String>> FROM = Option.optional(
            Group.SEARCH,
            "from",
            Argument.text("OTHER"),
            "tries the best points of an earlier study first; methods that learn know all its results; OTHER is a study here, or FILE|URL#NAME");

    public static final Option<Optional<String>> LIKE = Option.optional(
            Group.SEARCH, "like", Argument.text("OTHER"), "space, model, data, metric of an earlier study");

    public static final Option<Optional<List<String>>> MODEL = Option.optional(
                    Group.MODEL,
                    "model",
                    Argument.texts("M,…"),
                    "what is tuned: a model that %tune models lists, or a method of the notebook; several are compared")
            .withLetter('m');

    public static final Option<Optional<String>> DATA = Option.optional(
                    Group.MODEL,
                    "data",
                    Argument.java("D"),
                    "a Table of the notebook or ${java}, a file.csv, else " + String.join(", ", Bundled.NAMES))
            .withLetter('d');

    public static final Option<Optional<String>> TARGET = Option.optional(
                    Group.MODEL, "target", Argument.text("T"), "the column to predict")
            .withLetter('y')
            .withShown(method -> "the last column");

    public static final Option<Optional<List<String>>> DROP =
            Option.optional(Group.MODEL, "drop", Argument.texts("COL,…"), "columns that are left out");

    public static final Option<Optional<Roles.Learning>> TASK = Option.optional(
                    Group.MODEL,
                    "task",
                    Argument.word(List.of(Roles.Learning.values())),
                    "what to make of numbers as target")
            .withShown(method -> "by the metric");

    public static final Option<Integer> CV = Option.of(
                    Group.MODEL, "cv", Argument.count("K", 2), 5, "folds, stratified for classes")
            .withLetter('k');

    public static final Option<Optional<String>> FOLDS = Option.optional(
                    Group.MODEL,
                    "folds",
                    Argument.text("KIND"),
                    "stratified, plain, group, time, leave-one-out, or a column or variable of folds")
            .withShown(method -> "stratified; plain for values");

    public static final Option<Boolean> SHUFFLE =
            Option.flag(Group.MODEL, "shuffle", "rows are shuffled by the seed before they are dealt to folds");

    public static final Option<Optional<Integer>> REPEAT = Option.optional(
            Group.MODEL, "repeat", Argument.count("R", 1), "folds of rows that are shuffled anew, so many times");

    public static final Option<Optional<String>> GROUP = Option.optional(
            Group.MODEL, "group", Argument.text("COL"), "rows with the same value stay together in a fold");

    public static final Option<Integer> GAP = Option.of(
            Group.MODEL, "gap", Argument.count("N", 0), 0, "rows left out before those that a fold of time tests");

    public static final Option<Optional<String>> WEIGHTS = Option.optional(
            Group.MODEL,
            "weights",
            Argument.text("COL"),
            "how much each row counts, in training and in scores, of at least 0");

    public static final Option<Optional<String>> POSITIVE = Option.optional(
                    Group.MODEL,
                    "positive",
                    Argument.text("CLASS"),
                    "which of two classes f1, precision, recall and roc_auc are about")
            .withShown(method -> "the second by name");

    public static final Option<Optional<List<String>>> METRIC = Option.optional(
                    Group.MODEL, "metric", Argument.texts("M,…"), "the first is the goal")
            .withShown(method -> "accuracy or rmse");

    public static final Option<Double> TEST =
            Option.of(Group.MODEL, "test", Argument.share("F"), 0.0, "share of rows kept for one look at the end");

    public static final Option<Optional<Integer>> NESTED = Option.optional(
            Group.MODEL,
            "nested",
            Argument.count("K", 2),
            "also runs the whole search on each of K outer folds, and tests what it finds there");

    public static final Option<Boolean> STRATIFY =
            Option.flag(Group.MODEL, "stratify", "those rows hold their share of each class");

    public static final Option<Boolean> TRAIN_SCORES = Option.flag(
            Group.MODEL, "train-scores", "the table has the score of each fold's training rows, and its seconds");

    public static final Option<Gaps> IMPUTE = Option.of(
            Group.MODEL,
            "impute",
            Argument.word(List.of(Gaps.MEDIAN, Gaps.MEAN, Gaps.MOST_FREQUENT, Gaps.OFF)),
            Gaps.OFF,
            "fills missing values, in each fold by its training rows");

    public static final Option<Optional<Scaler>> SCALE = Option.of(
                    Group.MODEL, "scale", scale(), Optional.empty(), "brings columns of numbers to one scale")
            .withShown(method -> "by model");

    public static final Option<Optional<String>> OBJECTIVE = Option.optional(
                    Group.JAVA,
                    "objective",
                    Argument.text("f"),
                    "a method  double f(Point p)  or an Objective variable")
            .withLetter('f');

    public static final Option<Integer> JOBS = Option.of(
                    Group.RUN, "jobs", Argument.jobs("K"), 1, "evaluations at once; the result does not depend on it")
            .withLetter('j')
            .withStandard(header -> header.has(MODEL) ? Runtime.getRuntime().availableProcessors() : 1)
            .withShown(method -> "the cores; 1 for Java")
            .asSettable();

    public static final Option<Optional<String>> ON = Option.optional(
            Group.RUN,
            "on",
            Argument.text("spark"),
            "where trials run: the SparkContext of the notebook, or local[N], spark://host:7077; the result does not depend on it");

    public static final Option<Budget.OnError> ON_ERROR = Option.of(
            Group.RUN,
            "on-error",
            Argument.word(List.of(Budget.OnError.SKIP, Budget.OnError.STOP)),
            Budget.OnError.SKIP,
            "stop: the first trial that fails ends the run");

    public static final Option<Optional<Duration>> TRIAL_TIME = Option.optional(
            Group.RUN, "trial-time", Argument.time("30s"), "a trial over its time is interrupted, and failed");

    public static final Option<Boolean> DRY_RUN =
            Option.flag(Group.RUN, "dry-run", "shows the space, times one point, runs nothing else");

    public static final Option<Frames> LIVE = Option.of(
                    Group.DISPLAY,
                    "live",
                    Argument.word(List.of(Frames.values())),
                    Frames.HTML,
                    "what is shown while it runs")
            .withLetter('l')
            .asSettable();

    public static final Option<Boolean> QUIET =
            Option.flag(Group.DISPLAY, "quiet", "the summary sentence alone").withLetter('q');

    public static final Option<Integer> SHOW = Option.of(
                    Group.DISPLAY, "show", Argument.count("N", 1), 5, "rows in the report")
            .asSettable();

    /** Panels of the figure; an empty list for no figure, nothing for that of the method. */
    public static final Option<Optional<List<String>>> PLOT = Option.optional(
                    Group.DISPLAY, "plot", panels(), "panels of the figure, from the plots below")
            .withLetter('p')
            .withShown(method -> "by method");

    public static final Option<Format> FIGURE = Option.of(
                    Group.DISPLAY,
                    "figure",
                    Argument.word(List.of(Format.values())),
                    Format.SVG,
                    "png for files meant for GitHub")
            .asSettable();

    public static final Option<Boolean> HELP = Option.flag(Group.DISPLAY, "help", "this page");

    /** In the order of the help page. */
    public static final List<Option<?>> ALL = Stream.<Stream<Option<?>>>of(
                    Stream.of(TRIALS, TIME, UNTIL, PATIENCE, BATCH, SEED, FROM, LIKE),
                    Stream.of(Resources.PRUNE, Resources.RESOURCE, LastTrials.REPLICATE),
                    Stream.of(
                            MODEL, DATA, TARGET, DROP, TASK, CV, FOLDS, SHUFFLE, REPEAT, GROUP, GAP, WEIGHTS, POSITIVE),
                    Stream.of(METRIC, TEST, STRATIFY, NESTED, TRAIN_SCORES, IMPUTE, SCALE, OBJECTIVE),
                    Stream.of(JOBS, ON, ON_ERROR, TRIAL_TIME, DRY_RUN),
                    JournalOptions.ALL.stream(),
                    Stream.of(LIVE, QUIET, SHOW, PLOT, FIGURE, HELP))
            .flatMap(options -> options)
            .toList();

    private Options() {}

    /** What is shown while a study runs. */
    public enum Frames {
        /** Words and a small picture. */
        HTML,
        /** Words alone. */
        TEXT,
        /** Nothing. */
        OFF
    }

    /** The budget with the limits that are given; the others stay. */
    public static Budget budget(Budget before, OptionValues values) {
        Budget budget = before.withOnError(values.given(ON_ERROR).orElse(before.onError()));
        budget = values.get(TRIALS).map(budget::withTrials).orElse(budget);
        budget = values.get(TIME).map(budget::withTime).orElse(budget);
        budget = values.get(UNTIL).map(budget::withUntil).orElse(budget);
        return values.get(PATIENCE).map(budget::withPatience).orElse(budget);
    }

    /** {@code on} is the usual one. */
    private static Argument<Optional<Scaler>> scale() {
        Map<String, Scaler> words = Map.of(
                "on",
                Scaler.STANDARD,
                "off",
                Scaler.NONE,
                "none",
                Scaler.NONE,
                "standard",
                Scaler.STANDARD,
                "minmax",
                Scaler.MINMAX);
        return new Argument<>("auto|on|off|minmax", (subject, text) -> {
            if (!text.equals("auto") && !words.containsKey(text)) {
                throw new IllegalArgumentException(subject + " must be one of auto, on, off, standard, minmax, none.");
            }
            return Optional.ofNullable(words.get(text));
        });
    }

    /** {@code random} is another number each time. */
    private static Argument<Long> seed() {
        Argument<Long> whole = Argument.whole();
        Supplier<Long> any = () -> (long) new SecureRandom().nextInt(Integer.MAX_VALUE);
        return new Argument<>(
                "N|random",
                (subject, text) ->
                        text.equals("random") ? any.get() : whole.parser().parse(subject, text));
    }

    private static Argument<List<String>> panels() {
        return new Argument<>("a,b|none", (subject, text) -> {
            List<String> kinds = text.equals("none") ? List.of() : List.of(text.split(",", -1));
            Plots plots = Plots.found();
            for (String kind : kinds) {
                if (!plots.panels().contains(kind)) {
                    throw new IllegalArgumentException("Plot (" + kind + ") of a report must be one of "
                            + String.join(", ", plots.panels()) + ", or none"
                            + (plots.names().contains(kind)
                                    ? "; the others are drawn by  %tune plot NAME " + kind + "."
                                    : ".")
                            + Maybe.sentence(kind, plots.panels()));
                }
            }
            return kinds;
        });
    }
}
