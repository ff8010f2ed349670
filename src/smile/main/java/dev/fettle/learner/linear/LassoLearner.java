package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;

/**
 * Least squares with a penalty on the sizes of the weights, |y − Xw|²/(2n) + alpha·|w|₁, as {@code --model lasso}: weights that
 * do not pay are 0. By coordinate descent, with scikit-learn's names, defaults and stopping rule.
 */
public record LassoLearner() implements LeastSquares {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "lasso";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return CoordinateDescent.HYPERPARAMETERS;
    }

    /**
     * The path of glmnet (Friedman, Hastie and Tibshirani, 2010, J. Stat. Softw. 33(1), section 2.5) has three decades below
     * the alpha that leaves no weight; that hangs on the unit of the target, so there are as many on both sides of 1.
     */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("alpha", 1e-3, 1e3).startingAt(1.0));
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        return CoordinateDescent.fit(values, train, 1);
    }
}
