package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import smile.classification.Classifier;
import smile.regression.Regression;

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
        Object made = trained(Point.of(point), train);
        int classes = train.shape().classes();
        if (classes > 0 && made instanceof Classifier<?>) {
            return Model.of(OwnLearner.<Classifier<double[]>>as(made), classes);
        }
        if (classes == 0 && made instanceof Regression<?>) {
            return Model.of(OwnLearner.<Regression<double[]>>as(made));
        }
        if (made instanceof ToDoubleFunction<?>) {
            ToDoubleFunction<double[]> function = as(made);
            return classes > 0
                    ? Model.of((Classifier<double[]>) x -> (int) function.applyAsDouble(x), classes)
                    : Model.of((Regression<double[]>) function::applyAsDouble);
        }
        String kind = classes > 0 ? "Classifier<double[]>" : "Regression<double[]>";
        throw new IllegalArgumentException(
                "Result of " + name + " (" + made.getClass().getSimpleName() + ") must be a " + kind
                        + " of Smile, or a ToDoubleFunction<double[]>.");
    }

    /** What it takes is only seen when it is asked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T as(Object made) {
        return (T) made;
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
