package dev.fettle.data.envelope;

import dev.fettle.envelope.Substitute;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw's tables and columns travel by their values. For any thread. */
public final class TableSubstitute implements Substitute {
    @Override
    public @Nullable Serializable of(Object object) {
        if (object instanceof Table table) {
            return new PackedTable(
                    table.name(), table.columns().stream().map(PackedColumn::of).toList());
        }
        return object instanceof Column<?> column ? new LoneColumn(PackedColumn.of(column)) : null;
    }
}
