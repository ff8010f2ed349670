package dev.fettle.report.html;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scores of the trials in order, as a line of block characters. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;

    private Sparkline() {}

    /**
     * One line; empty with fewer than two scores. Neighbouring trials share a character where there are too many. Scores over
     * decades stand at their logarithms, and a few that lie far from all others are arrows, as in pictures; both are said.
     */
    static String of(Convergence convergence, String metric) {
        List<Convergence.Step> steps = convergence.steps();
        double[] scores = steps.stream().mapToDouble(Convergence.Step::score).toArray();
        if (Arrays.stream(scores).filter(s -> !Double.isNaN(s)).count() < 2) {
            return "";
        }
        NumberAxis axis = NumberAxis.of(scores, convergence.goal());
        int width = Math.min(WIDTH, steps.size());
        List<String> line = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int from = (int) ((long) i * steps.size() / width);
            int to = (int) ((i + 1L) * steps.size() / width);
            line.add(block(best(convergence, from, to), axis));
        }
        String beyond = Stream.of(axis.beyondTop(), axis.beyondFoot())
                .filter(b -> !b.isEmpty())
                .map(b -> "; " + b)
                .collect(Collectors.joining());
        return metric + " by trial " + String.join("", line) + " " + Wording.score(axis.low()) + " to "
                + Wording.score(axis.high()) + (axis.spacing() == Spacing.EVEN ? "" : ", logarithmic") + beyond;
    }

    private static double best(Convergence convergence, int from, int to) {
        double best = Double.NaN;
        for (Convergence.Step s : convergence.steps().subList(from, to)) {
            best = Double.isNaN(best) || convergence.goal().better(s.score(), best) ? s.score() : best;
        }
        return best;
    }

    private static String block(double score, NumberAxis axis) {
        if (Double.isNaN(score)) {
            return "×";
        }
        if (axis.cutsOff(score)) {
            return score > axis.high() ? "↑" : "↓";
        }
        double share = axis.low() < axis.high() ? axis.share(score) : 0;
        int i = (int) Math.round(share * (BLOCKS.length() - 1));
        return BLOCKS.substring(i, i + 1);
    }
}
