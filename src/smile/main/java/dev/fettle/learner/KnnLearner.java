package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The nearest neighbours as {@code --model knn}, with scikit-learn's names and defaults; Smile finds them. */
record KnnLearner() implements Learner {
    private static final long serialVersionUID = 1;

    private static final String COUNT = "n_neighbors";

    @Override
    public String name() {
        return "knn";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.whole(COUNT, 5, Interval.atLeast(1), "how many of the training rows decide"),
                Hyperparameter.word(
                        "weights",
                        "uniform",
                        List.of("uniform", "distance"),
                        "whether all of them count alike, or near ones more"),
                Hyperparameter.whole(
                        "p", 2, Interval.atLeast(1).atMost(2), "distances: 1 for city blocks, 2 for straight lines"));
    }

    /** The ranges of auto-sklearn (Feurer et al., 2015, NeurIPS), as far as the rows reach. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        int most = Math.max(2, Math.min(100, data.rows() / 2));
        return SearchSpace.of(
                Whole.logBetween(COUNT, 1, most).startingAt(Math.min(5, most)),
                Choice.of("weights", "uniform", "distance").startingAt("uniform"),
                Choice.of("p", 1, 2).startingAt(2));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return true;
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        int count = values.whole(COUNT);
        return count <= data.rows()
                ? List.of()
                : List.of("n_neighbors (" + count + ") must be at most the rows of a training, " + data.rows() + ".");
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Training was interrupted.");
        }
        problems(values, train.shape()).forEach(problem -> {
            throw new IllegalArgumentException(problem);
        });
        Neighbors neighbors = Neighbors.of(
                train.x(), values.whole(COUNT), values.text("weights").equals("distance"), values.whole("p") == 2);
        if (train.target() instanceof Dataset.Classes c) {
            Neighbors.OfClasses model =
                    new Neighbors.OfClasses(neighbors, c.y(), c.labels().size());
            return new Model(
                    model, rows -> Arrays.stream(rows.x()).map(model::shares).toArray(double[][]::new), Map.of());
        }
        Neighbors.OfValues model = new Neighbors.OfValues(neighbors, ((Dataset.Values) train.target()).y());
        return new Model(
                model,
                rows -> Arrays.stream(rows.x())
                        .map(x -> new double[] {model.predict(x)})
                        .toArray(double[][]::new),
                Map.of());
    }

    /** How many groups of neighbours there are: the fewer decide, the finer the borders. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return (double) data.rows() / values.whole(COUNT);
    }
}
