package dev.fettle.store;

import java.io.IOException;
import java.util.List;

/**
 * What to append, perhaps nothing, behind what is there. Called perhaps on another thread than that which waits for it; it may not
 * use the store.
 */
public interface Decision<T> {
    /** Hears what it has not heard of yet, in order and perhaps in pieces. */
    void hear(List<T> news) throws IOException;

    /** Decides when it has heard all; again, behind more news, where that had no effect. */
    List<T> decide() throws IOException;

    /** Reads what is there from a number on. */
    @FunctionalInterface
    interface Reading<T> {
        /** As {@link Lines#read(long)}. */
        List<T> from(long number) throws IOException;
    }

    /** Appends, if nobody else has. */
    @FunctionalInterface
    interface Appending<T> {
        /** As {@link Lines#append(long, List)}. */
        long to(long expected, List<T> more) throws IOException, Conflict;
    }

    /** Appends what is decided, again and again until nobody else was faster: for a store where nobody can wait for a turn. */
    default long append(long known, Reading<T> reading, Appending<T> appending) throws IOException {
        long size = known;
        for (Conflict before = null; ; ) {
            List<T> news = reading.from(size);
            if (before != null && news.isEmpty()) {
                throw Lines.gone(before);
            }
            size += news.size();
            hear(news);
            try {
                return appending.to(size, decide());
            } catch (Conflict e) {
                before = e;
            }
        }
    }
}
