package dev.fettle.kernel.cell;

import dev.fettle.evaluation.Task;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a study is about: a model on data, or Java of the notebook. Immutable, for any thread. */
public sealed interface Subject {
    /** What evaluates a point. */
    Objective objective();

    /** What is sought, at least one. */
    List<Goal> goals();

    /** Of what the objective depends on, by name. */
    Map<String, String> fingerprints();

    /** The task of the model; none for Java. */
    default Optional<Task> task() {
        return Optional.empty();
    }

    /** Variables that the Java reads and that are null. */
    default List<String> nulls() {
        return List.of();
    }

    /** How many folds each trial has; 0 for Java. */
    default int folds() {
        return task().map(task -> task.folds().size()).orElse(0);
    }

    /** What is to be known of the split of the data, in sentences. */
    default List<String> remarks() {
        return task().map(Task::remarks).orElse(List.of());
    }

    /** A model on data. */
    record OfModel(Task model) implements Subject {
        @Override
        public Objective objective() {
            return model.objective();
        }

        @Override
        public List<Goal> goals() {
            return List.of(model.goal());
        }

        @Override
        public Map<String, String> fingerprints() {
            return model.fingerprints();
        }

        @Override
        public Optional<Task> task() {
            return Optional.of(model);
        }
    }

    /**
     * Java of the notebook.
     *
     * @param source from which it can be compiled again
     */
    record OfJava(Goal goal, ObjectiveSource source, ObjectiveSource.Compiled compiled) implements Subject {
        @Override
        public Objective objective() {
            return compiled.objective();
        }

        @Override
        public List<Goal> goals() {
            return List.of(goal);
        }

        @Override
        public Map<String, String> fingerprints() {
            return compiled.fingerprints();
        }

        @Override
        public List<String> nulls() {
            return compiled.nulls();
        }
    }
}
