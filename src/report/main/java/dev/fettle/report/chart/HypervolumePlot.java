package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Pareto;
import dev.fettle.trial.Trial;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How much the trials so far beat, behind each of them. */
final class HypervolumePlot implements PlotKind {
    private static final double END = 0.4;

    @Override
    public String name() {
        return "hypervolume";
    }

    @Override
    public String meaning() {
        return "how much of all that several goals could be the trials so far beat";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Pareto pareto = ParetoPlot.pareto(this, report);
        double[] volumes = pareto.volumes();
        return Plot.of(sheet(pareto, volumes, size), alt(volumes));
    }

    /** Columns trial, origin: "generation 12" say, hypervolume. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        Pareto pareto = ParetoPlot.pareto(this, report);
        List<Trial.Completed> all = pareto.trials();
        return Table.create(
                name(),
                IntColumn.create("trial", all.stream().mapToInt(Trial::number)),
                StringColumn.create(
                        "origin", all.stream().map(t -> t.proposal().origin()).toList()),
                DoubleColumn.create("hypervolume", pareto.volumes()));
    }

    /** Corners only: a step line over a thousand trials has few. */
    private static Sheet sheet(Pareto pareto, double[] volumes, Size size) {
        int last = pareto.trials().get(volumes.length - 1).number();
        Axes axes = Axes.of(
                "hypervolume of the trials so far",
                Side.counts("trial", last),
                Side.of("hypervolume", NumberAxis.of(Spacing.EVEN, volumes[0], volumes[volumes.length - 1])));
        Sheet chart = new Sheet(axes, size.width(), size.height());
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < volumes.length; i++) {
            boolean grew = i == 0 || volumes[i] > volumes[i - 1];
            if (grew && i > 0) {
                x.add((double) pareto.trials().get(i).number());
                y.add(volumes[i - 1]);
            }
            if (grew) {
                x.add((double) pareto.trials().get(i).number());
                y.add(volumes[i]);
            }
        }
        x.add(last + END);
        y.add(volumes[volumes.length - 1]);
        XYSeries line = chart.addSeries("hypervolume", x, y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(Look.BEST).setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return chart;
    }

    private static String alt(double[] volumes) {
        return "The hypervolume, a share of the box from the best of each goal to a tenth beyond the worst, goes from "
                + Wording.score(volumes[0]) + " to " + Wording.score(volumes[volumes.length - 1]) + " over "
                + Wording.count(volumes.length, "trial") + ".";
    }
}
