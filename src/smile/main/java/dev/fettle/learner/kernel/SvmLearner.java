package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.ScoreClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Support vector machines for classes as {@code --model svm}, one against one; names, defaults and decisions of scikit-learn's
 * SVC with {@code break_ties}. Shares are the softmax of its decision values: whose rows lie deeper in a class get more, but
 * they are no calibrated probabilities, so {@code log_loss} and {@code brier} of different configurations are not to be
 * compared, unless {@code probability = platt}: then they are those of CalibratedClassifierCV(SVC(), ensemble=False), and the
 * class that they tell may be another.
 */
public record SvmLearner() implements VectorMachine {
    private static final long serialVersionUID = 1;

    private static final String PLATT = "platt";

    private static final Hyperparameter PROBABILITY = Hyperparameter.word(
            "probability",
            "off",
            List.of("off", PLATT),
            "whether shares are calibrated probabilities, which takes five more trainings");

    @Override
    public String name() {
        return "svm";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Stream.of(Smo.HYPERPARAMETERS, Kernel.HYPERPARAMETERS, List.of(ClassWeight.HYPERPARAMETER, PROBABILITY))
                .flatMap(List::stream)
                .toList();
    }

    /** C and gamma as Hsu, Chang and Lin, "A practical guide to support vector classification" (2003), section 3.2. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("C", 0x1p-5, 0x1p15).startingAt(1.0), Kernel.gamma(data));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        int classes = train.shape().classes();
        OneAgainstOne machines = machines(values, train);
        ScoreClassifier.Scores scores = values.text(PROBABILITY.name()).equals(PLATT)
                ? Calibrated.of(
                        machines.scores(), train, rows -> machines(values, rows).scores())
                : machines.scores();
        return Model.of(new ScoreClassifier(scores, classes), classes).withWarnings(Smo.warnings(machines.converged()));
    }

    private static OneAgainstOne machines(Configuration values, Dataset train) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        double[] classWeights =
                ClassWeight.of(values, target.y(), target.labels().size());
        double[] weights = train.weights();
        double[] most = IntStream.range(0, weights.length)
                .mapToDouble(i -> classWeights[target.y()[i]] * values.real("C") * weights[i])
                .toArray();
        return new OneAgainstOne(Kernel.of(values, train.x()), train, most, values.real("tol"));
    }
}
