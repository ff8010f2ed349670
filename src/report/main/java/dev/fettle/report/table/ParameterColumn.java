package dev.fettle.report.table;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Whole;
import dev.fettle.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** The values of one parameter as a column of its type; arrays as text, {@code (100, 50)}. */
final class ParameterColumn {
    private ParameterColumn() {}

    static Column<?> of(String name, Parameter parameter, List<? extends Trial> trials) {
        Class<?> type = type(parameter);
        Column<?> column = type == Integer.class
                ? IntColumn.create(name)
                : type == Long.class
                        ? LongColumn.create(name)
                        : type == Double.class
                                ? DoubleColumn.create(name)
                                : type == Boolean.class ? BooleanColumn.create(name) : StringColumn.create(name);
        trials.forEach(t -> append(column, t.point().find(parameter.name())));
        return column;
    }

    private static void append(Column<?> column, @Nullable Object value) {
        if (value == null) {
            column.appendMissing();
        } else if (column instanceof StringColumn) {
            column.appendObj(value instanceof String ? value : Wording.typed(value));
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(((Number) value).doubleValue());
        } else {
            column.appendObj(value);
        }
    }

    private static Class<?> type(Parameter parameter) {
        if (parameter instanceof Array) {
            return String.class;
        }
        if (!(parameter instanceof Choice choice)) {
            return parameter instanceof Whole w ? w.isLong() ? Long.class : Integer.class : Double.class;
        }
        for (Class<?> type : List.of(Integer.class, Long.class, Number.class, Boolean.class)) {
            if (choice.values().stream().allMatch(type::isInstance)) {
                return type == Number.class ? Double.class : type;
            }
        }
        return String.class;
    }
}
