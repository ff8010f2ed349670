package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.view.belief.SurrogateSlice;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a model believes at each of few values: a short bar for the mean between the ends of its band. */
final class BeliefBars {
    /** More values than this are thinned evenly; the best stays. */
    private static final int MOST = 40;

    private static final double CAP = 5;

    private BeliefBars() {}

    /**
     * The bars.
     *
     * @param up the axis of the scores
     * @param below what is said of the axis below
     */
    static Sheet of(SurrogateSlice slice, NumberAxis up, String metric, String title, String below, Size size) {
        List<SurrogateSlice.Belief> beliefs = thinned(slice);
        Map<Object, Integer> columns = new HashMap<>();
        beliefs.forEach(b -> columns.put(b.value(), columns.size()));
        Side words = Side.words(
                below, beliefs.stream().map(SurrogateSlice.Belief::label).toList());
        Axes axes = Axes.of(title, words, Side.of(metric, up));
        Spots spots = Spots.of(slice.trials());
        Dots dots = new Dots(axes, up, slice.trials().goal());
        dots.beliefs(sheet -> {
            sheet.over((g, area) -> bands(g, area, beliefs, axes, up));
            double[] x = IntStream.range(0, beliefs.size()).asDoubleStream().toArray();
            double[] y = beliefs.stream().mapToDouble(b -> up.place(b.mean())).toArray();
            sheet.points("mean", x, y, Look.bar(9), Look.MODEL);
        });
        dots.trials(spots.thinned().stream()
                .filter(s -> columns.containsKey(s.value()))
                .map(s -> new double[] {columns.getOrDefault(s.value(), 0), s.score()})
                .toList());
        if (columns.containsKey(spots.best().value())) {
            dots.best(
                    columns.getOrDefault(spots.best().value(), 0), spots.best().score());
        }
        slice.next().map(columns::get).ifPresent(dots::next);
        return dots.sheet(size);
    }

    private static List<SurrogateSlice.Belief> thinned(SurrogateSlice slice) {
        List<SurrogateSlice.Belief> all = slice.beliefs();
        int stride = (all.size() + MOST - 1) / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> i % stride == 0 || all.get(i).equals(slice.best()))
                .mapToObj(all::get)
                .toList();
    }

    private static void bands(
            Graphics2D g, Rectangle area, List<SurrogateSlice.Belief> beliefs, Axes axes, NumberAxis up) {
        g.setColor(Look.MODEL);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int i = 0; i < beliefs.size(); i++) {
            double x = area.width * axes.below().share(i);
            double low =
                    area.height * (1 - axes.left().share(up.place(beliefs.get(i).low())));
            double high =
                    area.height * (1 - axes.left().share(up.place(beliefs.get(i).high())));
            g.draw(new Line2D.Double(x, low, x, high));
            g.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
            g.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
        }
    }
}
