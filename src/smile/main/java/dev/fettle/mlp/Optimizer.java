package dev.fettle.mlp;

/** A rule that moves parameters along a gradient. Holds its own state; for one thread. */
interface Optimizer {
    /** Moves theta by one step. */
    void step(double[] theta, double[] gradient);

    /**
     * An epoch has ended.
     *
     * @param seen how many samples were trained on so far
     */
    void epochEnds(long seen);

    /** The loss has stalled: true to end the training, false if the rate was lowered instead. */
    boolean stalled();

    /** The learning rate of the last step. */
    double rate();
}
