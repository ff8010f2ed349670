package dev.fettle.evaluation.fold;

/**
 * One split of rows. Immutable as long as nobody writes into the arrays.
 *
 * @param train row numbers, rising
 * @param test row numbers, rising; none of them in {@code train}
 */
public record Fold(int[] train, int[] test) {}
