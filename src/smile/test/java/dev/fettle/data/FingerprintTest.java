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
}
