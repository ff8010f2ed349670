package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import dev.fettle.trial.Goal;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.Marker;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several studies of one metric side by side: how soon each found how good a score. Immutable, for any thread.
 *
 * <pre>{@code
 * Plot beside(StudyReport grid, StudyReport random) {
 *     return new Comparison(Map.of("grid", grid, "random", random)).plot();
 * }
 * }</pre>
 *
 * @param studies by name, from 2 to {@value #MOST}, each with a score, all with the same first goal and name of its metric
 */
public record Comparison(Map<String, StudyReport> studies) {
    /** As many lines as there are colours and marks to tell them apart. */
    public static final int MOST = 6;

    private static final List<Color> COLOURS =
            List.of(Look.TRIAL, Look.BEST, Look.MODEL, Look.FAILED, new Color(0xE69F00), new Color(0x56B4E9));

    private static final List<Marker> MARKS =
            List.of(Look.dot(8), Look.diamond(5), Look.triangle(5), Look.cross(4), Look.ring(8), Look.arrow(5, false));

    /** Throws IllegalArgumentException with a sentence, if they do not go together. */
    public Comparison {
        studies = Collections.unmodifiableMap(new LinkedHashMap<>(studies));
        String names = String.join(", ", studies.keySet());
        if (studies.size() < 2 || studies.size() > MOST) {
            throw new IllegalArgumentException("Studies (" + (studies.isEmpty() ? "none" : names)
                    + ") must be from 2 to " + MOST + ". Maybe  %tune compare a b.");
        }
        studies.forEach((name, report) -> {
            if (report.history().completedCount() == 0) {
                throw new IllegalArgumentException(
                        "Study (" + name + ") must have a scored trial to be compared; it has none.");
            }
        });
        List<String> goals =
                studies.values().stream().map(Comparison::goal).distinct().toList();
        if (goals.size() > 1) {
            throw new IllegalArgumentException("Studies (" + names
                    + ") must have one goal to be compared; theirs are to " + String.join(" and to ", goals) + ".");
        }
    }

    private static String goal(StudyReport report) {
        Goal goal = report.history().goal();
        return (goal.better(1, 0) ? "maximize " : "minimize ") + report.metric();
    }

    /** Best so far by trial, a step line for each study that ends in its mark. */
    public Plot plot() {
        List<Convergence> lines = lines();
        StudyReport first = studies.values().iterator().next();
        NumberAxis up = NumberAxis.of(
                lines.stream()
                        .flatMap(line -> line.improvements().stream())
                        .mapToDouble(Convergence.Step::best)
                        .toArray(),
                first.history().goal());
        int last = lines.stream().mapToInt(Convergence::trials).max().orElse(1);
        Axes axes = Axes.of(
                "the best " + first.metric() + " so far", Side.counts("trial", last), Side.of(first.metric(), up));
        Sheet sheet = new Sheet(axes.with(keys()), Size.PAGE.width(), Size.PAGE.height());
        for (int i = 0; i < lines.size(); i++) {
            List<double[]> corners = HistoryPlot.corners(lines.get(i));
            Color colour = COLOURS.get(i);
            sheet.line(
                    "line " + i,
                    corners.stream().mapToDouble(c -> c[0]).toArray(),
                    corners.stream().mapToDouble(c -> up.place(c[1])).toArray(),
                    colour);
            double[] end = corners.get(corners.size() - 1);
            sheet.points("end " + i, new double[] {end[0]}, new double[] {up.place(end[1])}, MARKS.get(i), colour);
        }
        return Plot.of(sheet, alt(first.metric())).and(up.said("scores"));
    }

    private List<Key> keys() {
        List<String> names = List.copyOf(studies.keySet());
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Key(names.get(i), COLOURS.get(i), MARKS.get(i)))
                .toList();
    }

    private List<Convergence> lines() {
        return studies.values().stream().map(r -> Convergence.of(r.history())).toList();
    }

    private String alt(String metric) {
        return studies.entrySet().stream()
                .map(e -> e.getKey() + " reaches "
                        + Wording.score(e.getValue()
                                .history()
                                .best()
                                .orElseThrow()
                                .score()
                                .value()) + " in "
                        + Wording.count(e.getValue().history().size(), "trial"))
                .collect(Collectors.joining("; ", "The best " + metric + " so far: ", "."));
    }

    /** Columns study, trial, score, best: every trial of each study; a trial without a score has none. */
    public Table table() {
        List<String> names = new ArrayList<>();
        List<Convergence.Step> steps = new ArrayList<>();
        studies.forEach(
                (name, report) -> Convergence.of(report.history()).steps().forEach(step -> {
                    names.add(name);
                    steps.add(step);
                }));
        return Table.create(
                "compare",
                StringColumn.create("study", names),
                IntColumn.create("trial", steps.stream().mapToInt(Convergence.Step::number)),
                DoubleColumn.create("score", steps.stream().mapToDouble(Convergence.Step::score)),
                DoubleColumn.create("best", steps.stream().mapToDouble(Convergence.Step::best)));
    }
}
