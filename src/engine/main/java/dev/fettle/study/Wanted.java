package dev.fettle.study;

import java.util.function.BooleanSupplier;

/** Whether an answer is wanted; once it is not, it never is again, as what was thought is not to be trusted then. For any thread. */
final class Wanted implements BooleanSupplier {
    private final BooleanSupplier goOn;
    private volatile boolean over;

    Wanted(BooleanSupplier goOn) {
        this.goOn = goOn;
    }

    @Override
    public boolean getAsBoolean() {
        over |= !goOn.getAsBoolean();
        return !over;
    }
}
