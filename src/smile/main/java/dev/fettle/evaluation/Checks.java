package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must fit together before anything is trained. */
final class Checks {
    private Checks() {}

    /** Whatever the point. */
    static void check(Dataset data, Folds folds, Learner learner, Map<String, Object> constants, List<Metric> metrics) {
        List<String> problems = new ArrayList<>(learner.problems(data));
        problems.addAll(problems(folds, data));
        boolean fit = folds.problems(data.rows()).isEmpty();
        if (metrics.isEmpty()) {
            problems.add("Metrics () must be at least one.");
        }
        List<String> ids = metrics.stream().map(Metric::id).toList();
        if (ids.stream().distinct().count() < ids.size()) {
            problems.add("Metrics (" + String.join(", ", ids) + ") must have different names.");
        }
        boolean counts = !data.isWeighted() || counts(data, folds);
        if (fit && !counts) {
            problems.add(
                    "Weights of " + data.name() + " must be above 0 for some rows of each fold, to train and to test.");
        }
        for (Metric metric : metrics) {
            if (data.isWeighted() && !metric.weighs()) {
                problems.add("Metric (" + metric.id() + ") must let rows count by their weights, and knows none."
                        + " Maybe another metric.");
            }
            Task.problem(metric, data.target())
                    .or(() -> fit && counts ? undefined(metric, data, folds) : Optional.empty())
                    .ifPresent(problems::add);
        }
        constants.forEach((name, value) -> learner.problem(name, value).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static boolean counts(Dataset data, Folds folds) {
        double[] weights = data.weights();
        return folds.folds().stream()
                .flatMap(fold -> Stream.of(fold.train(), fold.test()))
                .allMatch(rows -> IntStream.of(rows).anyMatch(r -> weights[r] > 0));
    }

    private static List<String> problems(Folds folds, Dataset data) {
        List<String> problems = folds.problems(data.rows());
        return problems.isEmpty() && data.target() instanceof Dataset.Classes classes
                ? folds.oneClass(classes.y(), classes.labels()).stream().toList()
                : problems;
    }

    /** A score that no model has on one of the folds, as a sentence; empty if there is none. */
    private static Optional<String> undefined(Metric metric, Dataset data, Folds folds) {
        return folds.folds().stream()
                .flatMap(fold -> lack(metric, data.rows(fold.test())).stream())
                .findFirst()
                .map(lack ->
                        "Metric (" + metric.id() + ") must have " + lack + " in each fold that is tested, and one of"
                                + " the " + folds.size() + " has none. Maybe fewer folds.");
    }

    /** What rows lack for a score to be defined; empty if nothing. */
    static Optional<String> lack(Metric metric, Dataset rows) {
        Dataset.Target target = rows.counting().target();
        if (metric instanceof Metric.OfClasses of && target instanceof Dataset.Classes classes) {
            return of.lack(classes.y());
        }
        return metric instanceof Metric.OfValues of && target instanceof Dataset.Values values
                ? of.lack(values.y())
                : Optional.empty();
    }

    /** With the values of a point, on each of the folds. */
    static void check(CrossValidation of, Configuration values, int resource) {
        Learner learner = of.learner();
        if (resource != Fitting.ALL
                && of.resource() == Resource.LEARNER
                && learner.resource().isEmpty()) {
            throw new IllegalArgumentException("Resource (" + resource + ") must be one that " + learner.name()
                    + " knows, such as epochs, and it knows none.");
        }
        if (of.resource() == Resource.FOLDS && resource > of.folds().size()) {
            throw new IllegalArgumentException("Resource (" + resource + ") must be at most the folds, "
                    + of.folds().size() + ".");
        }
        int most = of.resource() == Resource.ROWS && resource != Fitting.ALL ? resource : Integer.MAX_VALUE;
        Dataset.Shape all = of.data().shape();
        for (Fold fold : of.folds().folds()) {
            int rows = Math.min(most, fold.train().length);
            List<String> problems = learner.problems(values, all.withRows(rows));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
        }
    }
}
