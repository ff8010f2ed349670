package dev.fettle.mlp;

import java.util.List;
import java.util.stream.IntStream;
import smile.classification.Classifier;

/** A trained net that tells classes 0 … k − 1. Immutable, for any thread. */
public final class MlpClassifier implements Classifier<double[]> {
    private static final long serialVersionUID = 2;

    private final Trained trained;
    private final int classes;

    MlpClassifier(Trained trained, int classes) {
        this.trained = trained;
        this.classes = classes;
    }

    /**
     * The most likely class of one row of features; of equals the first.
     *
     * @param x {@code [p]}, finite
     * @throws ArithmeticException if there is none, since the probabilities are NaN
     */
    @Override
    public int predict(double[] x) {
        int best = Validation.best(trained.outputs(new double[][] {x}), 0);
        if (best < 0) {
            throw new ArithmeticException(
                    "Class probabilities must be numbers, and they are NaN. Maybe a feature is NaN.");
        }
        return best;
    }

    /** The same as {@link #predict(double[])}, and the class probabilities in {@code posteriori[k]}. */
    public int predict(double[] x, double[] posteriori) {
        double[] p = probabilities(new double[][] {x})[0];
        System.arraycopy(p, 0, posteriori, 0, classes);
        return predict(x);
    }

    /** Class probabilities {@code [n][k]} of rows {@code [n][p]}; each row sums to 1, or is NaN where a feature is. */
    public double[][] probabilities(double[][] rows) {
        double[][] out = trained.outputs(rows);
        double[][] p = new double[rows.length][classes];
        for (int i = 0; i < rows.length; i++) {
            if (classes == 2) {
                p[i][0] = 1 - out[0][i];
                p[i][1] = out[0][i];
            } else {
                for (int k = 0; k < classes; k++) {
                    p[i][k] = out[k][i];
                }
            }
        }
        return p;
    }

    /** How many classes there are. */
    public int numClasses() {
        return classes;
    }

    /** The classes, 0 … k − 1. */
    public int[] classes() {
        return IntStream.range(0, classes).toArray();
    }

    /** Whether the loss stalled before the epochs ran out. */
    public boolean converged() {
        return trained.converged();
    }

    /** The loss of each epoch, before its updates and with the penalty. */
    public List<Double> losses() {
        return trained.losses();
    }

    /** The learning rate of each epoch's last step; empty for lbfgs. */
    public List<Double> rates() {
        return trained.rates();
    }

    /** Weights {@code [layers][from][to]}; fresh copies. */
    public double[][][] coefs() {
        return trained.coefs();
    }

    /** Biases {@code [layers][to]}; fresh copies. */
    public double[][] intercepts() {
        return trained.intercepts();
    }
}
