package dev.fettle.sampler.cma;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws for one member, one behind the other, until one of them will do. Not safe for several threads. */
final class Draws {
    private final Belief belief;
    private final Layout layout;
    private final RandomGenerator random;
    /** What the first one is made of; null for chance, and then. */
    private double @Nullable [] first;
    /** How many more draws may be thrown away because they lie outside the cube. */
    private int patience;

    Draws(Belief belief, Layout layout, RandomGenerator random, double @Nullable [] first, int patience) {
        this.belief = belief;
        this.layout = layout;
        this.random = random;
        this.first = first;
        this.patience = patience;
    }

    /**
     * The next one.
     *
     * @param wider 1, or how many times larger the deviations are; categories are then nearly even
     */
    Member next(double wider) {
        double[] numbers = belief.bell().draw(normal(), wider);
        while (patience > 0 && isOutside(numbers)) {
            patience--;
            numbers = belief.bell().draw(normal(), wider);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!layout.lattice()[i]) {
                numbers[i] = Math.min(1, Math.max(0, numbers[i]));
            }
        }
        int[] categories = belief.categories().draw(random, 1 - 1 / wider);
        double[] place = layout.place(numbers, categories);
        return new Member(layout.space().decode(place), numbers, categories, wider > 1, null);
    }

    private double[] normal() {
        double[] given = first;
        first = null;
        return given != null ? given : Directions.normal(random, layout.numeric().length);
    }

    /** Lattices have no outside: their last cells have no end. */
    private boolean isOutside(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!layout.lattice()[i] && !(numbers[i] >= 0 && numbers[i] <= 1)) {
                return true;
            }
        }
        return false;
    }
}
