package dev.fettle.sampler;

import dev.fettle.random.Seed;
import java.io.Serializable;

/** A way to choose points: a record of its settings. Immutable, for any thread. */
public interface Sampler extends Serializable {
    /**
     * A fresh search.
     *
     * @param seed of all that is drawn
     * @throws IllegalArgumentException if the space does not fit this sampler; the message says which parameter and why
     */
    Search start(Question question, Seed seed);
}
