package dev.fettle.kernel.subject;

import dev.fettle.evaluation.Task;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.source.Origins;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** Whether a score could bring its gradient over the space: it does where a method asks for it. */
    default boolean tellsGradient() {
        return false;
    }

    /** By which failures are told in the words of the notebook, as it is now. */
    default Origins origins(Notebook notebook) {
        return Origins.of(notebook);
    }

    /** Variables that the Java reads and that are null. */
    default List<String> nulls() {
        return List.of();
    }

    /** The space, if it is more than what is written in the cell. */
    default Optional<SearchSpace> space() {
        return Optional.empty();
    }

    /** The same about another task of the same model; Java has none. */
    default Subject withTask(Task other) {
        return this;
    }

    /** The same on the rows of each of so many outer folds, {@link Task#outer}; Java has no rows. */
    default List<Subject> outer(int k) {
        return task().stream()
                .flatMap(task -> task.outer(k).stream())
                .map(this::withTask)
                .toList();
    }

    /** Whether its trials may call so what the probe has: {@code report}, {@code resource}. */
    default boolean asks(String ofProbe) {
        return true;
    }

    /** What of a point is read; empty if all may be. */
    default Optional<UnaryOperator<Point>> essence() {
        return task().map(Task::essence);
    }

    /** Columns of the data that say where a row belongs, and so are no features. */
    default List<String> aside() {
        return List.of();
    }

    /** What is to be said of it before the first trial, whole sentences. */
    default List<String> remarks() {
        return List.of();
    }

    /** Whether the rows could be split in other ways; nothing for Java, which has no rows. */
    default Optional<Boolean> reshuffles() {
        return task().map(task -> task.splitting().shuffled(0).isPresent());
    }

    /** How many folds each trial has; 0 for Java. */
    default int folds() {
        return task().map(task -> task.folds().size()).orElse(0);
    }

    /**
     * A model on data.
     *
     * @param searched what is written in the cell, and default spaces
     * @param marks of models of the notebook, by name
     * @param said of default spaces and of scales
     * @param aside columns that are no features
     * @param origin of the data and of the models
     */
    record OfModel(
            Task model,
            SearchSpace searched,
            Map<String, String> marks,
            List<String> said,
            List<String> aside,
            Origin origin)
            implements Subject {
        public OfModel {
            marks = Map.copyOf(marks);
            said = List.copyOf(said);
            aside = List.copyOf(aside);
        }

        /** The same with models as they are now. */
        OfModel with(Task other, Map<String, String> otherMarks) {
            return new OfModel(other, searched, otherMarks, said, aside, origin);
        }

        @Override
        public Subject withTask(Task other) {
            return with(other, marks);
        }

        @Override
        public List<String> remarks() {
            return Stream.concat(said.stream(), model.remarks().stream()).toList();
        }

        @Override
        public Optional<SearchSpace> space() {
            return Optional.of(searched);
        }

        @Override
        public boolean tellsGradient() {
            return model.gradientProblems(searched).isEmpty();
        }

        @Override
        public Objective objective() {
            return model.objective();
        }

        @Override
        public List<Goal> goals() {
            return model.goals();
        }

        @Override
        public Map<String, String> fingerprints() {
            Map<String, String> all = new TreeMap<>(marks);
            all.putAll(model.fingerprints());
            return all;
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
    record OfJava(List<Goal> goals, ObjectiveSource source, ObjectiveSource.Compiled compiled) implements Subject {
        @Override
        public Objective objective() {
            return compiled.objective();
        }

        public OfJava {
            goals = List.copyOf(goals);
        }

        @Override
        public boolean asks(String ofProbe) {
            return source.asks(ofProbe);
        }

        @Override
        public Map<String, String> fingerprints() {
            return compiled.fingerprints();
        }

        @Override
        public Origins origins(Notebook notebook) {
            Origins declared = Origins.of(notebook);
            return compiled.statement()
                    .map(s -> declared.with(s.compiled(), s.java(), s.firstLine()))
                    .orElse(declared);
        }

        @Override
        public List<String> nulls() {
            return compiled.nulls();
        }
    }
}
