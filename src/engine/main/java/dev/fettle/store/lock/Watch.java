package dev.fettle.store.lock;

/**
 * What has been seen of a writer that holds its lock.
 *
 * @param beat the sign of life that it showed last
 * @param since when that was seen first, in nanoseconds of the watcher's own clock
 * @param seen when it was seen last
 */
public record Watch(String beat, long since, long seen) {
    /** The first look. */
    public static Watch begin(String beat, long now) {
        return new Watch(beat, now, now);
    }

    /** Looks again. A watcher that was away itself knows nothing of the time between. */
    public Watch look(String now, long at, Rhythm rhythm) {
        boolean away = at - seen > rhythm.gap().toNanos();
        return away || !now.equals(beat) ? begin(now, at) : new Watch(beat, since, at);
    }

    /** Whether nothing has changed for so long, all of which was watched, that the writer is gone. */
    public boolean isSilent(Rhythm rhythm) {
        return seen - since >= rhythm.patience().toNanos();
    }
}
