package dev.fettle.report.axis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The round numbers of a range. Stateless, for any thread. */
public final class Ruler {
    private static final int[] FACTORS = {1, 2, 5, 10};

    private Ruler() {}

    /**
     * Multiples of 1, 2 or 5 times a power of ten.
     *
     * @param low finite
     * @param high at least {@code low}
     * @param most about how many, at least 1
     */
    public static List<Tick> even(double low, double high, int most) {
        if (!(high > low)) {
            return List.of(new Tick(low, Label.of(low)));
        }
        BigDecimal step = step(low, high, most);
        BigDecimal largest = BigDecimal.valueOf(Math.max(Math.abs(low), Math.abs(high)));
        boolean fine = step.scaleByPowerOfTen(2).compareTo(largest) < 0;
        boolean plain = Label.plain(largest) && (fine || Label.plain(step));
        // Between neighbours among the doubles there is nowhere to stand.
        Map<Double, Tick> ticks = new LinkedHashMap<>();
        differences(low, high, most)
                .forEach(n -> ticks.putIfAbsent(n.doubleValue() + 0.0, new Tick(n.doubleValue(), Label.of(n, plain))));
        return List.copyOf(ticks.values());
    }

    /** The numbers from 1 to a whole one: 1, and multiples of 10, say. */
    public static List<Tick> counts(int last, int most) {
        if (last <= most) {
            return IntStream.rangeClosed(1, Math.max(1, last))
                    .mapToObj(i -> new Tick(i, Integer.toString(i)))
                    .toList();
        }
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(1, "1")));
        even(0, last, most).stream().filter(t -> t.place() > 1).forEach(ticks::add);
        return ticks;
    }

    /** The distance of round numbers: 1, 2 or 5 times a power of ten. */
    static BigDecimal step(double low, double high, int most) {
        BigDecimal range = BigDecimal.valueOf(high).subtract(BigDecimal.valueOf(low));
        BigDecimal least = range.divide(BigDecimal.valueOf(most), MathContext.DECIMAL64);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int factor : FACTORS) {
            BigDecimal step = unit.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(least) >= 0) {
                return step.stripTrailingZeros();
            }
        }
        throw new AssertionError(least);
    }

    /**
     * Powers of ten; where there are few of them, with 3 or with 2 and 5 times these.
     *
     * @param spacing not even
     * @param low of the sign of the spacing, not 0
     * @param high at least {@code low}
     * @param most about how many, at least 1
     */
    public static List<Tick> powers(Spacing spacing, double low, double high, int most) {
        boolean positive = spacing == Spacing.LOG;
        List<BigDecimal> numbers = positive ? ratios(low, high, most) : ratios(-1 * high, -1 * low, most);
        boolean plain = numbers.stream().allMatch(Ruler::small);
        return numbers.stream()
                .map(n -> positive ? n : n.negate())
                .map(n -> new Tick(spacing.place(n.doubleValue()), Label.of(n, plain)))
                .sorted(Comparator.comparingDouble(Tick::place))
                .toList();
    }

    private static boolean small(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(1e-3)) >= 0 && number.compareTo(BigDecimal.valueOf(1e4)) <= 0;
    }

    /** Round numbers at about equal ratios, rising; the bounds are positive. */
    static List<BigDecimal> ratios(double low, double high, int most) {
        BigDecimal first = BigDecimal.valueOf(low);
        BigDecimal last = BigDecimal.valueOf(high);
        int least = (int) Math.floor(StrictMath.log10(low));
        int largest = (int) Math.ceil(StrictMath.log10(high));
        int stride = Math.max(1, (largest - least + most - 1) / most);
        double decades = StrictMath.log10(high) - StrictMath.log10(low);
        int[] factors = decades > 3 ? new int[] {1} : decades > 1.3 ? new int[] {1, 3} : new int[] {1, 2, 5};
        List<BigDecimal> numbers = new ArrayList<>();
        for (int e = least; e <= largest; e++) {
            for (int factor : factors) {
                BigDecimal number = BigDecimal.valueOf(factor, -e);
                if (Math.floorMod(e, stride) == 0 && number.compareTo(first) >= 0 && number.compareTo(last) <= 0) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** Multiples of one round step, rising. */
    static List<BigDecimal> differences(double low, double high, int most) {
        BigDecimal step = step(low, high, most);
        BigDecimal end = BigDecimal.valueOf(high);
        BigDecimal first = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING);
        List<BigDecimal> numbers = new ArrayList<>();
        for (BigDecimal at = first.multiply(step); at.compareTo(end) <= 0; at = at.add(step)) {
            numbers.add(at);
        }
        return numbers;
    }
}
