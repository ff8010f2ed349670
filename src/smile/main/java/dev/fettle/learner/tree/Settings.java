package dev.fettle.learner.tree;

import dev.fettle.cart.Limits;
import dev.fettle.cart.Target;
import dev.fettle.cart.Target.Impurity;
import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the learners of this family may be told alike, by scikit-learn's names, and what it means for data of a shape. */
final class Settings {
    static final String TREES = "n_estimators";

    static final String NONE = "none";
    static final String ALL = "all";
    static final String AUTO = "auto";

    static final Hyperparameter CRITERION = Hyperparameter.word(
            "criterion", "gini", List.of("gini", "entropy"), "which impurity of the classes a split lessens");

    private static final Interval SHARE = Interval.above(0).atMost(1);

    private Settings() {}

    /** How many trees. */
    static Hyperparameter trees(int standard) {
        return Hyperparameter.whole(TREES, standard, Interval.atLeast(1), "how many trees");
    }

    /** How much each tree of a boosting counts. */
    static Hyperparameter rate(double standard) {
        return Hyperparameter.real(
                "learning_rate", standard, Interval.above(0), "how much each tree counts; less needs more trees");
    }

    /** How a tree grows, between what a learner has before and behind it. */
    static List<Hyperparameter> around(
            List<Hyperparameter> before, Object depth, String features, Hyperparameter... behind) {
        Stream<Hyperparameter> tree = Stream.of(
                orNone("max_depth", 1, depth, "how many splits lie at most above a leaf"),
                Hyperparameter.whole(
                        "min_samples_split", 2, Interval.atLeast(2), "how many rows a node must have to be split"),
                Hyperparameter.whole("min_samples_leaf", 1, Interval.atLeast(1), "how many rows a leaf must have"),
                countOrShare(
                        "max_features",
                        features,
                        List.of("sqrt", "log2", ALL, AUTO),
                        "how many features are looked at for a split; auto is sqrt for classes, all for values"),
                orNone("max_leaf_nodes", 2, NONE, "how many leaves a tree has at most, the best first"));
        return Stream.of(before.stream(), tree, Stream.of(behind))
                .flatMap(s -> s)
                .toList();
    }

    /** A whole number, a share, or a word. */
    static Hyperparameter countOrShare(String name, Object standard, List<String> words, String meaning) {
        String legal = "a whole number of at least 1, a share above 0 and up to 1.0"
                + (words.isEmpty() ? "" : ", or one of " + String.join(", ", words));
        return new Hyperparameter(
                name,
                standard,
                legal,
                words,
                v -> v instanceof Integer i ? i >= 1 : v instanceof Double d ? SHARE.holds(d) : words.contains(v),
                meaning);
    }

    private static Hyperparameter orNone(String name, int least, Object standard, String meaning) {
        Hyperparameter any = Hyperparameter.whole(name, least, Interval.atLeast(least), meaning)
                .orWord(NONE);
        return new Hyperparameter(name, standard, any.legal(), any.words(), any.holds(), meaning);
    }

    /** What a tree learns; of values the mean. */
    static Target target(Configuration values, Dataset.Target target) {
        return target instanceof Dataset.Classes c
                ? new Target.Classes(
                        c.y(),
                        c.labels().size(),
                        values.text("criterion").equals("entropy") ? Impurity.ENTROPY : Impurity.GINI)
                : new Target.Values(((Dataset.Values) target).y());
    }

    static Limits limits(Configuration values, Dataset.Shape data) {
        return new Limits(
                most(values, "max_depth"),
                most(values, "max_leaf_nodes"),
                values.whole("min_samples_split"),
                values.whole("min_samples_leaf"),
                features(values.value("max_features"), data));
    }

    private static int most(Configuration values, String name) {
        return values.value(name) instanceof Integer i ? i : Integer.MAX_VALUE;
    }

    private static int features(Object said, Dataset.Shape data) {
        int p = data.features();
        if (said instanceof String word) {
            return switch (word.equals(AUTO) ? (data.classes() > 0 ? "sqrt" : ALL) : word) {
                case "sqrt" -> Math.max(1, (int) Math.sqrt(p));
                case "log2" -> Math.max(1, 31 - Integer.numberOfLeadingZeros(p));
                default -> p;
            };
        }
        return Draws.count(said, p);
    }

    /** What hinders a training with values that are legal alone. */
    static List<String> problems(Configuration values, Dataset.Shape data) {
        List<String> problems = new ArrayList<>();
        if (values.value("max_features") instanceof Integer i && i > data.features()) {
            problems.add("max_features (" + i + ") must be at most the features, " + data.features()
                    + ". Maybe a share: 1.0 for all.");
        }
        if (data.classes() == 0) {
            Stream.of(CRITERION, ClassWeight.HYPERPARAMETER)
                    .filter(h -> values.entries().containsKey(h.name()))
                    .filter(h -> !values.text(h.name()).equals(h.standard()))
                    .map(h -> h.name() + " (" + values.text(h.name()) + ") must be left out: the target is values,"
                            + " not classes.")
                    .forEach(problems::add);
        }
        return problems;
    }

    /** How many leaves a tree has at most. */
    static double leaves(Configuration values, Dataset.Shape data) {
        double byDepth = values.value("max_depth") instanceof Integer d ? StrictMath.pow(2, Math.min(d, 99)) : 1e9;
        double byRows = (double) data.rows() / values.whole("min_samples_leaf");
        return Math.max(1, Math.min(Math.min(byDepth, byRows), most(values, "max_leaf_nodes")));
    }

    /** Whole numbers on the logarithmic scale, as far as a quarter of the rows. */
    static Parameter wholes(String name, int low, int high, int standard, Dataset.Shape data) {
        return Whole.logBetween(name, low, Math.max(low + 1, Math.min(high, data.rows() / 4)))
                .startingAt(standard);
    }

    /** Where to search for one tree, behind what is its own. */
    static SearchSpace treeSpace(Dataset.Shape data, Parameter... own) {
        return SearchSpace.of(Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                Choice.ordered("max_depth", 1, 2, 3, 5, 8, 13, 21, NONE)
                                        .startingAt(NONE),
                                wholes("min_samples_split", 2, 60, 2, data),
                                wholes("min_samples_leaf", 1, 60, 1, data)))
                .toArray(Parameter[]::new));
    }

    /**
     * {@code [n]}, what each row counts: its weight times that of its class.
     *
     * @param balance {@code [n]}, what each row counts where classes are balanced; in scikit-learn a tree takes rows for it, a
     *     forest weights
     */
    static double[] weights(Configuration values, Dataset train, double[] balance) {
        double[] weights = train.weights();
        if (train.target() instanceof Dataset.Classes c) {
            double[] ofClass = ClassWeight.of(values, c.y(), balance, c.labels().size());
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= ofClass[c.y()[i]];
            }
        }
        return weights;
    }
}
