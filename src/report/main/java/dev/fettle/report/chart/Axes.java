package dev.fettle.report.chart;

import dev.fettle.report.axis.Tick;
import dev.fettle.report.ink.Look;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * All that stands around a chart: its title, two sides with their labels and grid lines, and what the marks mean. XChart
 * chooses ticks by itself, from 0 where counting begins with 1, at half powers of ten, and lets long labels overlap; therefore
 * these are ours. Immutable, for any thread.
 *
 * @param title on top; empty for none
 * @param grid whether lines lead from the labels on the left through the chart
 * @param keys in a row below
 * @param right room on the right, in CSS pixels
 */
record Axes(String title, Side below, Side left, boolean grid, List<Key> keys, int right) {
    private static final Font WORD = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int GAP = 6;
    private static final int LINE = 18;
    private static final int END = 14;
    /** Grid lines about as far apart as this can be told apart at a glance; labels below need more. */
    private static final int UP = 30;

    private static final int ACROSS = 48;
    /** So many more labels are asked for until there are two: some steps leave but one of a range. */
    private static final int MORE = 4;

    private static final int TURNED = 14;
    /** How far down a word of length 1 reaches that leans. */
    private static final double LEAN = Math.sqrt(0.5);

    /** Between one key and the next, the mark of that included. */
    private static final int KEY = 32;

    private static final int TIGHT = 26;

    Axes {
        keys = List.copyOf(keys);
    }

    /** Two sides with a grid, and no more. */
    static Axes of(String title, Side below, Side left) {
        return new Axes(title, below, left, true, List.of(), END);
    }

    /** The same with marks explained. */
    Axes with(List<Key> more) {
        return new Axes(title, below, left, grid, more, right);
    }

    /** In CSS pixels, what the labels need around the chart. */
    record Margins(int top, int left, int bottom, int right) {
        Margins and(Margins other) {
            return new Margins(
                    Math.max(top, other.top),
                    Math.max(left, other.left),
                    Math.max(bottom, other.bottom),
                    Math.max(right, other.right));
        }

        Rectangle area(int width, int height) {
            return new Rectangle(left, top, Math.max(1, width - left - right), Math.max(1, height - top - bottom));
        }
    }

    Margins margins(int width, int height) {
        int top = (title.isEmpty() ? GAP + 4 : 30) + (left.note().isEmpty() ? 0 : LINE - 4);
        int names = ticks(left, height, UP).stream()
                .mapToInt(t -> Fit.width(t.label(), LABEL))
                .max()
                .orElse(0);
        int start = GAP + (left.title().isEmpty() ? 0 : LINE) + names + GAP;
        int labels = turned(width - start - right) ? lean(height) : LINE;
        boolean named = !below.title().isEmpty() || !left.footnote().isEmpty();
        int bottom = labels + (named ? LINE : 0) + LINE * rows(width).size() + GAP;
        return new Margins(top, start, bottom, right);
    }

    /** Where the chart itself is, in CSS pixels. */
    Rectangle area(int width, int height) {
        return margins(width, height).area(width, height);
    }

    /** Puts an XChart chart in the house style, without anything around it, and sets its ends. */
    void bare(AxesChart<?, ?> chart) {
        Look.apply(chart).setTitle(title);
        AxesChartStyler s = chart.getStyler();
        s.setChartTitleVisible(false).setChartPadding(0).setPlotContentSize(1);
        s.setXAxisTicksVisible(false).setYAxisTicksVisible(false).setPlotGridLinesVisible(false);
        if (chart instanceof HeatMapChart) {
            return;
        }
        s.setXAxisMin(below.from()).setXAxisMax(below.to());
        s.setYAxisMin(left.from()).setYAxisMax(left.to());
        // XChart looks for no ticks where all have the same label.
        chart.setCustomXAxisTickLabelsFormatter(v -> "");
        chart.setCustomYAxisTickLabelsFormatter(v -> "");
    }

    /** How far down leaning labels reach; they may have a third of the picture. */
    private int lean(int height) {
        int longest = below.ticks().apply(1).stream()
                .mapToInt(t -> Fit.width(t.label(), LABEL))
                .max()
                .orElse(0);
        return Math.min(height / 3, (int) Math.ceil(longest * LEAN) + TURNED);
    }

    /** Words below that would not stand side by side lean to the right. */
    private boolean turned(int room) {
        List<Tick> ticks = below.words() ? below.ticks().apply(1) : List.of();
        return ticks.stream().anyMatch(t -> Fit.width(t.label(), LABEL) + GAP > room / ticks.size());
    }

    /** At least two where there are numbers: one alone does not say how far apart they are. */
    private static List<Tick> ticks(Side side, int pixels, int distance) {
        int most = Math.max(2, pixels / distance);
        List<Tick> ticks = within(side, most);
        for (int more = most + 1; ticks.size() < 2 && more <= most + MORE; more++) {
            ticks = within(side, more);
        }
        return ticks;
    }

    private static List<Tick> within(Side side, int most) {
        return side.ticks().apply(most).stream()
                .filter(t -> t.place() >= side.from() - 1e-9 && t.place() <= side.to() + 1e-9)
                .toList();
    }

