package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.FailureRates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The share of trials that failed by the value of a parameter: a bar for each value, a small chart for each parameter. */
final class FailuresPlot implements PlotKind {
    /** So many parameters are drawn, those with the largest contrast. */
    private static final int MOST = 9;

    private static final int COLUMNS = 3;

    @Override
    public String name() {
        return "failures";
    }

    @Override
    public String meaning() {
        return "how often trials fail by the value of each parameter";
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        List<FailureRates.ByParameter> chosen = rates(report).parameters().stream()
                .filter(p -> p.rates().stream().anyMatch(r -> r.failed() > 0))
                .sorted(Comparator.comparingDouble((FailureRates.ByParameter p) -> -p.contrast()))
                .limit(MOST)
                .toList();
        List<Chart<?, ?>> panels = new ArrayList<>();
        chosen.forEach(p -> panels.add(chart(p, Size.SMALL)));
        return new Plot(panels, COLUMNS, alt(chosen));
    }

    /** Columns parameter, value, failed, trials, share. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        StringColumn parameter = StringColumn.create("parameter");
        StringColumn value = StringColumn.create("value");
        IntColumn failed = IntColumn.create("failed");
        IntColumn trials = IntColumn.create("trials");
        DoubleColumn share = DoubleColumn.create("share");
        for (FailureRates.ByParameter p : rates(report).parameters()) {
            for (FailureRates.Rate r : p.rates()) {
                parameter.append(p.name());
                value.append(r.label());
                failed.append(r.failed());
                trials.append(r.trials());
                share.append(r.share());
            }
        }
        return Table.create(name(), parameter, value, failed, trials, share);
    }

    private static FailureRates rates(StudyReport report) {
        if (report.history().failedCount() == 0) {
            throw new IllegalArgumentException("Plot (failures) must have a failed trial to show; none failed.");
        }
        return FailureRates.of(report.history(), report.space());
    }

    private static CategoryChart chart(FailureRates.ByParameter rates, Size size) {
        CategoryChart chart = Look.apply(new CategoryChart(size.width(), size.height()));
        chart.setTitle("failed by " + rates.name() + ", %");
        List<String> labels = rates.rates().stream()
                .map(FailureRates.Rate::label)
                .map(Look::label)
                .toList();
        Ticks.scores(chart, 0, 100);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setAvailableSpaceFill(0.5);
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, size.width());
        chart.addSeries(
                        "failed",
                        labels,
                        rates.rates().stream().map(r -> 100 * r.share()).toList())
                .setFillColor(Look.FAILED);
        return chart;
    }

    private static String alt(List<FailureRates.ByParameter> chosen) {
        return chosen.stream()
                .limit(3)
                .map(p -> p.name() + " "
                        + p.rates().stream()
                                .filter(r -> r.failed() > 0)
                                .sorted(Comparator.comparingDouble((FailureRates.Rate r) -> -r.share()))
                                .limit(3)
                                .map(r -> r.label() + " (" + r.failed() + " of " + r.trials() + ")")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "Failed trials by value: ", "."));
    }
}
