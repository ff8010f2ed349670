package dev.fettle.evaluation;

import dev.fettle.evaluation.metric.Metric;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Predictions for the rows held out as a short text: of each row its likeliest class if nothing else matters, in as few bits
 * as tell the classes apart, else its numbers with seven digits. Of very many rows every second is kept, or every third.
 * Immutable, for any thread.
 *
 * @param columns how many numbers a row has, at least 1
 * @param labels whether only the likeliest class matters
 * @param rows of all folds one after the other, a row that several folds test as often
 */
record HeldOut(int columns, boolean labels, int rows) {
    /** What one trial may keep. */
    private static final int MOST_BYTES = 48_000;

    /** The form of predictions that a goal scores. */
    static HeldOut of(Metric goal, int columns, int rows) {
        return new HeldOut(columns, goal instanceof Metric.OfClasses m && m.counts(), rows);
    }

    /** Of a number. */
    private int bits() {
        return labels ? Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(columns - 1)) : Float.SIZE;
    }

    /** Of a row. */
    private int numbers() {
        return labels ? 1 : columns;
    }

    /** The rows that are kept, from 0. */
    int[] kept() {
        long bytes = (long) rows * numbers() * bits() / Byte.SIZE;
        int step = (int) (bytes / MOST_BYTES) + 1;
        return IntStream.iterate(0, row -> row < rows, row -> row + step).toArray();
    }

    /**
     * The text of predictions.
     *
     * @param folds {@code [folds][rows][columns]}, as many rows together as there are
     */
    String write(List<double[][]> folds) {
        double[][] all = folds.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        int[] kept = kept();
        byte[] bytes = new byte[size(kept.length)];
        int place = 0;
        for (int row : kept) {
            for (int n = 0; n < numbers(); n++) {
                int number = labels ? likeliest(all[row]) : Float.floatToIntBits((float) all[row][n]);
                for (int bit = 0; bit < bits(); bit++) {
                    bytes[place / Byte.SIZE] |= (byte) ((number >>> bit & 1) << place % Byte.SIZE);
                    place++;
                }
            }
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private int size(int kept) {
        return (int) (((long) kept * numbers() * bits() + Byte.SIZE - 1) / Byte.SIZE);
    }

    private static int likeliest(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return best;
    }

    /**
     * The predictions of a text.
     *
     * @return {@code [kept][columns]}; where only the likeliest class matters, 1 for it and 0 for the others. Empty if the text
     *     is not of this form
     */
    Optional<double[][]> read(String text) {
        double[][] all = new double[kept().length][columns];
        byte[] bytes = bytes(text);
        if (bytes.length != size(all.length)) {
            return Optional.empty();
        }
        int place = 0;
        for (double[] row : all) {
            for (int n = 0; n < numbers(); n++) {
                int number = 0;
                for (int bit = 0; bit < bits(); bit++) {
                    number |= (bytes[place / Byte.SIZE] >>> place % Byte.SIZE & 1) << bit;
                    place++;
                }
                if (labels && number >= columns) {
                    return Optional.empty();
                }
                row[labels ? number : n] = labels ? 1 : Float.intBitsToFloat(number);
            }
        }
        return Optional.of(all);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
