package dev.fettle.evaluation.fold;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How often rows are dealt to folds anew, in another order each time. Immutable, for any thread.
 *
 * @param repeats at least 0; 0 deals the rows once, as they stand
 * @param seed its low 32 bits are scikit-learn's {@code random_state}
 */
public record Shuffle(int repeats, long seed) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The rows as they stand. */
    public static final Shuffle NONE = new Shuffle(0, 0);

    public Shuffle {
        if (repeats < 0) {
            throw new IllegalArgumentException("Repeats (" + repeats + ") must be at least 0.");
        }
    }

    /** Once, as {@code shuffle=True, random_state=seed} does in scikit-learn. */
    public static Shuffle once(long seed) {
        return new Shuffle(1, seed);
    }

    /** The first time of them alone. */
    Shuffle first() {
        return new Shuffle(Math.min(1, repeats), seed);
    }

    /** As often, and at least once, by another seed. */
    Shuffle by(long other) {
        return new Shuffle(Math.max(1, repeats), other);
    }

    /** How many there are of {@code k} each time. */
    long folds(int k) {
        return (long) k * Math.max(1, repeats);
    }

    /**
     * Deals rows to {@code k} folds, so often as wanted from one stream of random numbers.
     *
     * @param dealer makes the fold of each row; is given what shuffles, or does nothing
     */
    Folds deal(int k, Function<Consumer<int[]>, int[]> dealer) {
        if (repeats == 0) {
            return Folds.of(dealer.apply(values -> {}), k);
        }
        MersenneTwister random = new MersenneTwister(seed);
        List<Fold> all = new ArrayList<>();
        for (int r = 0; r < repeats; r++) {
            all.addAll(Folds.of(dealer.apply(random::shuffle), k).folds());
        }
        return new Folds(all);
    }

    /** {@code ", shuffled (seed 42)"} behind what is shuffled; empty for none. */
    String describe() {
        return switch (repeats) {
            case 0 -> "";
            case 1 -> ", shuffled by seed " + seed;
            default -> ", " + repeats + " times, shuffled by seed " + seed;
        };
    }
}
