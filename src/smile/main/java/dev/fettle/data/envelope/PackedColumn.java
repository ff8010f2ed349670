package dev.fettle.data.envelope;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * A column.
 *
 * @param type as {@link ColumnType#name} has it
 * @param values {@code double[n]} of decimal numbers, with NaN where one is missing; {@code Object[n]} of others, with null
 */
record PackedColumn(String name, String type, Object values) implements Serializable {
    private static final long serialVersionUID = 1;

    static PackedColumn of(Column<?> column) {
        Object values = column instanceof DoubleColumn decimals ? decimals.asDoubleArray() : objects(column);
        return new PackedColumn(column.name(), column.type().name(), values);
    }

    private static @Nullable Object[] objects(Column<?> column) {
        @Nullable Object[] values = new Object[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.isMissing(i) ? null : column.get(i);
        }
        return values;
    }

    Column<?> column() {
        if (values instanceof double[] decimals) {
            return DoubleColumn.create(name, decimals);
        }
        Column<?> column = ColumnType.valueOf(type).create(name);
        for (Object value : (Object[]) values) {
            if (value == null) {
                column.appendMissing();
            } else {
                column.appendObj(value);
            }
        }
        return column;
    }
}
