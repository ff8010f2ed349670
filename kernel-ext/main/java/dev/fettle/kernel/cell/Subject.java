package dev.fettle.kernel.cell;

import dev.fettle.evaluation.Task;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a study is about: a model on data, or Java of the notebook.
 *
 * @param goals what is sought, at least one
 * @param fingerprints of what the objective depends on, by name
 * @param nulls variables that the Java reads and that are null
 * @param task of the model, or null
 * @param source of the Java, or null
 */
public record Subject(
        Objective objective,
        List<Goal> goals,
        Map<String, String> fingerprints,
        List<String> nulls,
        @Nullable Task task,
        @Nullable ObjectiveSource source) {
    static Subject of(Task task) {
        return new Subject(task.objective(), List.of(task.goal()), task.fingerprints(), List.of(), task, null);
    }

    /** The same subject with the Java compiled anew. */
    public Subject with(ObjectiveSource.Compiled again) {
        Objective fresh = again.objective();
        return new Subject(fresh == null ? objective : fresh, goals, again.fingerprints(), again.nulls(), task, source);
    }

    /** How many folds each trial has; 0 for Java. */
    public int folds() {
        return task == null ? 0 : task.folds().size();
    }
}
