package dev.fettle.sampler.tpe;

import java.util.function.BooleanSupplier;

/** Asks whether to go on, not at every step but every millisecond or so. For one thread. */
final class Pulse {
    /** Densities of one kernel along one axis, of which the slowest takes about 100 ns. */
    private static final int WORK = 20_000;

    private final BooleanSupplier goOn;
    private int done;
    private boolean stopped;

    Pulse(BooleanSupplier goOn) {
        this.goOn = goOn;
    }

    /** Whether to go on after so much more work; once false always false. */
    boolean beats(int work) {
        done += work;
        if (done >= WORK) {
            done = 0;
            stopped |= !goOn.getAsBoolean();
        }
        return !stopped;
    }
}
