package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A model of one's own as a learner. It takes any hyperparameter, since only its trainer knows what it reads; {@code seed}
 * is among the point's values unless the space has one, so that random choices can follow the study. For any thread if its
 * trainer is.
 *
 * <pre>{@code
 * Trainer.OfClasses knn = (p, rows, classes) -> smile.classification.KNN.fit(rows, classes, p.whole("k"));
 * Learner learner = new OwnLearner("knn", knn);
 * }</pre>
 *
 * @param name as it is typed behind {@code --model}
 */
public record OwnLearner(String name, Trainer trainer) implements Learner {
    private static final long serialVersionUID = 1;

    private static final String SEED = "seed";

    /** None that anybody knows. */
    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of();
    }

    @Override
    public boolean has(String hyperparameter) {
        return true;
    }

    @Override
    public Optional<String> problem(String hyperparameter, Object value) {
        return Optional.empty();
    }

    @Override
    public Configuration configure(Map<String, ?> given) {
        List<Hyperparameter> any = given.entrySet().stream()
                .map(e -> new Hyperparameter(e.getKey(), e.getValue(), "anything", List.of(), value -> true, ""))
                .toList();
        return Configuration.of(name, any, given);
    }

    /** None: what it reads is not known. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return new SearchSpace(List.of(), List.of());
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return trainer.learns(target);
    }

    /**
     * Trains.
     *
     * @throws IllegalArgumentException if what the trainer gives is no model for the target
     * @throws IllegalStateException with what the trainer threw as its cause, unless that needs no wrapping
     */
    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Map<String, Object> point = values.entries();
        point.putIfAbsent(SEED, (int) fitting.seed().value());
        if (!(train.target() instanceof Dataset.Classes classes)) {
            Made made = new Made(name, trained(Point.of(point), train));
            return tried(made, made.ofValues(), train);
        }
        int[] present = IntStream.of(classes.y()).distinct().sorted().toArray();
        Made made = new Made(name, trained(Point.of(point), numbered(train, classes, present)));
        return tried(made, made.ofClasses(present, classes.labels().size()), train);
    }

    private static Model tried(Made made, Model model, Dataset train) {
        made.tried(model, train.rows(new int[] {0}));
        return model;
    }

    /** Other libraries want classes without gaps: a fold may lack one. */
    private static Dataset numbered(Dataset train, Dataset.Classes classes, int[] present) {
        int[] y = IntStream.of(classes.y())
                .map(c -> Arrays.binarySearch(present, c))
                .toArray();
        List<String> labels =
                IntStream.of(present).mapToObj(classes.labels()::get).toList();
        return train.withTarget(new Dataset.Classes(y, labels));
    }

    private Object trained(Point point, Dataset train) {
        try {
            return Objects.requireNonNull(
                    trainer.train(point, train), () -> "Result of " + name + " (null) must be a model.");
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Training was interrupted.");
        } catch (Exception e) {
            throw new IllegalStateException(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** Nobody knows; all are alike. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return 1;
    }
}
