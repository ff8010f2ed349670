package dev.fettle.bench.quality;

/**
 * A step of a curve.
 *
 * @param trial from 1
 * @param value of the best point from this trial on, without noise
 */
record Improvement(int trial, double value) {}
