package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.FailureRates;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.SeriesMarkers;
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
        List<Sheet> sheets = chosen.stream().map(p -> sheet(p, Size.SMALL)).toList();
        Sheet.alike(sheets, COLUMNS);
        return new Plot(List.copyOf(sheets), COLUMNS, alt(chosen));
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
                if (r.trials() == 0) {
                    continue;
                }
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

    private static Sheet sheet(FailureRates.ByParameter rates, Size size) {
        List<FailureRates.Rate> all = rates.rates();
        Side below =
                Side.of(rates.name(), all.stream().map(FailureRates.Rate::label).toList(), rates.edges());
        Sheet sheet = new Sheet(
                Axes.of("failed by " + rates.name() + ", %", below, Side.exactly("", 0, 100)),
                size.width(),
                size.height());
        sheet.points(
                "failed",
                IntStream.range(0, all.size()).asDoubleStream().toArray(),
                all.stream().mapToDouble(r -> 100 * r.share()).toArray(),
                SeriesMarkers.NONE,
                Look.FAILED);
        return sheet.over((g, area) -> {
            g.setColor(Look.FAILED);
            double column = area.getWidth() / all.size();
            for (int i = 0; i < all.size(); i++) {
                double height = area.getHeight() * all.get(i).share();
                g.fill(new Rectangle2D.Double((i + 0.2) * column, area.getHeight() - height, 0.6 * column, height));
            }
        });
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
