package dev.fettle.report.ink;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An SVG file as short as it can be: neighbours with the same look share one element or group, coordinates have one decimal.
 * Words are anchored where they line up, so that a browser with another font does not spoil the picture.
 */
public final class SvgText {
    /** More circles than this of one look become dots of one path. */
    private static final int MANY = 200;

    private static final double TOLERANCE = 0.8;

    /**
     * The ground is that of the page. Where the reader prefers dark ones, words and the darkest of our colours are lighter, but
     * can still be read on a page that is light all the same.
     */
    public static final String DARK = "<style>@media(prefers-color-scheme:dark){"
            + "[fill=\"#737373\"]{fill:#8c8c8c}[stroke=\"#737373\"]{stroke:#8c8c8c}"
            + "[fill=\"#0072b2\"]{fill:#2e93cf}[stroke=\"#0072b2\"]{stroke:#2e93cf}"
            + "[fill=\"#08306b\"]{fill:#1d63aa}[stroke=\"#08306b\"]{stroke:#1d63aa}}</style>";

    private final int width;
    private final int height;
    private final List<Run> runs = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    SvgText(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Neighbours of one look: path data, circles, or words, as {@code kind} says. */
    private record Run(
            Kind kind, String look, double radius, List<double[]> circles, StringBuilder path, List<Word> words) {}

    private record Word(String text, int turn, double x, double y, double advance) {}

    private enum Kind {
        PATH,
        CIRCLE,
        WORD
    }

    void circle(String look, double x, double y, double radius) {
        run(Kind.CIRCLE, look, radius).circles.add(new double[] {x, y});
    }

    void word(String look, String text, int turn, double x, double y, double advance) {
        Word word = new Word(text, turn, x, y, advance);
        words.add(word);
        run(Kind.WORD, look, 0).words.add(word);
    }

    void path(String look, Shape shape) {
        StringBuilder path = run(Kind.PATH, look, 0).path;
        String pen = "";
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> pen = move(path, at(c, 0));
                case PathIterator.SEG_LINETO -> pen = line(path, pen, at(c, 0));
                case PathIterator.SEG_QUADTO -> {
                    pen = at(c, 2);
                    path.append('Q').append(at(c, 0)).append(' ').append(pen);
                }
                case PathIterator.SEG_CUBICTO -> {
                    pen = at(c, 4);
                    path.append('C')
                            .append(at(c, 0))
                            .append(' ')
                            .append(at(c, 2))
                            .append(' ')
                            .append(pen);
                }
                default -> path.append('Z');
            }
        }
    }

    /** A line that begins where the last one ended needs no move. */
    private static String move(StringBuilder path, String to) {
        int last = path.length() - to.length();
        boolean there = last > 0 && "ML".indexOf(path.charAt(last - 1)) >= 0 && path.indexOf(to, last) == last;
        if (!there) {
            path.append('M').append(to);
        }
        return to;
    }

    private static String line(StringBuilder path, String from, String to) {
        if (!from.equals(to)) {
            path.append('L').append(to);
        }
        return to;
    }

    private Run run(Kind kind, String look, double radius) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.kind == kind && last.look.equals(look) && Math.abs(last.radius - radius) < 0.05) {
            return last;
        }
        Run run = new Run(kind, look, radius, new ArrayList<>(), new StringBuilder(), new ArrayList<>());
        runs.add(run);
        return run;
    }

    String document() {
        StringBuilder out =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                        + height + "\" viewBox=\"0 0 " + width + " " + height
                        + "\" font-family=\"DejaVu Sans,Verdana,sans-serif\">" + DARK);
        for (Run run : runs) {
            switch (run.kind) {
                case PATH ->
                    out.append("<path")
                            .append(run.look)
                            .append(" d=\"")
                            .append(run.path)
                            .append("\"/>");
                case CIRCLE -> circles(out, run);
                case WORD -> {
                    out.append("<g").append(run.look).append('>');
                    run.words.forEach(w -> word(out, w));
                    out.append("</g>");
                }
            }
        }
        return out.append("</svg>").toString();
    }

    private static void circles(StringBuilder out, Run run) {
        if (run.circles.size() > MANY) {
            String look = run.look.replace("fill", "stroke");
            out.append("<path").append(look).append(" stroke-linecap=\"round\" stroke-width=\"");
            out.append(number(2 * run.radius)).append("\" d=\"");
            run.circles.forEach(c -> out.append('M').append(at(c, 0)).append("h0"));
            out.append("\"/>");
            return;
        }
        out.append("<g").append(run.look).append('>');
        for (double[] c : run.circles) {
            out.append("<circle cx=\"").append(number(c[0])).append("\" cy=\"").append(number(c[1]));
            out.append("\" r=\"").append(number(run.radius)).append("\"/>");
        }
        out.append("</g>");
    }

    private void word(StringBuilder out, Word w) {
        double share = w.turn != 0 || !aligned(w) ? 0.5 : rightAligned(w) ? 1 : 0;
        String anchor = share == 0 ? "" : share == 1 ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
        double along = share * w.advance;
        double x = w.x + along * Math.cos(Math.toRadians(w.turn));
        double y = w.y - along * Math.sin(Math.toRadians(w.turn));
        String place = w.turn == 0
                ? " x=\"" + number(x) + "\" y=\"" + number(y) + "\""
                : " transform=\"translate(" + number(x) + " " + number(y) + ")rotate(-" + w.turn + ")\"";
        out.append("<text")
                .append(place)
                .append(anchor)
                .append('>')
                .append(escape(w.text))
                .append("</text>");
    }

    private boolean aligned(Word w) {
        return rightAligned(w) || count(w, w.x, 0) >= 1;
    }

    /** Under or above at least one word that ends where this one ends. */
    private boolean rightAligned(Word w) {
        return count(w, w.x + w.advance, 1) >= 1;
    }

    private long count(Word w, double x, int end) {
        return words.stream()
                .filter(o -> o.turn == 0 && Math.abs(o.y - w.y) > 1)
                .filter(o -> Math.abs(o.x + end * o.advance - x) < TOLERANCE)
                .count();
    }

    private static String at(double[] c, int from) {
        return number(c[from]) + " " + number(c[from + 1]);
    }

    /**
     * One decimal, two between −1 and 1; no needless zeros.
     *
     * @throws NumberFormatException if the value is not finite
     */
    public static String number(double value) {
        int scale = Math.abs(value) < 1 ? 2 : 1;
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
