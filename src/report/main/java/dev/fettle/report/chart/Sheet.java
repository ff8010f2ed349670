package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Points and lines in the house style within axes of our own. As charts are: mutable, for one thread at a time. */
final class Sheet extends XYChart {
    /** Further than any mark reaches, in CSS pixels. */
    private static final int SPILL = 10;

    /** The share of its height that a chart among others has at least. */
    private static final double LEAST = 0.6;

    private final Axes axes;
    /** For which the margins are. */
    private final int high;

    private Axes.Margins margins;
    private @Nullable Layer ground;

    /** @param axes whose coordinates are those of the points */
    Sheet(Axes axes, int width, int height) {
        super(width, height);
        this.axes = axes;
        this.high = height;
        this.margins = axes.margins(width, height);
        axes.bare(this);
    }

    /** Something of our own under the points. */
    interface Layer {
        /**
         * Draws it.
         *
         * @param area whose upper left corner is the origin; x and y run from 0 to its width and height, downwards
         */
        void paint(Graphics2D g, Rectangle area);
    }

    /** The same sheet with this under its points. */
    Sheet over(Layer layer) {
        ground = layer;
        return this;
    }

    /** Adds points; none is none. */
    void points(String name, double[] x, double[] y, Marker marker, Color color) {
        if (x.length > 0) {
            addSeries(name, x, y)
                    .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                    .setMarker(marker)
                    .setMarkerColor(color);
        }
    }

    /** Adds a line; of one point a dot. */
    void line(String name, double[] x, double[] y, Color color) {
        addSeries(name, x, y)
                .setMarker(x.length > 1 ? SeriesMarkers.NONE : Look.dot(5))
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /**
     * Gives the charts in all sheets the same width and height, so that they can be compared. What stands below those of a row,
     * long words say, makes this row higher, and no other; nor does it make charts low.
     *
     * @param columns how many sheets of equal size stand in a row
     */
    static void alike(List<Sheet> sheets, int columns) {
        Axes.Margins all =
                sheets.stream().map(s -> s.margins).reduce(Axes.Margins::and).orElseThrow();
        List<List<Sheet>> rows = IntStream.iterate(0, i -> i < sheets.size(), i -> i + columns)
                .mapToObj(i -> sheets.subList(i, Math.min(i + columns, sheets.size())))
                .toList();
        int area = rows.stream()
                .mapToInt(row -> row.get(0).high - around(row))
                .reduce((int) (LEAST * sheets.get(0).high), Math::max);
        for (List<Sheet> row : rows) {
            Axes.Margins own = margins(row);
            for (Sheet sheet : row) {
                sheet.margins = new Axes.Margins(own.top(), all.left(), own.bottom(), all.right());
                sheet.setHeight(area + around(row));
            }
        }
    }

    private static Axes.Margins margins(List<Sheet> row) {
        return row.stream().map(s -> s.margins).reduce(Axes.Margins::and).orElseThrow();
    }

    private static int around(List<Sheet> row) {
        Axes.Margins margins = margins(row);
        return margins.top() + margins.bottom();
    }

    /** XChart clips at its ends, which would cut marks that stand at ours in half; so its ends lie a little further out. */
    private void points(Graphics2D g, Rectangle area) {
        int spill = axes.below().fine() && axes.left().fine() ? SPILL : 0;
        double x = (axes.below().to() - axes.below().from()) * spill / area.width;
        double y = (axes.left().to() - axes.left().from()) * spill / area.height;
        getStyler()
                .setXAxisMin(axes.below().from() - x)
                .setXAxisMax(axes.below().to() + x)
                .setYAxisMin(axes.left().from() - y)
                .setYAxisMax(axes.left().to() + y);
        g.translate(-spill, -spill);
        super.paint(g, area.width + 2 * spill, area.height + 2 * spill);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        axes.around(g, new Size(width, high), margins.area(width, height), (inner, area) -> {
            if (ground != null) {
                ground.paint(inner, area);
            }
            points(inner, area);
        });
        setWidth(width);
        setHeight(height);
    }
}
