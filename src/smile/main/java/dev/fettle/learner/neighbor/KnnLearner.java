package dev.fettle.learner.neighbor;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.List;

/** The nearest neighbours as {@code --model knn}, with scikit-learn's names and defaults; Smile finds them. */
public record KnnLearner() implements Learner {
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
        checkFit(values, train);
        Neighbors neighbors = Neighbors.of(
                train.x(), values.whole(COUNT), values.text("weights").equals("distance"), values.whole("p") == 2);
        if (train.target() instanceof Dataset.Classes c) {
            int classes = c.labels().size();
            return Model.of(neighbors.classifier(c.y(), classes), classes);
        }
        return Model.of(new Neighbors.OfValues(neighbors, ((Dataset.Values) train.target()).y()));
    }

    @Override
    public boolean wantsScale() {
        return true;
    }

    /** How many groups of neighbours there are: the fewer decide, the finer the borders. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return (double) data.rows() / values.whole(COUNT);
    }
}
