package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The winner on rows that took no part in the search, scored once. Immutable, for any thread.
 *
 * @param rows how many, at least 1
 * @param score by the first goal
 * @param low where the score of other such rows would lie in 95 of 100 cases; NaN where nobody knows, and so is {@code high}
 */
public record TestScore(int rows, double score, double low, double high) {
    /** What two errors make up together is far. */
    private static final double FAR = 2;

    /** Of a normal law 95 of 100 lie within so many standard deviations. */
    private static final double WITHIN = 1.96;

    /** {@code Test (30 rows, used once): 1.000 (95 %: 0.88 to 1)}. */
    String words() {
        String range = Double.isNaN(low) ? "" : " (95 %: " + ends(low, high) + ")";
        return "Test (" + Wording.count(rows, "row") + ", used once): " + Wording.score(score) + range;
    }

    /** {@code 0.88 to 1}. */
    static String ends(double low, double high) {
        return end(low, high - low) + " to " + end(high, high - low);
    }

    /** With as many decimals as tell the ends apart, and one more. */
    private static String end(double number, double width) {
        if (!(Math.abs(number) < 1e7 && width > 1e-6)) {
            return Wording.score(number);
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(width)) + 1);
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * That the score lies further from that of the search than their errors explain; empty if it does not, or nobody knows.
     *
     * @param found the score of the winner in the search
     * @param trials among how many it was chosen
     */
    String far(Goal goal, Score found, int trials) {
        double mean = found.value();
        double error = found.standardError();
        double own = Double.isNaN(low) ? 0 : (mean < score ? score - low : high - score) / WITHIN;
        double both = Math.hypot(Double.isNaN(error) ? 0 : error, own);
        if (!(both > 0 && Math.abs(score - mean) > FAR * both)) {
            return "";
        }
        String search = Wording.scoreWithError(mean, error) + " of the search";
        return goal.better(score, mean)
                ? "The test is better than the " + search
                        + " lets expect: its rows may be easier, or there are too few of them"
                        + " or in the folds. Maybe another --seed, or --repeat."
                : "The test is worse than the " + search + " lets expect: the best of " + Wording.count(trials, "trial")
                        + " is partly lucky, or the test rows differ. Trust the test more.";
    }
}
