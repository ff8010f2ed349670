package dev.fettle.data.envelope;

import java.io.Serial;
import java.io.Serializable;

/** A column that is not in a table. */
record LoneColumn(PackedColumn column) implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
        return column.column();
    }
}
