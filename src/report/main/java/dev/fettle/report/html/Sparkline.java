package dev.fettle.report.html;

import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.Scores;
import java.util.ArrayList;
import java.util.List;

/** The scores of the trials in order, as a line of block characters. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;

    private Sparkline() {}

    /** One line; empty with fewer than two scores. Neighbouring trials share a character where there are too many. */
    static String of(Convergence convergence, String metric) {
        List<Convergence.Step> steps = convergence.steps();
        double[] scores = steps.stream()
                .mapToDouble(Convergence.Step::score)
                .filter(s -> !Double.isNaN(s))
                .sorted()
                .toArray();
        if (scores.length < 2) {
            return "";
        }
        double low = scores[0];
        double high = scores[scores.length - 1];
        int width = Math.min(WIDTH, steps.size());
        List<String> line = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int from = (int) ((long) i * steps.size() / width);
            int to = (int) ((i + 1L) * steps.size() / width);
            line.add(block(best(convergence, from, to), low, high));
        }
        return metric + " by trial " + String.join("", line) + " " + Wording.score(low) + " to " + Wording.score(high);
    }

    private static double best(Convergence convergence, int from, int to) {
        double best = Double.NaN;
        for (Convergence.Step s : convergence.steps().subList(from, to)) {
            best = Double.isNaN(best) || convergence.goal().better(s.score(), best) ? s.score() : best;
        }
        return best;
    }

    private static String block(double score, double low, double high) {
        if (Double.isNaN(score)) {
            return "×";
        }
        int i = (int) Math.round(Scores.share(score, low, high) * (BLOCKS.length() - 1));
        return BLOCKS.substring(i, i + 1);
    }
}
