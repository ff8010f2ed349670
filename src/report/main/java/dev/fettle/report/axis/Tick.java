package dev.fettle.report.axis;

/**
 * A label at an axis. Immutable, for any thread.
 *
 * @param place where, in the coordinates of the axis
 * @param label short; two of one axis differ
 */
public record Tick(double place, String label) {}
