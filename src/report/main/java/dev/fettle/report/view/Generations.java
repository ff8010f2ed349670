package dev.fettle.report.view;

import dev.fettle.sampler.Spread;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The scores of each generation of a search, by the first goal. Immutable, for any thread.
 *
 * @param rows in their order; the last one may have been ended before its time. None of a search without generations
 */
public record Generations(List<Row> rows) {
    public Generations {
        rows = List.copyOf(rows);
    }

    /**
     * A generation; what was tried before the first one counts to that.
     *
     * @param number from 1, over all restarts
     * @param trials how many there had been when it ended
     * @param evaluated how many of its own have a score that none before had to lend them
     * @param min the least score of its own; NaN, as the next three, where none of them has one
     * @param avg their mean
     * @param max their largest
     * @param sd their deviation from the mean, the root of the mean square
     * @param best the best score so far; NaN until there is one
     */
    public record Row(
            int number, int trials, int evaluated, double min, double avg, double max, double sd, double best) {
        /** Whether it has a score. */
        public boolean scored() {
            return !Double.isNaN(avg);
        }
    }

    /** Those of a search which told so much, and finished these. */
    public static Generations of(History history, List<Spread> finished) {
        List<Convergence.Step> steps = Convergence.of(history).steps();
        List<Row> rows = new ArrayList<>();
        int from = 0;
        for (Spread spread : finished) {
            int to = Math.min(spread.trials(), steps.size());
            if (to > from) {
                rows.add(row(rows.size() + 1, steps, from, to));
                from = to;
            }
        }
        if (!rows.isEmpty() && from < steps.size()) {
            rows.add(row(rows.size() + 1, steps, from, steps.size()));
        }
        return new Generations(rows);
    }

    private static Row row(int number, List<Convergence.Step> steps, int from, int to) {
        List<Trial.Completed> scored = new ArrayList<>();
        for (Convergence.Step step : steps.subList(from, to)) {
            if (step.trial() instanceof Trial.Completed c) {
                scored.add(c);
            }
        }
        double[] scores = scored.stream().mapToDouble(t -> t.score().value()).toArray();
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        double mean = scores.length == 0 ? Double.NaN : 0;
        for (double score : scores) {
            range.accept(score);
            mean += score / scores.length;
        }
        return new Row(
                number,
                to,
                (int) scored.stream().filter(t -> t.source() == t.number()).count(),
                scores.length == 0 ? Double.NaN : range.getMin(),
                mean,
                scores.length == 0 ? Double.NaN : range.getMax(),
                deviation(scores, mean, Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()))),
                steps.get(to - 1).best());
    }

    /** In shares of the largest, as squares may be beyond the doubles. */
    private static double deviation(double[] scores, double mean, double largest) {
        if (scores.length == 0 || largest == 0) {
            return scores.length == 0 ? Double.NaN : 0;
        }
        double squares = 0;
        for (double score : scores) {
            double away = score / largest - mean / largest;
            squares += away * away / scores.length;
        }
        return largest * Math.min(1, Math.sqrt(squares));
    }

    /** At most {@code most} of them, at least 2, evenly chosen, with the last one. */
    public List<Row> sample(int most) {
        if (rows.size() <= most) {
            return rows;
        }
        List<Row> sample = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            sample.add(rows.get((int) ((long) i * (rows.size() - 1) / (most - 1))));
        }
        return sample;
    }
}
