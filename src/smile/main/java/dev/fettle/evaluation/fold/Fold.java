package dev.fettle.evaluation.fold;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One split of rows, numbered from 0. Immutable as long as nobody writes into the arrays, which are shared; for any thread.
 *
 * @param train row numbers in the order in which a learner gets them; each once
 * @param test row numbers in the order in which they are scored; each once, and none of them in {@code train}
 */
public record Fold(int[] train, int[] test) implements Serializable {
    private static final long serialVersionUID = 1;

    /** What it must be for so many rows and is not, behind "must"; empty if it fits. */
    Optional<String> problem(int rows) {
        if (train.length == 0 || test.length == 0) {
            return Optional.of("have rows to " + (train.length == 0 ? "train on" : "test") + ", and has none.");
        }
        int[] all = IntStream.concat(IntStream.of(train), IntStream.of(test))
                .sorted()
                .toArray();
        int last = all.length - 1;
        if (all[0] < 0 || all[last] >= rows) {
            return Optional.of(
                    "have row numbers from 0 to " + (rows - 1) + ", not " + (all[0] < 0 ? all[0] : all[last]) + ".");
        }
        return IntStream.range(0, last)
                .filter(i -> all[i] == all[i + 1])
                .mapToObj(i -> "have each row once, to train on or to test, and has row " + all[i] + " twice.")
                .findFirst();
    }
}
