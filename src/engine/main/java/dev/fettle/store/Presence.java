package dev.fettle.store;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** That a writer is there, as the others see it. Safe for any thread. */
public interface Presence extends AutoCloseable {
    /** A name that no other writer has, or will ever have: letters, digits and hyphens. */
    String writer();

    /**
     * Whether another writer is gone: it has left, its process has died, or it has given no sign for a minute while this one
     * was watching. No clock is compared, so that a wrong one does no harm. Of a writer that is gone it is always true.
     */
    boolean isGone(String writer) throws IOException;

    /**
     * Those of some writers that are gone, each as {@link #isGone} says. The first look sees all; where many watch each other, the
     * later ones may be some seconds late.
     */
    default Set<String> gone(Set<String> writers) throws IOException {
        Set<String> gone = new LinkedHashSet<>();
        for (String writer : writers) {
            if (isGone(writer)) {
                gone.add(writer);
            }
        }
        return gone;
    }

    /** Where the writer is, for people: {@code process 4711 on lab3}, or the process alone. */
    default String where() {
        return Whereabouts.HERE;
    }

    /** Leaves. */
    @Override
    void close() throws IOException;
}
