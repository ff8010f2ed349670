package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Stands for a plot of another jar: how many trials ended in which way. */
public final class ToyPlot implements PlotKind {
    private static final List<String> ENDS = List.of("scored", "not");

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String meaning() {
        return "how many trials were scored";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        if (report.history().size() == 0) {
            throw new IllegalArgumentException("Plot (toy) must have a trial to show.");
        }
        CategoryChart chart = Look.apply(new CategoryChart(size.width(), size.height()));
        chart.addSeries("trials", ENDS, counts(report));
        return Plot.of(
                chart,
                "Of " + report.history().size() + " trials " + counts(report).get(0) + " were scored.");
    }

    @Override
    public Table table(StudyReport report, List<String> arguments) {
        return Table.create(
                "toy",
                StringColumn.create("end", ENDS),
                IntColumn.create("trials", counts(report).stream().mapToInt(n -> n)));
    }

    private static List<Integer> counts(StudyReport report) {
        int scored = report.history().completedCount();
        return List.of(scored, report.history().size() - scored);
    }
}
