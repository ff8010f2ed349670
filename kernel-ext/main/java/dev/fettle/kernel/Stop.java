package dev.fettle.kernel;

import java.util.ArrayList;
import java.util.List;

/** A polite request to end a cell, made once. Safe for any thread. */
public final class Stop {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean requested;

    public synchronized boolean requested() {
        return requested;
    }

    /** Asks; true if this was the first time. */
    public boolean request() {
        List<Runnable> told;
        synchronized (this) {
            if (requested) {
                return false;
            }
            requested = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
        return true;
    }

    /** Runs the listener when asked, at once if that was before. */
    public void onRequest(Runnable listener) {
        synchronized (this) {
            if (!requested) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }
}
