package dev.fettle.sampler;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;

/** A way to choose points: a record of its settings. Immutable, for any thread. */
public interface Sampler extends Serializable {
    /**
     * A fresh search.
     *
     * @param seed of all that is drawn
     * @throws IllegalArgumentException if the space does not fit this sampler; the message says which parameter and why
     */
    Search start(Question question, Seed seed);

    /** Whether a search of it, if it listens at all, hears all goals of a study; unless said otherwise the first alone. */
    default boolean hearsAllGoals() {
        return false;
    }

    /**
     * Whether a search of it may propose a point again, which then shares the score of the first, and so goes on when all
     * points of a space have run; unless said otherwise it does not.
     */
    default boolean repeats() {
        return false;
    }

    /**
     * How much of the resource so many trials use together, or about so much; empty if each uses all of it, which is said
     * unless a sampler knows better.
     */
    default OptionalLong spends(int trials) {
        return OptionalLong.empty();
    }

    /**
     * What a reader should know of a search that has come so far, each a sentence; mostly nothing.
     *
     * @param told how many trials, anybody's
     */
    default List<String> remarks(int told) {
        return List.of();
    }
}
