package dev.fettle.trial;

import dev.fettle.space.Point;
import java.io.Serializable;
import java.util.function.ToDoubleFunction;

/**
 * What is to be tuned: a point becomes a score. Called by many threads at once when more than one job runs; equal points
 * must score equally. It should obey interrupts.
 */
@FunctionalInterface
public interface Objective extends Serializable {
    /** The score at a point; any exception makes the trial, and never the run, fail. */
    Score evaluate(Point point, Probe probe) throws Exception;

    /** An objective that is one number. */
    static Objective of(ToDoubleFunction<Point> function) {
        return (point, probe) -> Score.of(function.applyAsDouble(point));
    }
}
