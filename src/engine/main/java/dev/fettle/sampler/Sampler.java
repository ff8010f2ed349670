package dev.fettle.sampler;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.List;

/** A way to choose points: a record of its settings. Immutable, for any thread. */
public interface Sampler extends Serializable {
    /**
     * A fresh search.
     *
     * @param seed of all that is drawn
     * @throws IllegalArgumentException if the space does not fit this sampler; the message says which parameter and why
     */
    Search start(Question question, Seed seed);

    /**
     * What a reader should know of a search that has come so far, each a sentence; mostly nothing.
     *
     * @param told how many trials, anybody's
     */
    default List<String> remarks(int told) {
        return List.of();
    }
}
