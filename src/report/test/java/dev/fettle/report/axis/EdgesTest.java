package dev.fettle.report.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG | 0.00001 | 0.1 | 10⁻⁵ 10⁻⁴ 10⁻³ 10⁻² 10⁻¹",
                "LOG | 0.5 | 10 | 0.5 1 3 10",
                "LOG | 1e-12 | 1 | 10⁻¹² 10⁻¹⁰ 10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 10⁰",
                "EVEN | 0 | 0.6 | 0 0.1 0.2 0.3 0.4 0.5 0.6",
                "EVEN | 0.5 | 0.99 | 0.5 0.6 0.7 0.8 0.9 0.99",
                "EVEN | 8 | 230 | 8 50 100 150 200 230",
                "EVEN | 0.99 | 5 | 0.99 2 3 4 5"
            })
    void areRoundBetweenTheBounds(Spacing spacing, double low, double high, String shown) {
        assertThat(String.join(" ", Edges.within(spacing, low, high).labels())).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EVEN | -2.04 | 2.03 | -3 -2 -1 0 1 2 3", "LOG | 0.02 | 700 | 0.01 0.1 1 10 100 1000"})
    void areRoundAroundWhatWasDrawnWhereThereAreNoBounds(Spacing spacing, double low, double high, String shown) {
        assertThat(String.join(" ", Edges.around(spacing, low, high).labels())).isEqualTo(shown);
    }

    @Test
    void aNumberAtAnEdgeBelongsAboveAndTheLastToTheLast() {
        Edges edges = Edges.within(Spacing.EVEN, 0, 0.6);
        assertThat(edges.cell(0)).isZero();
        assertThat(edges.cell(0.3)).isEqualTo(3);
        assertThat(edges.cell(Math.nextDown(0.3))).isEqualTo(2);
        assertThat(edges.cell(0.6)).isEqualTo(5);
    }
}
