package dev.fettle.learner.xgboost;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Trees of the library, and the only class that knows it. Numbers have 32 bits there: what differs less is equal, what is
 * larger is the largest. Immutable, for any thread.
 */
final class Boosted implements Serializable {
    private static final long serialVersionUID = 1;

    /** Parallelism comes from folds and trials; the same bits with any number of threads are not promised. */
    private static final Map<String, Object> QUIET = Map.of("nthread", 1, "verbosity", 0);

    private final Objective objective;
    private final transient Booster booster;

    private Boosted(Objective objective, Booster booster) {
        this.objective = objective;
        this.booster = booster;
    }

    /**
     * Trains round by round, and tells what each has come to.
     *
     * @param settings as the library has them
     * @param rounds at least 1
     */
    static Boosted train(Map<String, Object> settings, Dataset train, Fitting fitting, int rounds) {
        Objective objective = Objective.of(train.target());
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(objective.settings());
        all.putAll(QUIET);
        all.put("seed", fitting.seed().value() & Integer.MAX_VALUE);
        try {
            DMatrix rows = matrix(train.x());
            try {
                rows.setLabel(objective.labels(train.target()));
                if (train.isWeighted()) {
                    rows.setWeight(floats(train.weights()));
                }
                Boosted trees = new Boosted(objective, XGBoost.train(rows, all, 0, new HashMap<>(), null, null));
                trees.grow(rows, fitting, rounds);
                return trees;
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError e) {
            throw failure(e);
        }
    }

    private void grow(DMatrix rows, Fitting fitting, int rounds) throws XGBoostError {
        try (SoFar soFar = new SoFar()) {
            for (int round = 1; round <= rounds; round++) {
                Fitting.checkInterrupt();
                booster.update(rows, round - 1);
                if (round < rounds && !fitting.report(round, soFar)) {
                    return;
                }
            }
        }
    }

    /** {@code [n]} what is said of each row. */
    double[][] predict(double[][] x) {
        if (x.length == 0) {
            return new double[0][];
        }
        try {
            return said(booster.inplace_predict(flat(x), x.length, x[0].length, Float.NaN));
        } catch (XGBoostError e) {
            throw failure(e);
        } finally {
            // Its finalizer frees what the native code reads.
            Reference.reachabilityFence(booster);
        }
    }

    private double[][] said(float[][] outputs) {
        return Arrays.stream(outputs).map(objective::said).toArray(double[][]::new);
    }

    private static DMatrix matrix(double[][] x) throws XGBoostError {
        return new DMatrix(flat(x), x.length, x[0].length, Float.NaN);
    }

    private static float[] flat(double[][] x) {
        int p = x[0].length;
        float[] flat = new float[Math.multiplyExact(x.length, p)];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(floats(x[i]), 0, flat, i * p, p);
        }
        return flat;
    }

    /** What is not finite is missing. */
    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            floats[i] =
                    Double.isFinite(v) ? (float) Math.max(-Float.MAX_VALUE, Math.min(v, Float.MAX_VALUE)) : Float.NaN;
        }
        return floats;
    }

    private static ArithmeticException failure(XGBoostError error) {
        ArithmeticException failure = new ArithmeticException(said(error));
        failure.initCause(error);
        return failure;
    }

    /** The first line says what is wrong; behind it stands where in the native code. */
    private static String said(XGBoostError error) {
        return "XGBoost failed: "
                + String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    static Boosted of(Stored stored) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(stored.trees());
            booster.setParams(QUIET);
            return new Boosted(stored.objective(), booster);
        } catch (XGBoostError e) {
            throw broken(e);
        }
    }

    private Object writeReplace() throws InvalidObjectException {
        try {
            return new Stored(objective, booster.toByteArray());
        } catch (XGBoostError e) {
            throw broken(e);
        } finally {
            Reference.reachabilityFence(booster);
        }
    }

    private static InvalidObjectException broken(XGBoostError error) {
        InvalidObjectException broken = new InvalidObjectException(said(error));
        broken.initCause(error);
        return broken;
    }

    /** What the growing trees say. Who asks about the same rows after each round pays for the new trees alone. */
    @SuppressWarnings("serial") // It ends with the training.
    private final class SoFar implements Model.Predictor, AutoCloseable {
        private @Nullable Dataset rows;
        private @Nullable DMatrix matrix;

        @Override
        public double[][] predict(Dataset asked) {
            try {
                DMatrix known = matrix;
                if (known == null || asked != rows) {
                    close();
                    known = matrix(asked.x());
                    matrix = known;
                    rows = asked;
                }
                return said(booster.predict(known));
            } catch (XGBoostError e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            if (matrix != null) {
                matrix.dispose();
                matrix = null;
            }
        }
    }
}
