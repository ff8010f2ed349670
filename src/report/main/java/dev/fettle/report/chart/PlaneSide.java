package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.belief.SurrogatePlane;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A side of a plane of two parameters.
 *
 * @param side where coordinates are those of the places
 * @param places of the values at which the model was asked, rising
 * @param words whether its values stand one by one, the first at 0, the next at 1
 * @param coordinate of a value
 */
record PlaneSide(Side side, double[] places, boolean words, ToDoubleFunction<Object> coordinate) {
    /** So much of a cell points of one value share. */
    private static final double SPREAD = 0.6;

    /** @param tried values that need a place too */
    static PlaneSide of(SurrogatePlane.Side of, Stream<Object> tried) {
        List<Object> values = of.values();
        if (of.words()) {
            List<String> labels = values.stream().map(Wording::label).toList();
            double[] places =
                    DoubleStream.iterate(0, i -> i + 1).limit(values.size()).toArray();
            Side side = Side.words(of.parameter(), labels);
            return new PlaneSide(side, places, true, values::indexOf);
        }
        double[] all = Stream.concat(values.stream(), tried)
                .mapToDouble(PlaneSide::number)
                .sorted()
                .toArray();
        NumberAxis axis = Across.of(of.log(), all[0], all[all.length - 1]);
        double[] places =
                values.stream().mapToDouble(v -> axis.place(number(v))).toArray();
        return new PlaneSide(Side.of(of.parameter(), axis), places, false, v -> axis.place(number(v)));
    }

    /**
     * Where a point stands; those of one value that stands by itself are set apart without chance.
     *
     * @param chance in [0, 1)
     */
    double place(Object value, double chance) {
        return coordinate.applyAsDouble(value) + (words ? SPREAD * (chance - 0.5) : 0);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
