package dev.fettle.report.edge;

import dev.fettle.report.axis.Spacing;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.condition.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A set of numbers that goes on behind one end as it goes on to that end: at the same ratio, or by the same difference. */
final class MoreValues {
    /** So many more. */
    private static final int MORE = 2;

    /** From here on values that are evenly spaced are not listed. */
    private static final int MANY = 6;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private MoreValues() {}

    static Optional<String> line(Choice choice, boolean high, Legal legal) {
        List<BigDecimal> rising = choice.values().stream()
                .map(v -> BigDecimal.valueOf(((Number) v).doubleValue()))
                .sorted()
                .toList();
        boolean whole = !(choice.values().get(0) instanceof Double);
        List<BigDecimal> towards = new ArrayList<>(rising);
        if (!high) {
            Collections.reverse(towards);
        }
        List<Object> more = further(towards, whole).stream()
                .map(n -> typed(n, choice.values().get(0)))
                .filter(v -> legal.allows(choice.name(), v))
                .toList();
        return more.isEmpty() ? Optional.empty() : Optional.of(line(choice, more, high));
    }

    private static Object typed(BigDecimal number, Object like) {
        if (like instanceof Double) {
            return number.doubleValue();
        }
        return like instanceof Long ? (Object) number.longValueExact() : (Object) number.intValueExact();
    }

    /** What comes next, of positive numbers positive ones alone. */
    private static List<BigDecimal> further(List<BigDecimal> towards, boolean whole) {
        BigDecimal last = towards.get(towards.size() - 1);
        BigDecimal before = towards.get(towards.size() - 2);
        boolean positive = towards.stream().allMatch(n -> n.signum() > 0);
        boolean natural = towards.stream().noneMatch(n -> n.signum() < 0);
        Optional<BigDecimal> ratio = positive ? ratio(before, last) : Optional.empty();
        List<BigDecimal> more = new ArrayList<>();
        BigDecimal next = last;
        for (int i = 0; i < MORE; i++) {
            next = ratio.isPresent()
                    ? next.multiply(ratio.get()).round(MathContext.DECIMAL64)
                    : next.add(last.subtract(before));
            boolean fits = !whole
                    || (next.stripTrailingZeros().scale() <= 0 && next.abs().compareTo(LARGEST) <= 0);
            if (fits && (positive ? next.signum() > 0 : !natural || next.signum() >= 0)) {
                more.add(next);
            }
        }
        return more;
    }

    /** That of the last two if it is at least 2, or one half at most. */
    private static Optional<BigDecimal> ratio(BigDecimal before, BigDecimal last) {
        BigDecimal ratio = last.divide(before, MathContext.DECIMAL64);
        BigDecimal round =
                ratio.round(new MathContext(12, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        double factor = round.doubleValue();
        return factor >= 2 || factor <= 0.5 ? Optional.of(round) : Optional.empty();
    }

    private static String line(Choice choice, List<Object> more, boolean high) {
        List<Object> all = new ArrayList<>(choice.values());
        boolean falling = Ladder.number(all.get(0)) > Ladder.number(all.get(all.size() - 1));
        if (high != falling) {
            all.addAll(more);
        } else {
            List<Object> first = new ArrayList<>(more);
            Collections.reverse(first);
            all.addAll(0, first);
        }
        Object given = choice.defaultValue();
        Expression only = choice.condition();
        return choice.name() + " in " + domain(all)
                + (given == null ? "" : " default " + Wording.typed(given))
                + (only == null ? "" : " if " + only.text());
    }

    private static String domain(List<Object> values) {
        return values.size() >= MANY && values.get(0) instanceof Double
                ? spaced(values).orElseGet(() -> listed(values))
                : listed(values);
    }

    private static String listed(List<Object> values) {
        return values.stream().map(Wording::typed).collect(Collectors.joining(", ", "{", "}"));
    }

    /** As {@code log(1e-05, 10.0, 7)}, if that gives just these. */
    private static Optional<String> spaced(List<Object> values) {
        double first = Ladder.number(values.get(0));
        double last = Ladder.number(values.get(values.size() - 1));
        int n = values.size();
        return Stream.of(Spacing.LOG, Spacing.EVEN)
                .filter(spacing -> spacing == Spacing.EVEN || first > 0)
                .filter(spacing -> IntStream.range(0, values.size())
                        .allMatch(i -> near(between(spacing, first, last, i / (n - 1.0)), values.get(i))))
                .findFirst()
                .map(spacing -> (spacing == Spacing.LOG ? "log(" : "lin(") + Wording.typed(first) + ", "
                        + Wording.typed(last) + ", " + n + ")");
    }

    private static double between(Spacing spacing, double first, double last, double share) {
        return spacing == Spacing.LOG ? first * StrictMath.pow(last / first, share) : first + share * (last - first);
    }

    private static boolean near(double number, Object value) {
        return Math.abs(number - Ladder.number(value)) <= 1e-9 * Math.abs(number);
    }
}
