package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Points and lines in the house style within axes of our own. As charts are: mutable, for one thread at a time. */
final class Sheet extends XYChart {
    /** Further than any mark reaches, in CSS pixels. */
    private static final int SPILL = 10;

    private final Axes axes;
    private Axes.Margins margins;
    private @Nullable Layer ground;

    /** @param axes whose coordinates are those of the points */
    Sheet(Axes axes, int width, int height) {
        super(width, height);
        this.axes = axes;
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

    /** Gives all the same margins, so that charts of one size can be compared. */
    static void alike(List<Sheet> sheets) {
        sheets.stream()
                .map(s -> s.margins)
                .reduce(Axes.Margins::and)
                .ifPresent(m -> sheets.forEach(s -> s.margins = m));
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
        axes.around(g, new Size(width, height), margins.area(width, height), (inner, area) -> {
            if (ground != null) {
                ground.paint(inner, area);
            }
            points(inner, area);
        });
        setWidth(width);
        setHeight(height);
    }
}
