package dev.fettle.kernel;

import java.util.ArrayList;
import java.util.List;

/** A polite request to end a cell, made once, and the news that the cell did not wait for its end. Safe for any thread. */
public final class Stop {
    private final Signal request = new Signal();
    private final Signal leave = new Signal();

    /** Whether the cell is to end. */
    public boolean requested() {
        return request.given();
    }

    /** Asks; true if this was the first time. */
    public boolean request() {
        return request.give();
    }

    /** Runs the listener when asked, at once if that was before. */
    public void onRequest(Runnable listener) {
        request.on(listener);
    }

    /** The cell ends now, and what it has started ends behind it. */
    void leave() {
        leave.give();
    }

    /** Runs the listener when the cell has ended before its work, at once if that was before. */
    public void onLeave(Runnable listener) {
        leave.on(listener);
    }

    private static final class Signal {
        private final List<Runnable> listeners = new ArrayList<>();
        private boolean given;

        synchronized boolean given() {
            return given;
        }

        boolean give() {
            List<Runnable> told;
            synchronized (this) {
                if (given) {
                    return false;
                }
                given = true;
                told = List.copyOf(listeners);
            }
            told.forEach(Runnable::run);
            return true;
        }

        void on(Runnable listener) {
            synchronized (this) {
                if (!given) {
                    listeners.add(listener);
                    return;
                }
            }
            listener.run();
        }
    }
}
