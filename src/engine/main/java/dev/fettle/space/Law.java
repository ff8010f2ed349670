package dev.fettle.space;

import dev.fettle.math.StandardNormal;

/** A distribution of real numbers, seen through its quantiles. */
sealed interface Law {
    /** How finely the unit interval is cut: random generators draw multiples of 2^-53. */
    double GRAIN = 0x1p-53;

    /** The value at u in [0, 1]; finite at both ends, never falling. */
    double quantile(double u);

    /** The share of what lies below x, to about ten digits, in [0, 1]. */
    double below(double x);

    /** The multiple of 2^-53 whose quantile is nearest to x: one that gave x is found again, or one as good. */
    default double place(double x) {
        long low = (long) StrictMath.rint(below(x) / GRAIN);
        long high = low;
        for (long stride = 1; low > 0 && quantile(low * GRAIN) > x; stride *= 2) {
            high = low;
            low = Math.max(0, low - stride);
        }
        long top = 1L << 53;
        for (long stride = 1; high < top && quantile(high * GRAIN) < x; stride *= 2) {
            low = high;
            high = Math.min(top, high + stride);
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (quantile(middle * GRAIN) < x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return x - quantile(low * GRAIN) < quantile(high * GRAIN) - x ? low * GRAIN : high * GRAIN;
    }

    /** Equal differences are equally likely. */
    record Flat(double low, double high) implements Law {
        @Override
        public double quantile(double u) {
            return u == 1 ? high : Math.min(high, Math.max(low, low + u * (high - low)));
        }

        @Override
        public double below(double x) {
            return low == high ? 0.5 : Math.min(1, Math.max(0, (x - low) / (high - low)));
        }

        @Override
        public double place(double x) {
            return below(x);
        }
    }

    /** Equal ratios are equally likely; 0 &lt; low. */
    record Ratio(double low, double high) implements Law {
        @Override
        public double quantile(double u) {
            return u == 1 ? high : Math.min(high, Math.max(low, grown(u * logOver(high))));
        }

        @Override
        public double below(double x) {
            return low == high ? 0.5 : Math.min(1, Math.max(0, logOver(x) / logOver(high)));
        }

        /** ln(x/low), for ranges too where the quotient has no double. */
        private double logOver(double x) {
            double quotient = x / low;
            return Double.isInfinite(quotient) ? StrictMath.log(x) - StrictMath.log(low) : StrictMath.log(quotient);
        }

        /** low·e^x; in two halves where e^x has no double. */
        private double grown(double x) {
            if (x < 700) {
                return low * StrictMath.exp(x);
            }
            double half = StrictMath.exp(x / 2);
            return low * half * half;
        }
    }

    /** Normal, or log-normal on the logarithmic scale; cut off where a draw is rarer than 2^-53, at about ±8.2 sd. */
    record Bell(double mean, double sd, Scale scale) implements Law {
        @Override
        public double quantile(double u) {
            double x = mean + sd * StandardNormal.quantile(Math.min(1 - GRAIN, Math.max(GRAIN, u)));
            return scale == Scale.LOG ? StrictMath.exp(x) : x;
        }

        @Override
        public double below(double x) {
            return StandardNormal.cumulative(((scale == Scale.LOG ? StrictMath.log(x) : x) - mean) / sd);
        }
    }
}
