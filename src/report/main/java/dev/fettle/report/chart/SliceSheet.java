package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.view.Slice;
import java.util.List;

/** The score against a parameter that is a number, on axes of our own. */
final class SliceSheet {
    private SliceSheet() {}

    /** The scores along an axis of the values. */
    static Sheet of(Slice slice, NumberAxis up, String metric, String title, Size size, Crowd crowd) {
        NumberAxis across = across(slice);
        Axes axes = Axes.of(title, Side.of(slice.parameter(), across), Side.of(metric, up));
        Dots dots = new Dots(axes, up, slice.goal());
        Spots spots = Spots.of(slice, crowd.most());
        dots.trials(
                spots.thinned().stream()
                        .map(s -> new Dots.Spot(across.place(number(s)), s.score(), s.number()))
                        .toList(),
                crowd.last());
        List<Slice.Spot> failed =
                slice.spots().stream().filter(Slice.Spot::failed).toList();
        dots.failed(Spots.thinned(failed, crowd.most()).stream().mapToDouble(s -> across.place(number(s))));
        dots.best(across.place(number(spots.best())), spots.best().score());
        return dots.sheet(size);
    }

    private static NumberAxis across(Slice slice) {
        double[] sorted =
                slice.spots().stream().mapToDouble(SliceSheet::number).sorted().toArray();
        return Across.of(slice.log(), sorted[0], sorted[sorted.length - 1]);
    }

    /** The value of a numeric parameter. */
    static double number(Slice.Spot spot) {
        return ((Number) spot.value()).doubleValue();
    }
}
