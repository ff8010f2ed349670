package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Every trial as a circle, the best so far as a step line; pruned trials as rings at their last intermediate score, failures
 * as crosses at the rim where the worst scores are.
 */
final class HistoryPlot implements PlotKind {
    /** More trials than this are thinned evenly, and so are those that improve the best: of a descent that are thousands. */
    private static final int MOST = 200;

    /** The line ends a little behind the last trial. */
    private static final double END = 0.4;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String meaning() {
        return "the score of each trial, and the best so far";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Convergence convergence = Convergence.of(Needs.score(this, report).history());
        NumberAxis up = NumberAxis.of(
                convergence.steps().stream()
                        .flatMapToDouble(s -> DoubleStream.of(s.score(), s.pruned()))
                        .toArray(),
                convergence.goal());
        return Plot.of(sheet(convergence, up, report.metric(), size), alt(convergence, report.metric()))
                .and(up.said("scores"));
    }

    /** Columns trial, score, best, pruned: the last intermediate score of a pruned trial. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Convergence.Step> steps =
                Convergence.of(Needs.score(this, report).history()).steps();
        return Table.create(
                name(),
                IntColumn.create("trial", steps.stream().mapToInt(Convergence.Step::number)),
                DoubleColumn.create("score", steps.stream().mapToDouble(Convergence.Step::score)),
                DoubleColumn.create("best", steps.stream().mapToDouble(Convergence.Step::best)),
                DoubleColumn.create("pruned", steps.stream().mapToDouble(Convergence.Step::pruned)));
    }

    private static Sheet sheet(Convergence convergence, NumberAxis up, String metric, Size size) {
        int last = convergence.steps().get(convergence.steps().size() - 1).number();
        List<Convergence.Step> steps = thinned(convergence);
        Dots dots = new Dots(
                Axes.of(
                        metric + " of each trial, and the best so far",
                        Side.counts("trial", last),
                        Side.of(metric, up)),
                up,
                convergence.goal());
        dots.rings(spots(steps, Convergence.Step::pruned));
        dots.trials(spots(steps, Convergence.Step::score));
        dots.line(corners(convergence));
        dots.failed(
                steps.stream().filter(s -> s.trial() instanceof Trial.Failed).mapToDouble(Convergence.Step::number));
        List<Convergence.Step> better = convergence.improvements();
        Convergence.Step winner = better.get(better.size() - 1);
        dots.best(winner.number(), winner.best());
        return dots.sheet(size);
    }

    /** Of the line of the best so far, a little beyond the last trial: number and score. */
    static List<double[]> corners(Convergence convergence) {
        List<double[]> corners = new ArrayList<>();
        for (Convergence.Step s : improvements(convergence)) {
            if (!corners.isEmpty()) {
                corners.add(new double[] {s.number(), corners.get(corners.size() - 1)[1]});
            }
            corners.add(new double[] {s.number(), s.best()});
        }
        double last = convergence.steps().get(convergence.steps().size() - 1).number();
        corners.add(new double[] {last + END, corners.get(corners.size() - 1)[1]});
        return corners;
    }

    private static List<double[]> spots(List<Convergence.Step> steps, ToDoubleFunction<Convergence.Step> score) {
        return steps.stream()
                .map(s -> new double[] {s.number(), score.applyAsDouble(s)})
                .filter(s -> !Double.isNaN(s[1]))
                .toList();
    }

    private static List<Convergence.Step> thinned(Convergence convergence) {
        Set<Integer> kept = Stream.of(Thinned.of(convergence.steps(), MOST), improvements(convergence))
                .flatMap(List::stream)
                .map(Convergence.Step::number)
                .collect(Collectors.toSet());
        return convergence.steps().stream()
                .filter(s -> kept.contains(s.number()))
                .toList();
    }

    /** Of many a selection, and the last. */
    private static List<Convergence.Step> improvements(Convergence convergence) {
        List<Convergence.Step> all = convergence.improvements();
        return Stream.concat(Thinned.of(all, MOST).stream(), Stream.of(all.get(all.size() - 1)))
                .distinct()
                .toList();
    }

    private static String alt(Convergence convergence, String metric) {
        List<Convergence.Step> better = convergence.improvements();
        Convergence.Step first = better.get(0);
        Convergence.Step last = better.get(better.size() - 1);
        return "The best " + metric + " so far goes from " + Wording.score(first.best()) + " at trial " + first.number()
                + " to " + Wording.score(last.best()) + " at trial " + last.number() + " of "
                + convergence.trials() + ".";
    }
}
