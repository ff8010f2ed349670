package dev.fettle.report.axis;

/**
 * All numbers but a few that lie far away. The shortest stretch that holds all but k of them is looked for, as the shorth of
 * Andrews et al. (1972, "Robust estimates of location") holds half; what lies within its own length on both sides belongs to
 * it too.
 *
 * @param from index of the least number kept, of the sorted numbers
 * @param to behind the index of the largest one kept
 */
record Bulk(int from, int to) {
    /** A tenth may be cut off if what is kept would have less than a fifth of the axis. */
    private static final int FAR = 5;

    /** A quarter, if it would have less than a hundredth, two decades. */
    private static final int VERY_FAR = 100;

    /** @param sorted rising, at least one; infinite ones are never kept unless they are too many */
    static Bulk of(double[] sorted) {
        Bulk kept = new Bulk(0, sorted.length);
        for (Bulk next = kept.narrower(sorted); !next.equals(kept); next = kept.narrower(sorted)) {
            kept = next;
        }
        return kept;
    }

    private double length(double[] sorted) {
        double length = sorted[to - 1] - sorted[from];
        return Double.isNaN(length) ? 0 : length;
    }

    /** Itself if there is none. */
    private Bulk narrower(double[] sorted) {
        int n = sorted.length;
        int most = n / 4 - (n - (to - from));
        for (int cut = 1; cut <= most; cut = cut < most ? Math.min(2 * cut, most) : most + 1) {
            Bulk bulk = shortest(sorted, to - from - cut).widened(sorted, this);
            boolean few = n - (bulk.to - bulk.from) <= (n + 5) / 10;
            double length = bulk.length(sorted);
            if (length > 0 && Double.isFinite(length) && length(sorted) >= (few ? FAR : VERY_FAR) * length) {
                return bulk;
            }
        }
        return this;
    }

    private Bulk shortest(double[] sorted, int size) {
        Bulk best = new Bulk(from, from + size);
        for (int i = from + 1; i + size <= to; i++) {
            Bulk next = new Bulk(i, i + size);
            best = next.length(sorted) < best.length(sorted) ? next : best;
        }
        return best;
    }

    private Bulk widened(double[] sorted, Bulk within) {
        double length = length(sorted);
        int low = from;
        while (low > within.from && sorted[from] - sorted[low - 1] <= length) {
            low--;
        }
        int high = to;
        while (high < within.to && sorted[high] - sorted[to - 1] <= length) {
            high++;
        }
        return new Bulk(low, high);
    }
}
