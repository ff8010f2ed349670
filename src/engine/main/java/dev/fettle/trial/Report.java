package dev.fettle.trial;

import java.io.Serializable;

/**
 * An intermediate score of a running trial.
 *
 * @param step fold or epoch, from 1, in the order in which they were reported
 * @param score in the direction of the goal
 */
public record Report(int step, double score) implements Serializable {}
