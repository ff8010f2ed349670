package dev.fettle.spark;

import dev.fettle.envelope.Envelope;
import dev.fettle.trial.Objective;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The objectives that this JVM has been sent: each envelope is opened once, and the last few stay open. */
final class Received {
    private static final int MOST = 4;
    private static final Map<String, Objective> OPEN = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Objective> eldest) {
            return size() > MOST;
        }
    };

    private Received() {}

    /** @param hash of the envelope in one crew */
    static Objective objective(String hash, Supplier<byte[]> bytes) throws IOException {
        synchronized (OPEN) {
            Objective open = OPEN.get(hash);
            if (open == null) {
                ClassLoader parent = Thread.currentThread().getContextClassLoader();
                open = (Objective) Envelope.of(bytes.get()).open(parent);
                OPEN.put(hash, open);
            }
            return open;
        }
    }

    /** Nobody asks for it any more: executors of this process share its memory. */
    static void forget(String hash) {
        synchronized (OPEN) {
            OPEN.remove(hash);
        }
    }
}
