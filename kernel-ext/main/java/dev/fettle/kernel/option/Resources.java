package dev.fettle.kernel.option;

import dev.fettle.pruner.FoldsPruner;
import dev.fettle.pruner.HalvingPruner;
import dev.fettle.pruner.MedianPruner;
import dev.fettle.pruner.Pruner;
import java.util.List;
import java.util.Optional;

/** The options about what a trial can have less of, and about giving trials up. */
public final class Resources {
    /** The resource that is the rows of each training. */
    public static final String ROWS = "rows";

    /** The resource that is the folds. */
    public static final String FOLDS = "folds";

    /** Of giving a trial up wrongly when the folds race. */
    private static final double RISK = 0.05;

    /** {@code --prune}: when a trial is given up. */
    public enum Rule {
        /** Worse than the median of others at the same step. */
        MEDIAN,
        /** Not among the best third at step 1, 3, 9, … */
        HALVING,
        /** Worse than the best on the folds so far. */
        FOLDS;

        private Pruner pruner() {
            return switch (this) {
                case MEDIAN -> new MedianPruner();
                case HALVING -> new HalvingPruner(1, 3);
                case FOLDS -> new FoldsPruner(RISK);
            };
        }
    }

    public static final Option<Optional<Rule>> PRUNE = Option.optional(
            Group.SEARCH,
            "prune",
            Argument.word(List.of(Rule.values())),
            "gives up trials that are worse than the median, not in the best third at step 1, 3, 9, …, or worse than the"
                    + " best on some folds, wrongly with a risk of " + RISK);

    public static final Option<Optional<String>> RESOURCE = Option.optional(
                    Group.SEARCH,
                    "resource",
                    Argument.text("NAME"),
                    "what trials get less of: epochs or trees by the model's name for them, rows, folds; with --prune its"
                            + " steps are looked at")
            .withShown(method -> method.own().contains(max()) ? "the model's own" : "folds");

    public static final Option<Optional<Integer>> MAX = Option.optional(
                    Group.SEARCH, "max", Argument.count("R", 1).maybe("--max 81"), "how much of it a full trial uses")
            .withShown(method -> "what the model takes by itself");

    public static final Option<Optional<Integer>> MIN = Option.optional(
                    Group.SEARCH, "min", Argument.count("R", 1).maybe("--min 1"), "no trial gets less of it")
            .withShown(method -> "max / eta⁴");

    public static final Option<Integer> ETA = Option.of(
            Group.SEARCH,
            "eta",
            Argument.count("N", 2).maybe("--eta 3"),
            3,
            "one of so many goes on, with so many times the resource");

    private Resources() {}

    /** Named later than the options that mention it. */
    private static Option<?> max() {
        return MAX;
    }

    /** Whether a method gives trials more and less of a resource. */
    public static boolean spends(Method method) {
        return method.own().contains(MAX);
    }

    /** What is said of the risk that a rule takes; empty if it knows none. */
    public static Optional<String> risk(OptionValues values) {
        return values.get(PRUNE)
                .filter(Rule.FOLDS::equals)
                .map(rule ->
                        "Races of folds end with a paired t test: it gives up a trial that is as good as the best with a risk of "
                                + RISK + ", on folds that did not make that one the best.");
    }

    /** By {@code --prune}; {@link Pruner#NONE} without it. */
    public static Pruner pruner(OptionValues values) {
        return values.get(PRUNE).map(Rule::pruner).orElse(Pruner.NONE);
    }
}
