package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.SvgText;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Convergence so small and so quick that it can be redrawn five times a second: no letters, no AWT. Stateless, for any thread.
 *
 * <pre>{@code
 * Picture picture = MiniPlot.of(Convergence.sample(history, 180), 400, "loss");
 * }</pre>
 */
public final class MiniPlot {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 72;
    private static final int MARGIN = 6;
    private static final int MOST = 180;
    /** What the axis cuts off stands so far behind its end. */
    private static final int BEYOND = 3;

    private MiniPlot() {}

    /**
     * The scored trials so far on an axis as long as the whole run, as SVG of 360 × 72 CSS pixels;
     * a thin line below, on the page's own ground, if there are none.
     *
     * @param convergence of which at most 180 trials are drawn, taken evenly
     * @param planned how many there are to be; 0 if nobody knows
     * @param metric what the first goal is called
     */
    public static Picture of(Convergence convergence, long planned, String metric) {
        List<Convergence.Step> scored = convergence.steps().stream()
                .filter(s -> !Double.isNaN(s.score()))
                .toList();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH
                + "\" height=\"" + HEIGHT + "\">" + SvgText.DARK
                + "<path stroke=\"#808080\" stroke-opacity=\".3\" d=\"M0 " + (HEIGHT - 0.5) + "H" + WIDTH + "\"/>");
        if (!scored.isEmpty()) {
            draw(svg, convergence, scored, Math.max(planned, convergence.trials()));
        }
        byte[] bytes = svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
        return new Picture("image/svg+xml", bytes, WIDTH, HEIGHT, alt(convergence, metric));
    }

    private static void draw(StringBuilder svg, Convergence convergence, List<Convergence.Step> scored, long length) {
        NumberAxis axis = NumberAxis.of(
                scored.stream().mapToDouble(Convergence.Step::score).toArray(), convergence.goal());
        svg.append("<g fill=\"#0072b2\" fill-opacity=\".5\">");
        int stride = (scored.size() + MOST - 1) / MOST;
        for (int i = 0; i < scored.size(); i += stride) {
            Convergence.Step s = scored.get(i);
            svg.append("<circle cx=\"").append(x(s.number(), length));
            svg.append("\" cy=\"").append(y(s.score(), axis)).append("\" r=\"2.5\"/>");
        }
        svg.append("</g><path fill=\"none\" stroke=\"#d55e00\" stroke-width=\"2\" d=\"");
        char command = 'M';
        for (Convergence.Step s : convergence.improvements()) {
            String x = x(s.number(), length);
            String y = y(s.best(), axis);
            svg.append(command == 'M' ? "M" + x + " " + y : "H" + x + "V" + y);
            command = 'H';
        }
        int last = convergence.steps().get(convergence.steps().size() - 1).number();
        svg.append('H').append(x(last, length)).append("\"/>");
    }

    private static String x(int number, long length) {
        return SvgText.number(MARGIN + (WIDTH - 2.0 * MARGIN) * (length == 1 ? 0.5 : (number - 1.0) / (length - 1)));
    }

    private static String y(double score, NumberAxis axis) {
        double beyond = score > axis.high() ? BEYOND : score < axis.low() ? -1 * BEYOND : 0;
        return SvgText.number(HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * axis.share(score) - beyond);
    }

    private static String alt(Convergence convergence, String metric) {
        List<String> parts = new ArrayList<>();
        parts.add(Wording.count(convergence.trials(), "trial"));
        convergence.best().ifPresent(b -> parts.add("best " + metric + " " + Wording.score(b)));
        return String.join(", ", parts);
    }
}
