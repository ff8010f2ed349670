package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean of the harmonic mean of precision and recall over the classes that occur or were predicted. */
record MacroF1() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "f1_macro";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, Confusion::macroF1);
    }
}
