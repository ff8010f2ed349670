package dev.fettle.report.view;

import java.util.Arrays;

/** The mean of numbers however large they are. */
final class Mean {
    private Mean() {}

    /** The mean of at least one finite number; finite, even where their sum is not. */
    static double of(double... numbers) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        if (Double.isFinite(mean)) {
            return mean;
        }
        double parts = Arrays.stream(numbers).map(v -> v / numbers.length).sum();
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, parts));
    }
}
