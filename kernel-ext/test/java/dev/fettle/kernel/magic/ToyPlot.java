package dev.fettle.kernel.magic;

import dev.fettle.report.chart.PlotKind;
import dev.fettle.report.chart.Size;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import java.util.List;
import java.util.function.IntConsumer;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Stands for a plot of another jar: one file, and one line in a service file. */
public final class ToyPlot implements PlotKind {
    /** What else is done when one is drawn, by the number of trials. */
    static IntConsumer drawn = trials -> {};

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String meaning() {
        return "one dot for each trial";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        drawn.accept(report.history().size());
        XYChart chart = new XYChart(size.width(), size.height());
        chart.addSeries("trials", table(report, arguments).intColumn("trial").asDoubleArray());
        return Plot.of(chart, report.history().size() + " dots.");
    }

    @Override
    public Table table(StudyReport report, List<String> arguments) {
        return Table.create(
                "toy",
                IntColumn.create("trial", report.history().trials().stream().mapToInt(t -> t.number())));
    }
}
