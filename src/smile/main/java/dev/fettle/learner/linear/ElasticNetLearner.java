package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.stream.Stream;

/**
 * Least squares with both penalties, |y − Xw|²/(2n) + alpha·l1_ratio·|w|₁ + ½·alpha·(1 − l1_ratio)·|w|², as {@code --model
 * elastic_net} (Zou and Hastie, 2005, J. R. Stat. Soc. B 67(2)). By coordinate descent, with scikit-learn's names, defaults
 * and stopping rule.
 */
public record ElasticNetLearner() implements LeastSquares {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "elastic_net";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Stream.concat(
                        CoordinateDescent.HYPERPARAMETERS.stream(),
                        Stream.of(Hyperparameter.real(
                                "l1_ratio",
                                0.5,
                                Interval.atLeast(0).atMost(1),
                                "which share of the penalty is on sizes, the rest on squares")))
                .toList();
    }

    /** The alphas of lasso; the ratios of TPOT (Olson et al., 2016, GECCO). */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Real.logUniform("alpha", 1e-3, 1e3).startingAt(1.0),
                Real.uniform("l1_ratio", 0, 1).startingAt(0.5));
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        return CoordinateDescent.fit(values, train, values.real("l1_ratio"));
    }
}
