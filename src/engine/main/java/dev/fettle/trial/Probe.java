package dev.fettle.trial;

/** What an objective may ask and tell while it runs. Safe for the threads of its own trial. */
public interface Probe {
    /**
     * Tells an intermediate score.
     *
     * @param step from 1, rising
     * @param score of the first goal, in its direction
     * @return whether to go on; false asks the objective to return early, and what it then returns is not looked at
     */
    boolean report(int step, double score);

    /** How much to use, in units of the objective; {@link Proposal#ALL} for as much as it takes by itself. */
    int resource();

    /** The same for every trial of a study, so that all points are compared under the same random numbers. */
    long seed();

    /** The number of the trial, from 1. */
    int number();

    /** A probe that nobody listens to, for an evaluation outside a study: trial 1, all of the resource. */
    static Probe of(long seed) {
        return new Probe() {
            @Override
            public boolean report(int step, double score) {
                return true;
            }

            @Override
            public int resource() {
                return Proposal.ALL;
            }

            @Override
            public long seed() {
                return seed;
            }

            @Override
            public int number() {
                return 1;
            }
        };
    }
}
