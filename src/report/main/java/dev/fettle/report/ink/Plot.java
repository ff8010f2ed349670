package dev.fettle.report.ink;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts laid out in rows, not yet drawn. Drawing is for one thread at a time, as charts are mutable.
 *
 * @param kind by which a user asks for it: "history", "values", "heatmap", …
 * @param panels at least one, row by row, all of equal size
 * @param columns in a row, at least 1
 * @param words that the charts may show; grows while they are drawn
 * @param alt one or two sentences that carry the numbers
 */
public record Plot(String kind, List<Chart<?, ?>> panels, int columns, Set<String> words, String alt) {
    /** The kind of the figure of a report. */
    public static final String STANDARD = "standard";

    public Plot {
        panels = List.copyOf(panels);
    }

    public int width() {
        return Math.min(columns, panels.size()) * panels.get(0).getWidth();
    }

    public int height() {
        return (panels.size() + columns - 1) / columns * panels.get(0).getHeight();
    }

    /** Draws all panels on white ground. */
    public void paint(Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fill(new Rectangle(width(), height()));
        for (int i = 0; i < panels.size(); i++) {
            Chart<?, ?> panel = panels.get(i);
            Graphics2D own = (Graphics2D) g.create();
            own.translate(i % columns * panel.getWidth(), i / columns * panel.getHeight());
            panel.paint(own, panel.getWidth(), panel.getHeight());
            own.dispose();
        }
    }
}
