package dev.fettle.report.table;

import dev.fettle.report.insight.Importance;
import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.Heatmap;
import dev.fettle.report.view.ValueScores;
import dev.fettle.report.view.VarianceShare;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers behind a plot as a table; what is not there is missing. */
public final class PlotTable {
    private PlotTable() {}

    /** Columns trial, score, best. */
    public static Table of(Convergence convergence) {
        List<Convergence.Step> steps = convergence.steps();
        return Table.create(
                "history",
                IntColumn.create("trial", steps.stream().mapToInt(Convergence.Step::number)),
                DoubleColumn.create("score", steps.stream().mapToDouble(Convergence.Step::score)),
                DoubleColumn.create("best", steps.stream().mapToDouble(Convergence.Step::best)));
    }

    /** Columns parameter, share; the last row is what no parameter explains alone. */
    public static Table of(VarianceShare share) {
        List<VarianceShare.Share> rows = Stream.concat(
                        share.shares().stream(), Stream.of(new VarianceShare.Share("interactions", share.rest())))
                .toList();
        return Table.create(
                "share",
                StringColumn.create("parameter", rows.stream().map(VarianceShare.Share::parameter)),
                DoubleColumn.create("share", rows.stream().mapToDouble(VarianceShare.Share::share)));
    }

    /** Columns parameter, share, low, high; missing where nothing can be said. */
    public static Table of(Importance importance) {
        List<Importance.Effect> rows = importance.effects();
        return Table.create(
                "importance",
                StringColumn.create("parameter", rows.stream().map(Importance.Effect::parameter)),
                DoubleColumn.create("share", rows.stream().mapToDouble(Importance.Effect::share)),
                DoubleColumn.create("low", rows.stream().mapToDouble(Importance.Effect::low)),
                DoubleColumn.create("high", rows.stream().mapToDouble(Importance.Effect::high)));
    }

    /** Columns parameter, value, points, mean, low, high. */
    public static Table of(ValueScores scores) {
        StringColumn parameter = StringColumn.create("parameter");
        StringColumn value = StringColumn.create("value");
        IntColumn points = IntColumn.create("points");
        DoubleColumn mean = DoubleColumn.create("mean");
        DoubleColumn low = DoubleColumn.create("low");
        DoubleColumn high = DoubleColumn.create("high");
        for (ValueScores.ByParameter p : scores.parameters()) {
            for (ValueScores.Level l : p.levels()) {
                parameter.append(p.name());
                value.append(l.label());
                points.append(l.scores().size());
                mean.append(l.mean());
                low.append(l.low());
                high.append(l.high());
            }
        }
        return Table.create("values", parameter, value, points, mean, low, high);
    }

    /** One row for each cell: the two values and the mean. */
    public static Table of(Heatmap map) {
        StringColumn x = StringColumn.create(map.x());
        StringColumn y = StringColumn.create(map.y().equalsIgnoreCase(map.x()) ? map.y() + "_2" : map.y());
        DoubleColumn mean = DoubleColumn.create("mean of the goal");
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                x.append(map.columns().get(j));
                y.append(map.rows().get(i));
                mean.append(map.means()[i][j]);
            }
        }
        return Table.create("heatmap", x, y, mean);
    }
}
