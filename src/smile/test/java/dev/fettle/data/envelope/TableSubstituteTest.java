package dev.fettle.data.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Packer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Every kind of column, with a value that is missing, is the same at the other end. */
class TableSubstituteTest {
    static Stream<Column<?>> columns() {
        return Stream.of(
                DoubleColumn.create("d", 0.1, -0.0, Double.MAX_VALUE, Double.POSITIVE_INFINITY),
                FloatColumn.create("f", 0.1f, 2),
                IntColumn.create("i", 1, -7),
                ShortColumn.create("s", new short[] {1, 2}),
                LongColumn.create("l", 1L << 40, 2),
                BooleanColumn.create("b", true, false),
                StringColumn.create("w", "a", "größe", "a"),
                DateColumn.create("day", LocalDate.of(2026, 11, 30), LocalDate.of(1, 1, 1)),
                DateTimeColumn.create("when", LocalDateTime.of(2026, 11, 30, 4, 30, 1, 7_000_000)),
                TimeColumn.create("time", LocalTime.of(23, 59, 59)),
                InstantColumn.create("instant", Instant.ofEpochSecond(1_800_000_000)));
    }

    private static Object travelled(Object object) throws Exception {
        return Packer.pack(List.of(object), ClassSource.NONE)
                .envelope()
                .open(TableSubstituteTest.class.getClassLoader());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void aColumnIsTheSame(Column<?> column) throws Exception {
        column.appendMissing();
        Column<?> other = (Column<?>) ((List<?>) travelled(column)).get(0);
        assertThat(other.type()).isEqualTo(column.type());
        assertThat(other.name()).isEqualTo(column.name());
        assertThat(other.size()).isEqualTo(column.size());
        for (int i = 0; i < column.size(); i++) {
            assertThat(other.isMissing(i)).isEqualTo(column.isMissing(i));
            assertThat(other.get(i)).isEqualTo(column.get(i));
        }
    }

    @Test
    void aTableIsItsColumns() throws Exception {
        Table table = Table.create("all", columns().map(c -> c.first(1)).toArray(Column[]::new));
        Table other = (Table) ((List<?>) travelled(table)).get(0);
        assertThat(other.name()).isEqualTo("all");
        assertThat(other.columnNames()).isEqualTo(table.columnNames());
        assertThat(other.print()).isEqualTo(table.print());
        Table empty = (Table) ((List<?>) travelled(Table.create("none"))).get(0);
        assertThat(empty.columnCount()).isZero();
    }
}
