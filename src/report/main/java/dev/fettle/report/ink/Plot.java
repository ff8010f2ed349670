package dev.fettle.report.ink;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts laid out in rows, not yet drawn. Drawing is for one thread at a time, as charts are mutable.
 *
 * <pre>{@code
 * Plots plots = Plots.found();
 * Plot both = Plot.beside(List.of(plots.draw(report, List.of("history")), plots.draw(report, List.of("importance"))));
 * Picture picture = Picture.of(both, Format.SVG);
 * }</pre>
 *
 * @param panels at least one, row by row, all of equal width
 * @param columns in a row, at least 1
 * @param alt one or two sentences that carry the numbers
 * @param format in which a cell shows it
 */
public record Plot(List<Chart<?, ?>> panels, int columns, String alt, Format format) {
    public Plot {
        panels = List.copyOf(panels);
    }

    /** Charts that a cell shows as SVG. */
    public Plot(List<Chart<?, ?>> panels, int columns, String alt) {
        this(panels, columns, alt, Format.SVG);
    }

    /** One chart alone. */
    public static Plot of(Chart<?, ?> chart, String alt) {
        return new Plot(List.of(chart), 1, alt);
    }

    /**
     * The charts of several plots, two in a row; their sentences behind each other.
     *
     * @param plots at least one, whose charts all have the same width
     */
    public static Plot beside(List<Plot> plots) {
        List<Chart<?, ?>> panels = new ArrayList<>();
        plots.forEach(p -> panels.addAll(p.panels));
        String alt = plots.stream().map(Plot::alt).collect(Collectors.joining(" "));
        return new Plot(panels, Math.min(2, panels.size()), alt);
    }

    /** The same charts with a sentence more to say; an empty one is none. */
    public Plot and(String sentence) {
        return sentence.isEmpty() ? this : new Plot(panels, columns, alt + " " + sentence, format);
    }

    /** The same charts, shown in another format. */
    public Plot in(Format other) {
        return new Plot(panels, columns, alt, other);
    }

    /** In CSS pixels. */
    public int width() {
        return Math.min(columns, panels.size()) * panels.get(0).getWidth();
    }

    /** In CSS pixels: each row is as high as its highest chart. */
    public int height() {
        int height = 0;
        for (int from = 0; from < panels.size(); from += columns) {
            height += rowHeight(from);
        }
        return height;
    }

    private int rowHeight(int from) {
        return panels.subList(from, Math.min(from + columns, panels.size())).stream()
                .mapToInt(Chart::getHeight)
                .max()
                .orElse(0);
    }

    /** Draws all panels on whatever ground there is, in CSS pixels from the origin of {@code g}. */
    public void paint(Graphics2D g) {
        int top = 0;
        for (int from = 0; from < panels.size(); from += columns) {
            int to = Math.min(from + columns, panels.size());
            for (int i = from; i < to; i++) {
                Chart<?, ?> panel = panels.get(i);
                Graphics2D own = (Graphics2D) g.create();
                own.translate((i - from) * panel.getWidth(), top);
                panel.paint(own, panel.getWidth(), panel.getHeight());
                own.dispose();
            }
            top += rowHeight(from);
        }
    }
}
