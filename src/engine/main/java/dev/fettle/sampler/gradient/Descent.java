package dev.fettle.sampler.gradient;

import dev.fettle.sampler.Slope.Event;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way down from one start point. Nobody may write into the arrays, so it is for any thread.
 *
 * @param at {@code [coordinates]} the place whose score is awaited
 * @param rate 0 until it is known
 * @param steps how many are finished
 * @param best the best place so far; null for none
 * @param before the place of the last step; null for none
 * @param worse how many steps in a row were no better than the best
 * @param turns how many of those turned back on the one before
 * @param faint how many steps in a row had hardly a slope
 */
record Descent(
        Coordinates coordinates,
        double[] at,
        double rate,
        Moments moments,
        int steps,
        @Nullable Found best,
        @Nullable Found before,
        int worse,
        int turns,
        int faint) {
    /** The first step of a rate that was to be chosen, as a share of the range. */
    private static final double FIRST_STEP = 0.02;
    /** A loss that would not change more over the whole range, as a share of itself, does not change. */
    private static final double FLAT = 1e-6;

    private static final int FAINT = 3;
    /** A shorter step, as a share of the range, leads nowhere. */
    private static final double SHORTEST = 1e-10;

    private static final int HALVINGS = 10;
    /** So many times as far it goes where the slope grows on the way. */
    private static final double STRIDES = 10;

    /**
     * A place with its score.
     *
     * @param gradient {@code [coordinates]} finite
     * @param bends {@code [coordinates]} second derivatives, NaN where nobody knows; null if none is known
     * @param error of what the loss would change over the range of a coordinate, at least 0
     */
    record Found(double[] at, double loss, double[] gradient, double @Nullable [] bends, double error) {}

    /**
     * What becomes of a step.
     *
     * @param next null where there is none from this start point
     * @param rate of the next step, or of the last one where there is none
     */
    record Turn(@Nullable Descent next, Event event, double rate) {}

    static Descent from(Coordinates coordinates, double[] at, double rate) {
        return new Descent(coordinates, at, rate, Moments.none(at.length), 0, null, null, 0, 0, 0);
    }

    /** @param found what is at {@link #at}; null if that has no score */
    Turn next(GradientSampler settings, @Nullable Found found) {
        Found until = best;
        if (found == null) {
            return until == null ? end(Event.LOST) : backOff(settings, until, Event.FAILED);
        }
        boolean better = until == null || found.loss() < until.loss();
        Found top = better || until == null ? found : until;
        double reach = reach(found);
        int weak = reach <= Math.max(FLAT * Math.abs(found.loss()), found.error()) ? faint + 1 : 0;
        int bad = better ? 0 : worse + 1;
        int turned = better ? 0 : turns + (turns(found) ? 1 : 0);
        double own = settings.optimizer() == Optimizer.SPECTRAL ? spectral(found) : rate;
        Descent told = new Descent(coordinates, at, own, moments, steps + 1, top, found, bad, turned, weak);
        if (reach == 0 || weak >= FAINT) {
            return told.end(Event.VANISHED);
        }
        if (steps + 1 >= settings.steps()) {
            return told.end(Event.USED);
        }
        return bad >= settings.optimizer().patience()
                ? told.backOff(settings, top, 2 * turned >= bad ? Event.OSCILLATING : Event.GROWING)
                : told.step(settings, found);
    }

    private Turn end(Event why) {
        return new Turn(null, why, rate);
    }

    /** What the loss would change at most if one coordinate crossed its range, as far as the bounds let it. */
    private double reach(Found found) {
        double reach = 0;
        for (int i = 0; i < at.length; i++) {
            double slope = found.gradient()[i];
            boolean bound = slope > 0 ? at[i] <= coordinates.low(i) : at[i] >= coordinates.high(i);
            reach = Math.max(reach, bound ? 0 : Math.abs(slope) * coordinates.width(i));
        }
        return reach;
    }

    private boolean turns(Found found) {
        double product = 0;
        for (int i = 0; before != null && i < at.length; i++) {
            product += before.gradient()[i] * found.gradient()[i];
        }
        return product < 0;
    }

    /** By which the last step would have ended where the gradient is zero, were that a multiple of the way. */
    private double spectral(Found found) {
        double squares = 0;
        double bend = 0;
        for (int i = 0; before != null && i < at.length; i++) {
            double step = found.at()[i] - before.at()[i];
            squares += step * step;
            bend += step * (found.gradient()[i] - before.gradient()[i]);
        }
        return bend > 0 ? squares / bend : before == null ? rate : STRIDES * rate;
    }

    private Turn backOff(GradientSampler settings, Found top, Event why) {
        Descent back = new Descent(coordinates, top.at(), rate / 2, Moments.none(at.length), steps, top, null, 0, 0, 0);
        Turn turn = back.step(settings, top);
        return turn.next() == null ? turn : new Turn(turn.next(), why, turn.rate());
    }

    private Turn step(GradientSampler settings, Found found) {
        Moments moved = moments.after(settings.optimizer(), found.gradient());
        double[] direction = settings.optimizer() == Optimizer.NEWTON
                ? newton(settings, found)
                : moved.direction(settings.optimizer());
        double used = rate > 0 ? rate : FIRST_STEP / longest(direction, coordinates::width);
        double most = 1 / longest(direction, i -> coordinates.longest(i, settings.clip()));
        double share = Math.min(used, most);
        for (int k = 0; k <= HALVINGS; k++) {
            double[] to = moved(direction, share);
            if (!(length(to) >= SHORTEST)) {
                return end(Event.STUCK);
            }
            if (coordinates.allows(to)) {
                double kept = settings.optimizer() == Optimizer.SPECTRAL ? Math.min(used, most) : used;
                Descent next = new Descent(coordinates, to, kept, moved, steps, best, before, worse, turns, faint);
                return new Turn(next, most < used ? Event.CLIPPED : Event.STEP, kept);
            }
            share /= 2;
        }
        return end(Event.STUCK);
    }

    private double[] newton(GradientSampler settings, Found found) {
        double[] bends = found.bends();
        double[] direction = new double[at.length];
        for (int i = 0; i < direction.length; i++) {
            double slope = found.gradient()[i];
            double most = coordinates.longest(i, settings.clip());
            double step = bends == null || Double.isNaN(bends[i]) ? most : Math.abs(slope / bends[i]);
            direction[i] = slope == 0 ? 0 : Math.copySign(Math.min(step, most), slope);
        }
        return direction;
    }

    private double[] moved(double[] direction, double share) {
        double[] to = new double[at.length];
        for (int i = 0; i < to.length; i++) {
            double z = at[i] - share * direction[i];
            to[i] = Math.min(coordinates.high(i), Math.max(coordinates.low(i), z));
        }
        return to;
    }

    /** Of a step, as a share of the range of the coordinate that moves most. */
    private double length(double[] to) {
        double[] way = new double[to.length];
        for (int i = 0; i < to.length; i++) {
            way[i] = to[i] - at[i];
        }
        return longest(way, coordinates::width);
    }

    /** The largest part of a direction in the unit of its coordinate, of those that have one. */
    private static double longest(double[] direction, IntToDoubleFunction unit) {
        double longest = 0;
        for (int i = 0; i < direction.length; i++) {
            double one = unit.applyAsDouble(i);
            longest = one == 0 ? longest : Math.max(longest, Math.abs(direction[i]) / one);
        }
        return longest;
    }
}
