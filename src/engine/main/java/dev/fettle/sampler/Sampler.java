package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Budget;
import java.io.Serializable;

/** A way to choose points: a record of its settings. Immutable, for any thread. */
public interface Sampler extends Serializable {
    /** {@link #lag} of a sampler that needs no history. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * A fresh search.
     *
     * @throws IllegalArgumentException if the space does not fit this sampler; the message says which parameter and why
     */
    Search start(SearchSpace space, Seed seed, Budget budget);

    /**
     * How many proposals are made from one history, at least 1; a part of the study, unlike the number of jobs. A sampler
     * with {@link #UNLIMITED} lag must propose the same points whatever it is told.
     */
    int lag();
}
