package dev.fettle.data.envelope;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table, column by column. */
record PackedTable(String name, List<PackedColumn> columns) implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
        return Table.create(name, columns.stream().map(PackedColumn::column).toArray(Column[]::new));
    }
}
