package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Splitting;
import java.util.List;

/** A task on the rows of each outer fold. */
final class OuterFolds {
    private OuterFolds() {}

    static List<Task> of(Task task, int k) {
        Dataset.Target target = task.train().target();
        Folds outer = task.splitting().outer(k, target).folds(target);
        return outer.folds().stream().map(fold -> on(task, fold)).toList();
    }

    private static Task on(Task task, Fold fold) {
        Dataset rows = task.train().rows(fold.train());
        Splitting inner = task.splitting().rows(fold.train());
        Folds folds = inner.folds(rows.target());
        if (rows.target() instanceof Dataset.Classes classes) {
            folds.oneClass(classes.y(), classes.labels()).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
        }
        CrossValidation whole = task.objective();
        CrossValidation objective = new CrossValidation(
                rows,
                folds,
                whole.learner(),
                whole.constants(),
                whole.metrics(),
                whole.goals(),
                whole.clock(),
                whole.resource(),
                null,
                whole.slopes());
        return new Task(task.train(), task.train().rows(fold.test()), inner, objective, List.of());
    }
}
