package dev.fettle.sampler.population;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Slope;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a method knows between two generations. An immutable value, for any thread. */
public interface Population {
    /** How many points each generation has, at least 1. */
    int size();

    /** How many points the largest has that may follow. */
    default int most() {
        return size();
    }

    /** The population that knows one more result of somebody else; asked of the first one alone. */
    Population knowing(Outcome earlier);

    /**
     * The next generation.
     *
     * @param seed of all that is drawn
     * @param goOn looked at before each point and at least every 10 ms
     * @return null if {@code goOn} said no, or if the space has no point
     */
    @Nullable
    Brood breed(Seed seed, BooleanSupplier goOn);

    /** What the proposals of its next generation say of themselves; no two generations in a row say the same. */
    default String origin(int number) {
        return "generation " + number;
    }

    /**
     * The step down a gradient that led here; empty where there was none.
     *
     * @param trials how many had been told by then
     */
    default Optional<Slope> slope(int trials) {
        return Optional.empty();
    }
}
