package dev.fettle.kernel.variable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
    /** As a notebook has them. */
    public record Fields(int[] sizes, double alpha, String solver, double[][] weights) {}

    @Test
    void theFieldsOfARecordAreToldInTheirOrder() {
        assertThat(Fields$.text(new Fields(new int[] {100, 50}, 0.00012345, "adam", new double[][] {{1, 2}, {3, 4.5}})))
                .isEqualTo("sizes = (100, 50), alpha = 0.00012345, solver = adam, weights = ((1.0, 2.0), (3.0, 4.5))");
    }
}
