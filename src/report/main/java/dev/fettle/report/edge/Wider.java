package dev.fettle.report.edge;

import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.Whole;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/**
 * Ranges that go on behind one end: a decade more on a logarithmic scale, twice as wide on a linear one. What is positive stays
 * so, and nothing goes below 0 that begins there, or below a count of 1.
 */
final class Wider {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private Wider() {}

    /**
     * The line of a cell with such a range; empty if there is none, or it may not be.
     *
     * @param scalar the parameter, or any element of an array
     */
    static Optional<String> line(Parameter p, Scalar scalar, boolean high, Legal legal) {
        if (scalar instanceof Choice choice) {
            return p instanceof Choice ? MoreValues.line(choice, high, legal) : Optional.empty();
        }
        try {
            Scalar wider = scalar instanceof Real real
                    ? real(real, high, legal)
                    : scalar instanceof Whole whole ? whole(whole, high, legal) : scalar;
            return wider.equals(scalar) ? Optional.empty() : Optional.of(text(p, wider));
        } catch (IllegalArgumentException tooWide) {
            return Optional.empty();
        }
    }

    private static String text(Parameter p, Scalar wider) {
        Parameter all =
                p instanceof Array a ? new Array(a.name(), wider, a.shape(), a.defaultValue(), a.condition()) : wider;
        return all.text(Set.of());
    }

    /** The same if there is nothing wider. */
    private static Real real(Real r, boolean high, Legal legal) {
        double end = high ? higher(r, legal) : lower(r);
        if (!Double.isFinite(end) || !legal.allows(r.name().replaceAll("\\[.*", ""), end)) {
            return r;
        }
        return new Real(
                r.name(),
                high ? r.low() : end,
                high ? end : r.high(),
                r.scale(),
                r.step(),
                r.defaultValue(),
                r.condition());
    }

    /** Of shares, which end at 1, a tenth of what is left. */
    private static double higher(Real r, Legal legal) {
        BigDecimal last = last(r);
        BigDecimal further = r.scale() == Scale.LOG ? last.movePointRight(1) : last.add(last.subtract(exact(r.low())));
        boolean share = r.scale() == Scale.LINEAR && r.low() >= 0 && r.high() < 1 && further.compareTo(ONE) > 0;
        boolean unknown = legal == Legal.UNKNOWN;
        boolean left = share && (unknown || !legal.allows(r.name(), further.doubleValue()));
        return left && r.step() == 0
                ? ONE.subtract(ONE.subtract(last).movePointLeft(1)).doubleValue()
                : further.doubleValue();
    }

    private static double lower(Real r) {
        BigDecimal low = exact(r.low());
        BigDecimal width = last(r).subtract(low);
        if (r.scale() == Scale.LOG) {
            return low.movePointLeft(1).doubleValue();
        }
        if (low.signum() < 0) {
            return low.subtract(width).doubleValue();
        }
        if (low.signum() == 0) {
            return 0;
        }
        if (r.step() == 0) {
            return low.movePointLeft(1).doubleValue();
        }
        BigDecimal step = exact(r.step());
        BigDecimal steps = low.divideToIntegralValue(step);
        BigDecimal down = low.subtract(step.multiply(steps)).signum() > 0 ? steps : steps.subtract(ONE);
        return low.subtract(step.multiply(down.min(width.divideToIntegralValue(step))))
                .doubleValue();
    }

    /** The last number of the lattice, which may miss the bound. */
    private static BigDecimal last(Real r) {
        return exact(r.step() == 0 ? r.high() : r.value(r.size().orElseThrow() - 1));
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number).round(MathContext.DECIMAL64);
    }

    private static Whole whole(Whole w, boolean high, Legal legal) {
        long last = w.low() + (w.size().orElseThrow() - 1) * w.step();
        long width = last - w.low();
        long end = w.scale() == Scale.LOG
                ? high ? last * 10 : Math.max(1, w.low() / 10)
                : high ? last + width : w.low() - room(w, width);
        Object value = w.isLong() || end != (int) end ? (Object) end : (Object) (int) end;
        if ((Math.abs(end) > Integer.MAX_VALUE && !w.isLong())
                || !legal.allows(w.name().replaceAll("\\[.*", ""), value)) {
            return w;
        }
        return new Whole(
                w.name(),
                high ? w.low() : end,
                high ? end : w.high(),
                w.scale(),
                w.step(),
                w.defaultValue(),
                w.condition());
    }

    /** How far a lattice may go down. */
    private static long room(Whole w, long width) {
        return w.low() < 0 ? width : w.low() == 0 ? 0 : Math.min(width, (w.low() - 1) / w.step() * w.step());
    }
}
