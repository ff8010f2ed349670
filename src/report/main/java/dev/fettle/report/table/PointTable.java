package dev.fettle.report.table;

import dev.fettle.space.Scalar;
import dev.fettle.trial.Trial;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Points and their scores as a table: columns {@code trial}, {@code score} by the first goal, and the parameters with their
 * types, called {@code param_NAME} where a name is taken. What is not there, an inactive parameter or the score of a failed
 * trial, is missing. Stateless, for any thread; a table is for one at a time.
 *
 * <pre>{@code
 * Table table = PointTable.of("points", history.trials(), space.scalars());
 * }</pre>
 */
public final class PointTable {
    private PointTable() {}

    /** A row for each trial, in their order. */
    public static Table of(String name, List<? extends Trial.Finished> trials, List<? extends Scalar> parameters) {
        Table table = Table.create(
                name,
                IntColumn.create("trial", trials.stream().mapToInt(Trial::number)),
                DoubleColumn.create(
                        "score",
                        trials.stream()
                                .mapToDouble(t -> t.match(c -> c.score().value(), p -> Double.NaN, f -> Double.NaN))));
        parameters.forEach(p -> table.addColumns(
                ParameterColumn.of(TrialColumns.free(table.columnNames(), p.name(), "param"), p, trials)));
        return table;
    }
}
