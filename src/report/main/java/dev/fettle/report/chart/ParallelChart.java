package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.trial.Parallel;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The axes lie under each other, so that long names and many parameters have room, that of the score lowest. The better a
 * point, the deeper its line; the best is orange.
 */
final class ParallelChart extends XYChart {
    private static final int TOP = 44;
    private static final int ROW = 46;
    private static final Font NAME = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int APART = 7;
    /** How far below an axis the middle of its labels is, and how far from there lines keep off. */
    private static final int BELOW = 13;

    private static final int CLEAR = 7;
    private static final int MARGIN = 14;
    private static final int RIGHT = 36;

    /** So many pieces of lines at most; of more the best {@value #BEST} lines stay and an even selection of the others. */
    private static final int PIECES = 2000;

    private static final int BEST = 20;

    /** As many powers of ten between the ends of the axis of scores, none of them so near to an end. */
    private static final int POWERS = 5;

    private static final double FREE = 0.12;

    private final Parallel parallel;
    private final List<Parallel.Axis> axes;
    private final NumberAxis scores;
    private final int left;
    /** Those of each axis, from left to right. */
    private final List<List<Word>> words;
    /** What lines keep off. */
    private final List<List<Rectangle2D>> boxes;

    /** A label: its middle and its length. */
    private record Word(String text, double x, double width) {}

    private ParallelChart(Parallel parallel, List<Parallel.Axis> axes, NumberAxis scores, Size size) {
        super(size.width(), TOP + ROW * axes.size());
        this.parallel = parallel;
        this.axes = axes;
        this.scores = scores;
        this.left = 2 * MARGIN
                + axes.stream()
                        .mapToInt(a -> Fit.width(Look.label(a.name()), NAME))
                        .max()
                        .orElse(0);
        this.words = IntStream.range(0, axes.size()).mapToObj(this::words).toList();
        this.boxes = IntStream.range(0, axes.size()).mapToObj(this::boxes).toList();
    }

    /**
     * The chart of some lines.
     *
     * @param parallel with a line
     * @param scores the axis of its scores
     */
    static ParallelChart of(Parallel parallel, NumberAxis scores, String metric, Size size) {
        List<Parallel.Axis> axes = new ArrayList<>(parallel.axes());
        axes.add(new Parallel.Axis(metric, marks(scores)));
        ParallelChart chart = Look.apply(new ParallelChart(parallel, axes, scores, size));
        chart.setTitle("points by " + metric + ": the deeper the better, the best orange");
        chart.getStyler().setPlotGridLinesVisible(false).setAxisTicksVisible(false);
        Parallel.Line best = parallel.lines().get(0);
        chart.addSeries("best", new double[] {best.number()}, new double[] {best.quality()})
                .setMarker(SeriesMarkers.NONE)
                .setLineStyle(SeriesLines.NONE);
        return chart;
    }

    /** The ends, with what lies beyond them; where these do not tell what is between them, powers of ten too. */
    private static List<Parallel.Mark> marks(NumberAxis scores) {
        if (scores.low() == scores.high()) {
            return List.of(new Parallel.Mark(0.5, Wording.score(scores.low())));
        }
        List<Parallel.Mark> marks =
                new ArrayList<>(List.of(new Parallel.Mark(0, end(scores.low(), scores.beyondFoot()))));
        if (scores.spacing() != Spacing.EVEN) {
            scores.ticks(POWERS).stream()
                    .map(t -> new Parallel.Mark(share(scores, t.place()), t.label()))
                    .filter(m -> m.place() > FREE && m.place() < 1 - FREE)
                    .forEach(marks::add);
        }
        marks.add(new Parallel.Mark(1, end(scores.high(), scores.beyondTop())));
        return marks;
    }

    private static String end(double score, String beyond) {
        return Wording.score(score) + (beyond.isEmpty() ? "" : "; " + beyond);
    }

    private static double share(NumberAxis scores, double place) {
        double low = scores.place(scores.low());
        return (place - low) / (scores.place(scores.high()) - low);
    }

    /** XChart has no parallel axes. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        List<Parallel.Line> lines = thinned();
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean best = i == 0;
            g.setStroke(new BasicStroke(best ? 2.5f : 1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(best ? Look.BEST : Shades.color(Shades.index(lines.get(i).quality())));
            line(g, lines.get(i), best ? 3 : 2);
        }
        for (int row = 0; row < axes.size(); row++) {
            axis(g, row);
        }
    }

    private List<Parallel.Line> thinned() {
        List<Parallel.Line> all = parallel.lines();
        int most = Math.max(2 * BEST, PIECES / axes.size());
        int stride = (all.size() + most - 1) / most;
        return IntStream.range(0, all.size())
                .filter(i -> i < BEST || i % stride == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Broken where a parameter is inactive; a value between two such is a dot. */
    private void line(Graphics2D g, Parallel.Line line, double radius) {
        List<Double> places = new ArrayList<>(line.places());
        places.add(scores.share(line.score()));
        Path2D path = new Path2D.Double();
        for (int row = 0; row < places.size(); row++) {
            double x = x(places.get(row));
            boolean before = row > 0 && !Double.isNaN(places.get(row - 1));
            boolean after = row + 1 < places.size() && !Double.isNaN(places.get(row + 1));
            if (Double.isNaN(x)) {
                continue;
            }
            if (before) {
                Gaps.line(path, x, y(row), boxes.get(row - 1));
            } else {
                path.moveTo(x, y(row));
            }
            if (!before && !after) {
                g.fill(new Ellipse2D.Double(x - radius, y(row) - radius, 2 * radius, 2 * radius));
            }
        }
        g.draw(path);
    }

    private void axis(Graphics2D g, int row) {
        Parallel.Axis axis = axes.get(row);
        double y = y(row);
        g.setStroke(new BasicStroke(1));
        g.setColor(Look.MUTED);
        g.draw(new Line2D.Double(x(0), y, x(1), y));
        axis.marks().forEach(m -> g.draw(new Line2D.Double(x(m.place()), y - 3, x(m.place()), y + 3)));
        g.setColor(Look.INK);
        g.setFont(NAME);
        Look.write(g, Look.label(axis.name()), left - MARGIN, y, 1);
        g.setFont(LABEL);
        words.get(row).forEach(w -> Look.write(g, w.text, w.x, y + BELOW, 0.5));
    }

    /** Of labels that would touch, the first stays. */
    private List<Word> words(int row) {
        List<Word> words = new ArrayList<>();
        double free = 0;
        for (Parallel.Mark mark : axes.get(row).marks()) {
            String text = row < axes.size() - 1 ? Look.label(mark.label()) : mark.label();
            double width = Fit.width(text, LABEL);
            double x = Fit.middle(x(mark.place()), width, 0, getWidth() - 2.0);
            if (x - width / 2 > free) {
                words.add(new Word(text, x, width));
                free = x + width / 2 + APART;
            }
        }
        return List.copyOf(words);
    }

    private List<Rectangle2D> boxes(int row) {
        double top = y(row) + BELOW - CLEAR;
        return words.get(row).stream()
                .<Rectangle2D>map(w -> new Rectangle2D.Double(w.x - w.width / 2 - 2, top, w.width + 4, 2 * CLEAR))
                .toList();
    }

    private double x(double place) {
        return left + place * (getWidth() - left - RIGHT);
    }

    private double y(int row) {
        return TOP + ROW * (row + 0.2);
    }
}
