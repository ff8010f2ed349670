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

/** What must fit together before anything is trained. */
final class Checks {
    private Checks() {}

    /** Whatever the point. */
    static void check(Dataset data, Folds folds, Learner learner, Map<String, Object> constants, List<Metric> metrics) {
        List<String> problems = new ArrayList<>(learner.problems(data));
        problems.addAll(problems(folds, data));
        if (metrics.isEmpty()) {
            problems.add("Metrics () must be at least one.");
        }
        metrics.forEach(m -> Task.problem(m, data.target()).ifPresent(problems::add));
        constants.forEach((name, value) -> learner.problem(name, value).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static List<String> problems(Folds folds, Dataset data) {
        List<String> problems = folds.problems(data.rows());
        return problems.isEmpty() && data.target() instanceof Dataset.Classes classes
                ? folds.oneClass(classes.y(), classes.labels()).stream().toList()
                : problems;
    }

    /** With the values of a point, on each of the folds. */
    static void check(CrossValidation of, Configuration values, int resource) {
        Learner learner = of.learner();
        if (resource != Fitting.ALL && learner.resource().isEmpty()) {
            throw new IllegalArgumentException("Resource (" + resource + ") must be one that " + learner.name()
                    + " knows, such as epochs, and it knows none.");
        }
        Dataset.Shape all = of.data().shape();
        for (Fold fold : of.folds().folds()) {
            List<String> problems = learner.problems(values, all.withRows(fold.train().length));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
        }
    }
}
