package dev.fettle.sampler.cma;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import org.jspecify.annotations.Nullable;

/**
 * One of a generation: the point that is tried, and what was drawn for it, which also has the numbers of inactive parameters.
 * Nobody may write into the arrays, so it is for any thread.
 *
 * @param numbers {@code [n]} what was drawn; a lattice may lie outside the cube
 * @param categories {@code [categories]}; −1 where it is unknown
 * @param foreign whether it was not drawn from the distribution that it will change
 * @param end how its trial ended; null while nobody has told
 */
record Member(
        Point point,
        double[] numbers,
        int[] categories,
        boolean foreign,
        @Nullable End end) {
    /**
     * How a trial ended; the lesser the better.
     *
     * @param grade 0 completed, 1 pruned with a report, 2 all others
     * @param loss 0 of the last grade
     */
    record End(int grade, double loss) implements Comparable<End> {
        static End of(Told told) {
            double loss = Double.NaN;
            if (told instanceof Told.Scored s) {
                loss = s.losses()[0];
            } else if (told instanceof Told.Cut c && c.losses().length > 0) {
                loss = c.losses()[0];
            }
            if (!Double.isFinite(loss)) {
                return new End(2, 0);
            }
            // Zero has one sign.
            return new End(told instanceof Told.Scored ? 0 : 1, loss + 0.0);
        }

        @Override
        public int compareTo(End other) {
            return grade == other.grade ? Double.compare(loss, other.loss) : Integer.compare(grade, other.grade);
        }
    }

    boolean isOpen() {
        return end == null;
    }

    /** How it ended. */
    End ended() {
        if (end == null) {
            throw new IllegalStateException("Member must have been told.");
        }
        return end;
    }

    Member ended(End how) {
        return new Member(point, numbers, categories, foreign, how);
    }

    /** The same, once the distribution that it was drawn from is no more. */
    Member left() {
        return new Member(point, numbers, categories, true, end);
    }
}
