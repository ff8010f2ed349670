package dev.fettle.sampler.bayes;

/**
 * How losses worse than the median are seen; x is how much worse, in units of the better half. Which view fits is told by the
 * evidence, as the data demand: bent where losses span decades, straight where they do not.
 */
enum View {
    /** As they are. */
    STRAIGHT {
        @Override
        double see(double x) {
            return x;
        }

        @Override
        double slope(double x) {
            return 1;
        }

        @Override
        double unsee(double y) {
            return y;
        }
    },
    /** x/(1 + x/2): the same near the median, and never more than 2, so that outliers and decades of them lose their weight. */
    BENT {
        @Override
        double see(double x) {
            return x / (1 + 0.5 * x);
        }

        @Override
        double slope(double x) {
            double bend = 1 + 0.5 * x;
            return 1 / (bend * bend);
        }

        @Override
        double unsee(double y) {
            return y < 2 ? y / (1 - 0.5 * y) : Double.POSITIVE_INFINITY;
        }
    };

    /** What x ≥ 0 is seen as; rises. */
    abstract double see(double x);

    /** The slope of {@link #see}. */
    abstract double slope(double x);

    /** The x ≥ 0 that is seen as y. */
    abstract double unsee(double y);
}
