package dev.fettle.evaluation.fold;

import java.io.Serializable;

/**
 * One split of rows, numbered from 0. Immutable as long as nobody writes into the arrays, which are shared; for any thread.
 *
 * @param train row numbers in the order in which a learner gets them; each once
 * @param test row numbers in the order in which they are scored; each once, and none of them in {@code train}
 */
public record Fold(int[] train, int[] test) implements Serializable {
    private static final long serialVersionUID = 1;
}
