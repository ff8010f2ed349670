package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FusedMultiplyAddTest {
    @Test
    void warnsWhereItIsCountedInDecimals() {
        assertThat(FusedMultiplyAdd.warning("false"))
                .hasValueSatisfying(
                        s -> assertThat(s).startsWith("Processor must").contains("Maybe"));
        assertThat(FusedMultiplyAdd.warning("true")).isEmpty();
    }

    @Test
    void isSilentWhereNobodyKnows() {
        assertThat(FusedMultiplyAdd.warning("")).isEmpty();
    }
}
