package dev.fettle.sampler.evidence;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is different between methods that model what they have heard. A pure function; it may keep a memory of what it has
 * worked out that no answer depends on. For any thread.
 */
@FunctionalInterface
public interface Chooser {
    /**
     * The most promising point; null to leave it to the even points, or where {@code goOn} says no. A point that is known already, or
     * that breaks a constraint, counts as null.
     *
     * @param seed of all that is drawn for this choice
     * @param goOn looked at every 10 ms at least
     */
    @Nullable
    Point choose(Evidence evidence, Seed seed, BooleanSupplier goOn);
}
