package dev.fettle.report.table;

import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A study as a table: one row for each trial that ended, in the order of the numbers. Columns: {@code trial}, {@code state}
 * (completed, pruned, failed), {@code resource} where trials have more and less of one, the goal, its standard error {@code se}, further goals, other metrics, {@code fold_1} …, the
 * parameters with their types, an array as text, and {@code seconds}. What is not there, an inactive parameter, an error that is
 * not known or the score of a failed trial, is missing. Everything but the seconds depends on the study alone. Stateless, for any
 * thread; a table is for one at a time.
 *
 * <pre>{@code
 * Table table = StudyTable.of("study", history, space, "loss");
 * double best = table.doubleColumn("loss").min();
 * }</pre>
 */
public final class StudyTable {
    private StudyTable() {}

    /**
     * The table of a history. Tablesaw takes names that differ in case only for the same; a parameter whose name is taken
     * is called {@code param_NAME}, a goal {@code goal_NAME}, a metric {@code metric_NAME}.
     *
     * @param name of the table
     * @param space whose points the trials have
     * @param metric what the column of the first goal is called
     */
    public static Table of(String name, History history, SearchSpace space, String metric) {
        List<Trial.Finished> trials = history.trials();
        Table table = Table.create(name);
        for (TrialColumn column : TrialColumns.of(history, space.names(), metric)) {
            table.addColumns(column.parameter()
                    .<Column<?>>map(p ->
                            ParameterColumn.of(column.name(), space.parameter(p).orElseThrow(), trials))
                    .orElseGet(() -> made(column)));
        }
        return table;
    }

    private static Column<?> made(TrialColumn column) {
        Column<?> made = column.type() == Integer.class
                ? IntColumn.create(column.name())
                : column.type() == Double.class
                        ? DoubleColumn.create(column.name())
                        : StringColumn.create(column.name());
        for (Object value : column.values()) {
            if (value == null) {
                made.appendMissing();
            } else {
                made.appendObj(value);
            }
        }
        return made;
    }
}