    /**
     * Draws all of it, the chart between the grid and the labels.
     *
     * @param whole the picture
     * @param chart gets a graphics whose origin is the upper left corner of the area, and the area
     */
    void around(Graphics2D g, Size whole, Rectangle area, BiConsumer<Graphics2D, Rectangle> chart) {
        g.setFont(LABEL);
        leftSide(g, whole, area);
        Graphics2D inner = (Graphics2D) g.create();
        inner.translate(area.x, area.y);
        chart.accept(inner, area);
        inner.dispose();
        g.setFont(LABEL);
        g.setColor(Look.MUTED);
        int foot = area.y + area.height + (turned(area.width) ? leaning(g, whole, area) : upright(g, area));
        g.setFont(WORD);
        foot += below.title().isEmpty() && left.footnote().isEmpty() ? 0 : LINE;
        String footnote = left.footnote().isEmpty() ? "" : "▼ " + left.footnote();
        double end = footnote.isEmpty() ? whole.width() - GAP : area.getMaxX() - Fit.width(footnote, LABEL) - 2 * GAP;
        middle(g, below.title(), area.getCenterX(), foot - LINE / 2.0, end);
        g.setColor(Look.INK);
        middle(g, title, area.getCenterX(), 17, whole.width() - GAP);
        keys(g, whole, area, foot);
        g.setColor(Look.MUTED);
        Look.write(g, footnote, area.getMaxX(), foot - LINE / 2.0, 1);
        Look.write(g, left.note().isEmpty() ? "" : "▲ " + left.note(), area.getMaxX(), area.y - 8, 1);
    }

    /** A title stands in the middle of the chart, or beside it if it is long; of one that is longer the middle is left out. */
    private static void middle(Graphics2D g, String title, double x, double y, double end) {
        String shown = Fit.within(title, WORD, end - GAP);
        Look.write(g, shown, Fit.middle(x, Fit.width(shown, WORD), GAP, end), y, 0.5);
    }

    private void leftSide(Graphics2D g, Size whole, Rectangle area) {
        g.setStroke(new BasicStroke(1));
        for (Tick t : ticks(left, area.height, UP)) {
            double y = area.y + area.height * (1 - left.share(t.place()));
            if (grid) {
                g.setColor(Look.PALE);
                g.draw(new Line2D.Double(area.x, y, area.getMaxX(), y));
            }
            g.setColor(Look.MUTED);
            Look.write(g, t.label(), area.x - GAP, y, 1);
        }
        if (!left.title().isEmpty()) {
            // In the font of labels still.
            String shown = Fit.within(left.title(), LABEL, whole.height() - 2.0 * GAP);
            double y = Fit.middle(area.getCenterY(), Fit.width(shown, LABEL), GAP, whole.height() - GAP);
            turned(g, shown, GAP + 7, y, 90, 0.5);
        }
    }

    /** Of labels that would touch, the first stays. @return how far down they reach */
    private int upright(Graphics2D g, Rectangle area) {
        double free = 0;
        for (Tick t : ticks(below, area.width, ACROSS)) {
            double half = Fit.width(t.label(), LABEL) / 2.0;
            double x = Math.min(area.x + area.width * below.share(t.place()), area.getMaxX() + right - half);
            if (x - half >= free) {
                Look.write(g, t.label(), x, area.getMaxY() + GAP + 6, 0.5);
                free = x + half + GAP;
            }
        }
        return LINE;
    }

    private int leaning(Graphics2D g, Size whole, Rectangle area) {
        List<Tick> ticks = below.ticks().apply(1);
        int stride = (TURNED * ticks.size() + area.width - 1) / area.width;
        List<Tick> shown = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += stride) {
            shown.add(ticks.get(i));
        }
        int down = lean(whole.height());
        for (Tick t : shown) {
            double x = area.x + area.width * below.share(t.place()) + 4;
            // The label ends at x; it begins as far to the left as it reaches down.
            String label = Fit.within(t.label(), LABEL, Math.min(down - TURNED, x - GAP) / LEAN);
            turned(g, label, x, area.getMaxY() + 10, 45, 1);
        }
        return down;
    }

    private static void turned(Graphics2D g, String text, double x, double y, int degrees, double share) {
        Graphics2D own = (Graphics2D) g.create();
        own.translate(x, y);
        own.rotate(-1 * Math.toRadians(degrees));
        Look.write(own, text, 0, 0, share);
        own.dispose();
    }

    private static int width(List<Key> row, int each) {
        return row.stream().mapToInt(k -> Fit.width(k.word(), LABEL) + each).sum() - END;
    }

    private int each(int width) {
        return width(keys, KEY) <= width - 2 * GAP ? KEY : TIGHT;
    }

    /** The keys in as many rows as they need. */
    private List<List<Key>> rows(int width) {
        List<List<Key>> rows = new ArrayList<>();
        for (Key key : keys) {
            List<Key> longer = new ArrayList<>(rows.isEmpty() ? List.of() : rows.get(rows.size() - 1));
            longer.add(key);
            if (rows.isEmpty() || width(longer, each(width)) > width - 2 * GAP) {
                rows.add(List.of(key));
            } else {
                rows.set(rows.size() - 1, longer);
            }
        }
        return rows;
    }

    private void keys(Graphics2D g, Size whole, Rectangle area, double top) {
        g.setFont(LABEL);
        double y = top + LINE / 2.0;
        int each = each(whole.width());
        for (List<Key> row : rows(whole.width())) {
            int all = width(row, each);
            double x = Fit.middle(area.getCenterX(), all, GAP, whole.width() - GAP) - all / 2.0;
            for (Key key : row) {
                g.setColor(key.color());
                key.marker().paint(g, x + 7, y, 0);
                g.setColor(Look.MUTED);
                Look.write(g, key.word(), x + 18, y, 0);
                x += Fit.width(key.word(), LABEL) + each;
            }
            y += LINE;
        }
    }
}
