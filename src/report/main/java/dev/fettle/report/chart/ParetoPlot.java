package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Pareto;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Trial;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Every trial by its first two goals; those that no other beats are joined by a step line, and the knee is marked. */
final class ParetoPlot implements PlotKind {
    /** More trials than this are thinned evenly; the front stays. */
    private static final int MOST = 400;

    @Override
    public String name() {
        return "pareto";
    }

    @Override
    public String meaning() {
        return "the trials by two goals, and those that no other beats";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Pareto pareto = pareto(this, report);
        return Plot.of(sheet(pareto, size), alt(pareto));
    }

    /** Columns trial, a column for each goal, front: whether no other beats it, knee. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        Pareto pareto = pareto(this, report);
        List<Trial.Completed> all = pareto.trials();
        Table table =
                Table.create(name(), IntColumn.create("trial", all.stream().mapToInt(Trial::number)));
        for (int g = 0; g < pareto.goals().size(); g++) {
            int goal = g;
            // Names differ though a goal may be called trial.
            String name = pareto.goals().get(g).name();
            String free = table.columnNames().contains(name)
                            || List.of("front", "knee").contains(name)
                    ? name + "_" + (g + 1)
                    : name;
            table.addColumns(DoubleColumn.create(
                    free, all.stream().mapToDouble(t -> t.score().values().get(goal))));
        }
        Set<Integer> front = numbers(pareto.front());
        Set<Integer> knee = numbers(pareto.knee().stream().toList());
        return table.addColumns(
                BooleanColumn.create(
                        "front",
                        all.stream().map(t -> front.contains(t.number())).toList()),
                BooleanColumn.create(
                        "knee", all.stream().map(t -> knee.contains(t.number())).toList()));
    }

    private static Set<Integer> numbers(List<Trial.Completed> trials) {
        return trials.stream().map(Trial::number).collect(Collectors.toSet());
    }

    /** That of a study of several goals with a scored trial. */
    static Pareto pareto(PlotKind kind, StudyReport report) {
        Pareto pareto = Pareto.of(Needs.score(kind, report).history());
        if (pareto.goals().size() < 2) {
            throw new IllegalArgumentException(
                    "Plot (" + kind.name() + ") must have several goals to show, and " + report.metric() + " is one.");
        }
        return pareto;
    }

    private static Sheet sheet(Pareto pareto, Size size) {
        Goal below = pareto.goals().get(0);
        Goal left = pareto.goals().get(1);
        Axes axes = Axes.of(
                left.name() + " against " + below.name() + ", and what no other beats",
                Side.of(below.name(), range(pareto.trials(), 0)),
                Side.of(left.name(), range(pareto.trials(), 1)));
        List<Trial.Completed> others = others(pareto);
        List<Trial.Completed> knee = pareto.knee().stream().toList();
        Sheet sheet = new Sheet(axes.with(keys(others, knee)), size.width(), size.height());
        Marker dot = Look.dot(others.size() > 200 ? 5 : 8);
        sheet.points("trials", values(others, 0), values(others, 1), dot, Look.half(Look.TRIAL));
        front(sheet, pareto);
        sheet.points("knee", values(knee, 0), values(knee, 1), Look.diamond(8), Look.BEST);
        return sheet;
    }

    private static List<Key> keys(List<Trial.Completed> others, List<Trial.Completed> knee) {
        List<Key> keys = new ArrayList<>(List.of(new Key("no other beats it", Look.BEST, Look.dot(8))));
        if (!others.isEmpty()) {
            keys.add(0, new Key("trial", Look.half(Look.TRIAL), Look.dot(8)));
        }
        if (!knee.isEmpty()) {
            keys.add(new Key("knee", Look.BEST, Look.diamond(7)));
        }
        return keys;
    }

    private static List<Trial.Completed> others(Pareto pareto) {
        Set<Integer> front = numbers(pareto.front());
        List<Trial.Completed> all = pareto.trials().stream()
                .filter(t -> !front.contains(t.number()))
                .toList();
        return Thinned.of(all, MOST);
    }

    /** Of two goals a staircase, whose corners nothing reaches; of more only the points, since a third goal tells them apart. */
    private static void front(Sheet sheet, Pareto pareto) {
        List<Trial.Completed> front = pareto.front().stream()
                .sorted(Comparator.comparingDouble(t -> t.score().value()))
                .toList();
        sheet.points("front", values(front, 0), values(front, 1), Look.dot(8), Look.BEST);
        if (pareto.goals().size() > 2 || front.size() < 2) {
            return;
        }
        double[] x = values(front, 0);
        double[] y = values(front, 1);
        boolean rising = pareto.goals().get(0).direction() == Direction.MAXIMIZE;
        List<Double> cornersX = new ArrayList<>(List.of(x[0]));
        List<Double> cornersY = new ArrayList<>(List.of(y[0]));
        for (int i = 1; i < x.length; i++) {
            cornersX.add(rising ? x[i - 1] : x[i]);
            cornersY.add(rising ? y[i] : y[i - 1]);
            cornersX.add(x[i]);
            cornersY.add(y[i]);
        }
        XYSeries line = sheet.addSeries("steps", cornersX, cornersY);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(Look.BEST).setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static double[] values(List<Trial.Completed> trials, int goal) {
        return trials.stream().mapToDouble(t -> t.score().values().get(goal)).toArray();
    }

    private static NumberAxis range(List<Trial.Completed> trials, int goal) {
        double[] sorted = Arrays.stream(values(trials, goal)).sorted().toArray();
        return NumberAxis.of(Spacing.EVEN, sorted[0], sorted[sorted.length - 1]);
    }

    private static String alt(Pareto pareto) {
        String beaten = "No other trial beats " + pareto.front().size() + " of "
                + Wording.count(pareto.trials().size(), "trial");
        return beaten
                + pareto.knee()
                        .map(knee -> "; the knee is " + named(knee, pareto.goals()))
                        .orElse("") + ".";
    }

    private static String named(Trial.Completed trial, List<Goal> goals) {
        List<String> scores = new ArrayList<>();
        for (int g = 0; g < goals.size(); g++) {
            scores.add(goals.get(g).name() + " "
                    + Wording.score(trial.score().values().get(g)));
        }
        return "trial " + trial.number() + ": " + String.join(", ", scores);
    }
}
