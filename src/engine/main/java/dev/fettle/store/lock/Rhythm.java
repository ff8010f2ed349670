package dev.fettle.store.lock;

import java.time.Duration;

/**
 * How often a writer shows that it lives, and how long others wait for that.
 *
 * @param beat between two signs of life
 * @param gap who has not looked for longer than this was away itself, and begins to watch anew
 * @param patience a writer that shows nothing for so long is gone
 */
public record Rhythm(Duration beat, Duration gap, Duration patience) {
    /** A sign of life every 10 s, gone after 60 s without one. */
    public static final Rhythm USUAL =
            new Rhythm(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(60));
}
