package dev.fettle.mlp;

import java.util.List;
import smile.regression.Regression;

/** A trained net that tells a value. Immutable, for any thread. */
public final class MlpRegressor implements Regression<double[]> {
    private static final long serialVersionUID = 2;

    private final Trained trained;

    MlpRegressor(Trained trained) {
        this.trained = trained;
    }

    @Override
    public double predict(double[] x) {
        return trained.outputs(new double[][] {x})[0][0];
    }

    /** The values {@code [n]} of rows {@code [n][p]}. */
    @Override
    public double[] predict(double[][] rows) {
        return trained.outputs(rows)[0];
    }

    /** Whether the loss stalled before the epochs ran out. */
    public boolean converged() {
        return trained.converged();
    }

    /** The loss of each epoch, before its updates and with the penalty. */
    public List<Double> losses() {
        return trained.losses();
    }
}
