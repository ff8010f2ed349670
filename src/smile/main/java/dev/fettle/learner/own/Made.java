package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Model;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import smile.classification.Classifier;
import smile.regression.Regression;

/**
 * What a trainer gave, on its way to a model.
 *
 * @param owner the trainer's name, for messages
 */
record Made(String owner, Object model) {
    /**
     * A model of classes.
     *
     * @param present the classes that it was trained on, as it numbers them; rising
     * @param classes how many there are in the data; one that it has not seen gets no share
     */
    Model ofClasses(int[] present, int classes) {
        if (model instanceof Regression<?> || !(model instanceof ToDoubleFunction<?>)) {
            throw refused("Classifier<double[]>");
        }
        Classifier<double[]> classifier = model instanceof Classifier<?> ? as() : told(present.length);
        Model own = Model.of(classifier, present.length);
        return new Model(
                model,
                rows -> Arrays.stream(own.predictor().predict(rows))
                        .map(shares -> spread(shares, present, classes))
                        .toArray(double[][]::new),
                Map.of());
    }

    /** A model of values. */
    Model ofValues() {
        if (model instanceof Classifier<?> || !(model instanceof ToDoubleFunction<?>)) {
            throw refused("Regression<double[]>");
        }
        ToDoubleFunction<double[]> function = as();
        return new Model(
                model, Model.of((Regression<double[]>) function::applyAsDouble).predictor(), Map.of());
    }

    private Classifier<double[]> told(int classes) {
        ToDoubleFunction<double[]> function = as();
        String name = owner;
        return x -> {
            double said = function.applyAsDouble(x);
            if (said != StrictMath.rint(said) || said < 0 || said >= classes) {
                throw new IllegalArgumentException(
                        "Result of " + name + " (" + said + ") must be a class, 0 to " + (classes - 1) + ".");
            }
            return (int) said;
        };
    }

    private static double[] spread(double[] shares, int[] present, int classes) {
        double[] all = new double[classes];
        IntStream.range(0, present.length).forEach(k -> all[present[k]] = shares[k]);
        return all;
    }

    /** Whether it takes arrays of numbers is only seen when it is asked. */
    void tried(Model made, Dataset row) {
        try {
            made.predictor().predict(row);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "Result of " + owner + " (" + type() + ") must take a double[], and takes something else.", e);
        }
    }

    private IllegalArgumentException refused(String kind) {
        return new IllegalArgumentException("Result of " + owner + " (" + type() + ") must be a " + kind
                + " of Smile, or a ToDoubleFunction<double[]>.");
    }

    private String type() {
        return model.getClass().getSimpleName();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T> T as() {
        return (T) model;
    }
}
