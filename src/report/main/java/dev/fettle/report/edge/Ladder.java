package dev.fettle.report.edge;

import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Whole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The values of a parameter that is a number, from the least to the largest.
 *
 * @param rungs all of them where they are few, rising; else none
 */
record Ladder(Scalar parameter, List<Object> rungs) {
    private static final int FEW = 12;

    /** Of two values one is always the last. */
    private static final int LEAST = 3;

    /** Empty for words, for bells, which have no ends, and for fewer than three values. */
    static Optional<Ladder> of(Scalar parameter) {
        if (parameter instanceof Normal || (parameter instanceof Choice c && !numbers(c))) {
            return Optional.empty();
        }
        long size = parameter.size().orElse(Long.MAX_VALUE);
        if (size < LEAST) {
            return Optional.empty();
        }
        boolean few = size <= FEW || parameter instanceof Choice;
        return Optional.of(new Ladder(parameter, few ? rungs(parameter, size) : List.of()));
    }

    private static boolean numbers(Choice choice) {
        return choice.values().stream().allMatch(Number.class::isInstance);
    }

    private static List<Object> rungs(Scalar parameter, long size) {
        return LongStream.range(0, size)
                .mapToObj(parameter::value)
                .sorted(Comparator.comparingDouble(Ladder::number))
                .toList();
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Where a value stands: 0 is the least, 1 the largest. */
    double place(Object value) {
        if (!rungs.isEmpty()) {
            return rungs.indexOf(value) / (rungs.size() - 1.0);
        }
        if (parameter instanceof Whole w && w.size().isPresent()) {
            long last = w.size().getAsLong() - 1;
            return value.equals(w.value(0)) ? 0 : value.equals(w.value(last)) ? 1 : w.encode(value);
        }
        return parameter instanceof Real r && value.equals(r.low()) ? 0 : parameter.encode(value);
    }
}
