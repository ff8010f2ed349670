package dev.fettle.sampler.genetic;

/** What settings demand. */
final class Settings {
    static final int MOST = 10_000;

    private Settings() {}

    static void require(boolean holds, String subject, Number value, String must) {
        if (!holds) {
            throw new IllegalArgumentException(subject + " (" + value + ") must " + must);
        }
    }

    static void probability(String subject, double value, String maybe) {
        require(value >= 0 && value <= 1, subject, value, "lie in [0, 1]. Maybe " + maybe + ".");
    }

    static void population(int value, String maybe) {
        require(value >= 2 && value <= MOST, "Population", value, "lie in [2, 10000]. Maybe " + maybe + ".");
    }
}
