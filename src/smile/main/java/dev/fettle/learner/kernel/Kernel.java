package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Elementary;
import dev.fettle.space.Real;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How alike two rows are, by the four kernels of libsvm (Chang and Lin, 2011, ACM TIST 2(3), section 4.2). Immutable, for any
 * thread.
 */
record Kernel(Form form, double gamma, double coef0, int degree) implements Serializable {
    private static final long serialVersionUID = 1;

    /** What all learners with such a kernel know. */
    static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            Hyperparameter.word(
                    "kernel", "rbf", List.of("rbf", "linear", "poly", "sigmoid"), "what makes two rows alike"),
            Hyperparameter.real("gamma", 1, Interval.above(0), "how near alike rows are: of rbf 1/(2·width²)")
                    .orWord("auto")
                    .orWord("scale"),
            Hyperparameter.whole("degree", 3, Interval.atLeast(1), "the power of poly"),
            Hyperparameter.real("coef0", 0, Interval.atLeast(-1000), "what poly and sigmoid add to the products"));

    /** From Hsu, Chang and Lin's guide (2003), section 3.2; begins at 1/p, which is auto, and scale where the variance is 1. */
    static Real gamma(Dataset.Shape data) {
        return Real.logUniform("gamma", 0x1p-15, 0x1p3).startingAt(Math.max(0x1p-15, 1.0 / data.features()));
    }

    /** The numbers in the rows, of which a smooth function with small weights makes least; above 0. */
    static double size(Configuration values, Dataset.Shape data) {
        double gamma = values.value("gamma") instanceof Number g ? g.doubleValue() : 1.0 / data.features();
        double bend = values.real("C") * (reads("gamma", values) ? gamma : 1);
        return 1 + data.rows() * data.features() * bend / (1 + bend);
    }

    /** The formulas, with x·z, gamma, coef0 and degree. */
    enum Form {
        /** e^(−gamma·|x − z|²). */
        RBF,
        /** x·z. */
        LINEAR,
        /** (gamma·x·z + coef0)^degree. */
        POLY,
        /** tanh(gamma·x·z + coef0), no true kernel for all values. */
        SIGMOID
    }

    /** @param x {@code [n][p]} the training rows, from whose spread gamma may follow */
    static Kernel of(Configuration values, double[][] x) {
        Form form = Form.valueOf(values.text("kernel").toUpperCase(Locale.ROOT));
        return new Kernel(form, gamma(values.value("gamma"), x), values.real("coef0"), values.whole("degree"));
    }

    /** Whether a hyperparameter matters under the kernel that the others say; true for what is not the kernel's. */
    static boolean reads(String hyperparameter, Configuration values) {
        String kernel = values.text("kernel");
        return switch (hyperparameter) {
            case "gamma" -> !kernel.equals("linear");
            case "degree" -> kernel.equals("poly");
            case "coef0" -> kernel.equals("poly") || kernel.equals("sigmoid");
            default -> true;
        };
    }

    /** As it says, or 1/p, or by scale 1/(p·variance of all entries). */
    private static double gamma(Object said, double[][] x) {
        if (said instanceof Number number) {
            return number.doubleValue();
        }
        double variance = said.equals("scale") ? variance(x) : 1;
        return 1 / (x[0].length * (variance > 0 ? variance : 1));
    }

    private static double variance(double[][] x) {
        double count = (double) x.length * x[0].length;
        double sum = 0;
        for (double[] row : x) {
            for (double v : row) {
                sum += v;
            }
        }
        double squares = 0;
        for (double[] row : x) {
            for (double v : row) {
                squares += (v - sum / count) * (v - sum / count);
            }
        }
        return squares / count;
    }

    /** {@code [n]} of each row and x. */
    double[] values(ColumnMatrix rows, double[] x) {
        return bent(form == Form.RBF ? rows.squaredDistances(x) : rows.times(x));
    }

    /** {@code [n]} of each row and itself. */
    double[] diagonal(ColumnMatrix rows) {
        double[] k = new double[rows.rows()];
        if (form != Form.RBF) {
            Arrays.stream(rows.columns()).forEach(column -> addSquares(k, column));
        }
        return bent(k);
    }

    private static void addSquares(double[] k, double[] column) {
        for (int i = 0; i < k.length; i++) {
            k[i] = Math.fma(column[i], column[i], k[i]);
        }
    }

    /** Squared distances or products become what the formula makes of them. */
    private double[] bent(double[] k) {
        switch (form) {
            case LINEAR -> {}
            case RBF -> {
                scale(k, -gamma, 0);
                Elementary.exp(k, new double[k.length], k.length);
            }
            case POLY -> {
                scale(k, gamma, coef0);
                power(k);
            }
            case SIGMOID -> {
                scale(k, gamma, coef0);
                Elementary.tanh(k, k.length);
            }
        }
        return k;
    }

    private static void scale(double[] k, double s, double plus) {
        for (int i = 0; i < k.length; i++) {
            k[i] = Math.fma(s, k[i], plus);
        }
    }

    /** By squares, as libsvm does. */
    private void power(double[] k) {
        for (int i = 0; i < k.length; i++) {
            double power = 1;
            double square = k[i];
            for (int d = degree; d > 0; d /= 2) {
                power *= d % 2 == 1 ? square : 1;
                square *= square;
            }
            k[i] = power;
        }
    }
}
