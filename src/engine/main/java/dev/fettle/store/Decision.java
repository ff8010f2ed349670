package dev.fettle.store;

import java.io.IOException;
import java.util.List;

/** What to append, perhaps nothing, behind what is there. */
@FunctionalInterface
public interface Decision<T> {
    /**
     * Decides, perhaps on another thread than that which waits for it; it may not use the store.
     *
     * @param news what it has not heard of yet
     */
    List<T> on(List<T> news) throws IOException;

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
            try {
                return appending.to(size, on(news));
            } catch (Conflict e) {
                before = e;
            }
        }
    }
}
