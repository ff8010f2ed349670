package dev.fettle.sampler;

/**
 * How far proposals may run ahead of results. It makes a study the same at any number of jobs: what a proposal knows depends
 * on its number and on nothing that a clock decides. Immutable, for any thread.
 *
 * <pre>{@code
 * int known(Pace.Window pace, int number) {
 *     return Math.max(0, number - pace.lag());
 * }
 * }</pre>
 */
public sealed interface Pace {
    /** The search does not listen: it proposes the same points whatever it is told, and so is told nothing. */
    record Free() implements Pace {}

    /**
     * Proposal number n knows the results up to number n − lag, and no later one. No worker waits for the slowest of a batch.
     *
     * @param lag at least 1; 1 for one after the other
     */
    record Window(int lag) implements Pace {
        public Window {
            positive(lag, "Lag");
        }
    }

    /**
     * So many proposals know the results of all before them, and nothing of each other.
     *
     * @param size of the next generation, at least 1
     * @param most how large later ones may be, as far as is known; at least {@code size}
     */
    record Generation(int size, int most) implements Pace {
        public Generation {
            positive(size, "Size of a generation");
            most = Math.max(size, most);
        }

        /** One that is as large as any. */
        public Generation(int size) {
            this(size, size);
        }
    }

    private static void positive(int value, String subject) {
        if (value < 1) {
            throw new IllegalArgumentException(subject + " (" + value + ") must be at least 1.");
        }
    }
}
