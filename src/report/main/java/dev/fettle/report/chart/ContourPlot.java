package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.belief.SurrogatePlane;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a model believes of the score over two parameters: bands of colour, hatched where the space has no point; the trials as
 * circles, the best a diamond, the next one a triangle.
 */
final class ContourPlot implements PlotKind {
    /** More trials than this are thinned evenly; the best stays. */
    private static final int MOST = 300;

    private static final int MANY = 100;

    private static final String GAPS =
            "Hatched is what is not in the space: one of the two is inactive there, or a constraint forbids it.";

    @Override
    public String name() {
        return "contour";
    }

    @Override
    public String meaning() {
        return "what a model of the scores believes over two parameters";
    }

    @Override
    public List<String> arguments() {
        return List.of("a", "b");
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        SurrogatePlane plane = plane(report, arguments);
        NumberAxis colours = NumberAxis.of(
                Arrays.stream(plane.means())
                        .flatMapToDouble(Arrays::stream)
                        .filter(mean -> !Double.isNaN(mean))
                        .toArray(),
                plane.goal());
        PlaneSide across = PlaneSide.of(plane.across(), spots(plane).map(SurrogatePlane.Spot::across));
        PlaneSide up = PlaneSide.of(plane.down(), spots(plane).map(SurrogatePlane.Spot::down));
        return Plot.of(sheet(plane, colours, across, up, report.metric(), size), alt(plane, report.metric()))
                .and(plane.whole() ? "" : GAPS)
                .and(colours.said("beliefs"));
    }

    private static SurrogatePlane plane(StudyReport report, List<String> arguments) {
        return report.insights().over(arguments.get(0), arguments.get(1));
    }

    private static Stream<SurrogatePlane.Spot> spots(SurrogatePlane plane) {
        return Stream.concat(plane.spots().stream(), plane.next().stream());
    }

    private static Sheet sheet(
            SurrogatePlane plane, NumberAxis colours, PlaneSide across, PlaneSide up, String metric, Size size) {
        List<Key> keys = new ArrayList<>(
                List.of(new Key("trial", Look.INK, Look.ring(7)), new Key("best", Look.BEST, Look.diamond(6))));
        if (plane.next().isPresent()) {
            keys.add(new Key("next trial", Look.INK, Look.triangle(6)));
        }
        if (!plane.whole()) {
            keys.add(new Key("not in the space", Look.PRUNED, Hatch.marker()));
        }
        Axes axes = new Axes(
                metric + ": a model, all else as in trial " + plane.held().number(),
                across.side(),
                up.side(),
                false,
                keys,
                ColourBar.room(colours, size.height()));
        Sheet sheet = new Sheet(axes, size.width(), size.height()).over(new Surface(plane, colours, across, up));
        List<SurrogatePlane.Spot> others =
                plane.spots().subList(1, plane.spots().size());
        List<SurrogatePlane.Spot> shown = Thinned.of(others, MOST);
        int wide = shown.size() > MANY ? 4 : 6;
        Pen pen = new Pen(sheet, across, up);
        pen.twice("trials", shown, Look.dot(wide + 2), Look.dot(wide), ColourBar.LIGHT);
        pen.twice("best", plane.spots().subList(0, 1), Look.diamond(9), Look.diamond(7), Look.BEST);
        pen.twice("next", plane.next().stream().toList(), Look.arrow(9, true), Look.arrow(6, true), ColourBar.LIGHT);
        return sheet;
    }

    /** Puts points on a sheet. */
    private record Pen(Sheet sheet, PlaneSide across, PlaneSide up) {
        /** In a colour with a dark rim, so that they are seen on any ground. */
        void twice(String name, List<SurrogatePlane.Spot> spots, Marker rim, Marker marker, Color color) {
            double[] x = spots.stream()
                    .mapToDouble(s -> across.place(s.across(), Apart.across(s.trial())))
                    .toArray();
            double[] y = spots.stream()
                    .mapToDouble(s -> up.place(s.down(), Apart.up(s.trial())))
                    .toArray();
            sheet.points(name + " rim", x, y, rim, ColourBar.DARK);
            sheet.points(name, x, y, marker, color);
        }
    }

    /**
     * Columns what, trial, a, b, score: the beliefs of the model, the scored points, and the next trial, which has values
     * alone. Forbidden points are left out.
     */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        SurrogatePlane plane = plane(report, arguments);
        List<SurrogatePlane.Spot> rows = new ArrayList<>();
        for (int r = 0; r < plane.means().length; r++) {
            for (int c = 0; c < plane.means()[r].length; c++) {
                rows.add(new SurrogatePlane.Spot(
                        0, plane.across().values().get(c), plane.down().values().get(r), plane.means()[r][c]));
            }
        }
        rows.removeIf(belief -> Double.isNaN(belief.score()));
        StringColumn what = StringColumn.create("what");
        rows.forEach(belief -> what.append("model"));
        plane.spots().forEach(spot -> what.append("trial"));
        plane.next().ifPresent(spot -> what.append("next"));
        spots(plane).forEach(rows::add);
        IntColumn trial = IntColumn.create("trial");
        rows.forEach(row -> {
            if (row.trial() == 0) {
                trial.appendMissing();
            } else {
                trial.append(row.trial());
            }
        });
        return Table.create(
                name(),
                what,
                trial,
                values("a", rows.stream().map(SurrogatePlane.Spot::across).toList()),
                values("b", rows.stream().map(SurrogatePlane.Spot::down).toList()),
                DoubleColumn.create("score", rows.stream().mapToDouble(SurrogatePlane.Spot::score)));
    }

    private static Column<?> values(String name, List<Object> values) {
        return values.stream().allMatch(Number.class::isInstance)
                ? DoubleColumn.create(name, values.stream().mapToDouble(v -> ((Number) v).doubleValue()))
                : StringColumn.create(name, values.stream().map(Wording::typed));
    }

    private static String alt(SurrogatePlane plane, String metric) {
        SurrogatePlane.Spot best = plane.best();
        String next = plane.next()
                .map(spot -> "; one more trial promises most at " + at(plane, spot))
                .orElse("");
        return "A model of the scores expects the best " + metric + " over "
                + plane.across().parameter() + " and "
                + plane.down().parameter() + ", " + Wording.score(best.score()) + ", at " + at(plane, best)
                + ", all else as in trial " + plane.held().number() + next + ".";
    }

    private static String at(SurrogatePlane plane, SurrogatePlane.Spot spot) {
        return plane.across().parameter() + " = " + Wording.value(spot.across()) + " and "
                + plane.down().parameter() + " = " + Wording.value(spot.down());
    }
}
