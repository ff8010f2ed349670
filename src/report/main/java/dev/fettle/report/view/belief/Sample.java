package dev.fettle.report.view.belief;

import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Values of a parameter at which a model is asked what it believes. */
final class Sample {
    /** More values than this are no longer told apart, and neighbours are a curve. */
    private static final int APART = 24;

    /** A choice of more values than anybody reads. */
    private static final int READ = 1000;

    /** Tails of a bell that are drawn once in so many trials are left out unless one was. */
    private static final double TAIL = 0.01;

    private Sample() {}

    /** Whether all values of a parameter are asked for and shown one by one. */
    static boolean few(Scalar parameter) {
        return parameter.size().orElse(Long.MAX_VALUE) <= APART;
    }

    /**
     * Places on the unit interval, rising, no two with the same value; that of one value is among them.
     *
     * @param tried values whose range is to be covered
     * @param held the one value
     * @param most so many places and one more; a choice, and a parameter with no more values, has one for each value
     */
    static double[] places(Scalar parameter, List<Object> tried, Object held, int most) {
        OptionalLong size = parameter.size();
        if (size.orElse(Long.MAX_VALUE) <= most || parameter instanceof Choice) {
            return IntStream.range(0, (int) Math.min(size.orElseThrow(), READ))
                    .mapToDouble(i -> parameter.encode(parameter.value(i)))
                    .toArray();
        }
        double[] known = tried.stream().mapToDouble(parameter::encode).toArray();
        double tail = parameter instanceof Normal ? TAIL : 0;
        double low = Math.min(tail, Arrays.stream(known).min().orElse(1));
        double high = Math.max(1 - tail, Arrays.stream(known).max().orElse(0));
        List<Double> places = new ArrayList<>();
        Object last = null;
        double[] all = DoubleStream.concat(
                        IntStream.range(0, most).mapToDouble(i -> low + (high - low) * i / (most - 1)),
                        DoubleStream.of(parameter.encode(held)))
                .sorted()
                .toArray();
        for (double u : all) {
            Object value = parameter.decode(u);
            if (!value.equals(last)) {
                places.add(u);
                last = value;
            }
        }
        return places.stream().mapToDouble(u -> u).toArray();
    }
}
