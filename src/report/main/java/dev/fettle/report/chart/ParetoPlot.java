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
import java.awt.Color;
import java.util.ArrayList;
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
        NumberAxis below = range(pareto, 0);
        NumberAxis left = range(pareto, 1);
        return Plot.of(new Pen(pareto, below, left).sheet(size), alt(pareto))
                .and(below.said("values of " + pareto.goals().get(0).name()))
                .and(left.said("values of " + pareto.goals().get(1).name()));
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

    /** Puts the trials of a study on a sheet. */
    private record Pen(Pareto pareto, NumberAxis below, NumberAxis left) {
        Sheet sheet(Size size) {
            String across = pareto.goals().get(0).name();
            String up = pareto.goals().get(1).name();
            Axes axes = Axes.of(
                    up + " against " + across + ", and what no other beats", Side.of(across, below), Side.of(up, left));
            List<Trial.Completed> others = others(pareto);
            List<Trial.Completed> beyond =
                    others.stream().filter(this::isBeyond).toList();
            List<Trial.Completed> inside =
                    others.stream().filter(t -> !isBeyond(t)).toList();
            List<Trial.Completed> knee = pareto.knee().stream().toList();
            Sheet sheet = new Sheet(axes.with(keys(inside, beyond, knee)), size.width(), size.height());
            points(sheet, "trials", inside, Look.dot(others.size() > 200 ? 5 : 8), Look.half(Look.TRIAL));
            points(sheet, "beyond", beyond, Look.ring(6), Look.TRIAL);
            front(sheet);
            points(sheet, "knee", knee, Look.diamond(8), Look.BEST);
            return sheet;
        }

        private boolean isBeyond(Trial.Completed trial) {
            return below.cutsOff(value(trial, 0)) || left.cutsOff(value(trial, 1));
        }

        private void points(Sheet sheet, String name, List<Trial.Completed> trials, Marker marker, Color color) {
            sheet.points(name, places(trials, 0, below), places(trials, 1, left), marker, color);
        }

        /** Of two goals a staircase, whose corners nothing reaches; of more only the points, since a third goal tells them apart. */
        private void front(Sheet sheet) {
            List<Trial.Completed> front = pareto.front().stream()
                    .sorted(Comparator.comparingDouble(t -> t.score().value()))
                    .toList();
            points(sheet, "front", front, Look.dot(8), Look.BEST);
            if (pareto.goals().size() > 2 || front.size() < 2) {
                return;
            }
            double[] x = places(front, 0, below);
            double[] y = places(front, 1, left);
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
            line.setLineColor(Look.BEST)
                    .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
    }

    private static List<Key> keys(
            List<Trial.Completed> inside, List<Trial.Completed> beyond, List<Trial.Completed> knee) {
        List<Key> keys = new ArrayList<>(List.of(new Key("no other beats it", Look.BEST, Look.dot(8))));
        if (!inside.isEmpty()) {
            keys.add(0, new Key("trial", Look.half(Look.TRIAL), Look.dot(8)));
        }
        if (!beyond.isEmpty()) {
            keys.add(new Key("beyond the axis", Look.TRIAL, Look.ring(6)));
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

    private static double value(Trial.Completed trial, int goal) {
        return trial.score().values().get(goal);
    }

    private static double[] places(List<Trial.Completed> trials, int goal, NumberAxis axis) {
        return trials.stream().mapToDouble(t -> axis.place(value(t, goal))).toArray();
    }

    /** That of all trials; what no other beats is never beyond it. */
    private static NumberAxis range(Pareto pareto, int goal) {
        double[] values =
                pareto.trials().stream().mapToDouble(t -> value(t, goal)).toArray();
        NumberAxis axis = NumberAxis.of(values, pareto.goals().get(goal));
        if (pareto.front().stream().noneMatch(t -> axis.cutsOff(value(t, goal)))) {
            return axis;
        }
        boolean even = axis.least() == 0 || axis.largest() == 0;
        return NumberAxis.of(even ? Spacing.EVEN : axis.spacing(), axis.least(), axis.largest());
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
