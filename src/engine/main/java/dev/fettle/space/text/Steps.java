package dev.fettle.space.text;

import dev.fettle.space.Normal;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Whole;
import dev.fettle.word.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Whether steps lead from the lower bound to the upper one: a step that leads nowhere is a mistake, one that misses the end is told. */
final class Steps {
    private final List<String> sentences = new ArrayList<>();

    List<String> sentences() {
        return sentences;
    }

    static void positive(String name, double step, Token place) throws MistakeException {
        if (!(step > 0)) {
            throw new MistakeException(place, subject(name, step) + " must be positive. Maybe no step at all.");
        }
    }

    private static String subject(String name, double step) {
        return "Step (" + number(step) + ") of parameter " + name;
    }

    /** @param place of the step */
    void check(Scalar drawn, double step, Token place) throws MistakeException {
        if (drawn instanceof Normal) {
            return;
        }
        double low = ((Number) drawn.value(0)).doubleValue();
        double high = bound(drawn);
        if (step > high - low && low < high) {
            throw new MistakeException(
                    place,
                    subject(drawn.name(), step) + " must be at most " + number(high - low)
                            + ", from the lower bound to the upper one, or it leaves " + number(low) + " alone.");
        }
        Object last = drawn.value(drawn.size().orElseThrow() - 1);
        if (((Number) last).doubleValue() != high) {
            sentences.add("Steps of " + number(step) + " from " + number(low) + " do not reach " + number(high) + ": "
                    + drawn.name() + " ends at " + Words.of(last) + ".");
        }
    }

    private static double bound(Scalar drawn) {
        if (drawn instanceof Whole w) {
            return (double) w.high();
        }
        return drawn instanceof Real r ? r.high() : Double.NaN;
    }

    /** Without the digits that doubles add to sums of decimals. */
    private static String number(double x) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(12)).stripTrailingZeros();
        return x == 0 || (Math.abs(x) >= 1e-3 && Math.abs(x) < 1e7)
                ? rounded.toPlainString()
                : Words.of(rounded.doubleValue());
    }
}
