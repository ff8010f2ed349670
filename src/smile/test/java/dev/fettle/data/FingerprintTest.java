package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FingerprintTest {
    private static Table table(double last) {
        return Table.create(DoubleColumn.create("x", 1, Double.NaN, last), StringColumn.create("y", "a", null, "b"));
    }

    @Test
    void equalContentsHaveEqualMarks() {
        assertThat(Fingerprint.of(new double[][] {{1, 2}, {3}}))
                .isEqualTo(Fingerprint.of(new double[][] {{1, 2}, {3}}));
        assertThat(Fingerprint.of(table(3))).isPresent().isEqualTo(Fingerprint.of(table(3)));
        assertThat(Fingerprint.of(List.of("a", 1))).isPresent();
        assertThat(Fingerprint.of("text").orElseThrow()).hasSize(16);
    }

    @Test
    void aChangeIsSeen() {
        assertThat(Fingerprint.of(new double[][] {{1, 2}, {3}}))
                .isNotEqualTo(Fingerprint.of(new double[][] {{1}, {2, 3}}));
        assertThat(Fingerprint.of(new int[] {1})).isNotEqualTo(Fingerprint.of(new int[] {2}));
        assertThat(Fingerprint.of(1)).isNotEqualTo(Fingerprint.of(1.0));
        assertThat(Fingerprint.of(List.of("ab", "c"))).isNotEqualTo(Fingerprint.of(List.of("a", "bc")));
        assertThat(Fingerprint.of(table(3))).isNotEqualTo(Fingerprint.of(table(4)));
    }

    @Test
    void whatNobodyCanSeeHasNone() {
        assertThat(Fingerprint.of(new Object())).isEmpty();
        assertThat(Fingerprint.of(new java.util.concurrent.atomic.AtomicInteger()))
                .isEmpty();
        assertThat(Fingerprint.of(new Object[] {1, new Object()})).isEmpty();
    }

    @Test
    void kindsOfValuesAreToldApart() {
        List<Object> values = List.of(
                1,
                1L,
                1.0f,
                new java.math.BigDecimal("1"),
                "1",
                '1',
                true,
                "true",
                List.of(1),
                List.of(1, 1),
                new int[] {1, 1},
                new double[] {1, 1},
                new double[] {1, 1, 0},
                new String[] {"1"},
                List.of());
        assertThat(values.stream().map(v -> Fingerprint.of(v).orElseThrow()).distinct())
                .as("an array is as a list of the same, and numbers of another type are others")
                .hasSize(values.size() - 1);
        assertThat(Fingerprint.of(new int[] {1, 1})).isEqualTo(Fingerprint.of(List.of(1, 1)));
        assertThat(Fingerprint.of(new String[] {"1"})).isNotEqualTo(Fingerprint.of(List.of(1)));
    }

    @Test
    void aTableIsItsColumnsByNameAndEveryCell() {
        Table one = Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "a", "b"));
        List<Table> others = List.of(
                Table.create(DoubleColumn.create("z", 1, 2), StringColumn.create("y", "a", "b")),
                Table.create(DoubleColumn.create("x", 2, 1), StringColumn.create("y", "a", "b")),
                Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "a", "c")),
                Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "ab", "")),
                Table.create(StringColumn.create("y", "a", "b"), DoubleColumn.create("x", 1, 2)));
        assertThat(others).noneMatch(t -> Fingerprint.of(t).equals(Fingerprint.of(one)));
        assertThat(Fingerprint.of(Table.create(one.columns()).setName("other"))).isEqualTo(Fingerprint.of(one));
    }

    /** The first digits of SHA-256 of a length of one and of the bits of 1.0, by Python's hashlib. */
    @Test
    void itIsTheSameOnEveryMachine() {
        assertThat(Fingerprint.of(new double[] {1})).contains("bdcff0a80d5e7fab");
    }

    @Test
    void nestedListsAndNothingAreSeen() {
        assertThat(Fingerprint.of(List.of(List.of(1), List.of(2))))
                .isNotEqualTo(Fingerprint.of(List.of(List.of(1, 2))));
        assertThat(Fingerprint.of(new Object[] {1, null})).isPresent().isNotEqualTo(Fingerprint.of(new Object[] {1}));
        assertThat(Fingerprint.of(new Object[] {null, 1})).isNotEqualTo(Fingerprint.of(new Object[] {1, null}));
        assertThat(Fingerprint.of(List.of(new Object()))).isEmpty();
    }
}
