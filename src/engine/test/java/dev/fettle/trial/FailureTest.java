package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aLongMessageIsCutAndALongestIsNot() {
        assertThat(Failure.thrown("E", "x".repeat(300)).message()).isEqualTo("x".repeat(300));
        assertThat(Failure.thrown("E", "x".repeat(301)).message()).isEqualTo("x".repeat(299) + "…");
    }

    @Test
    void isNamedWithItsMessageIfItHasOne() {
        assertThat(Failure.of(new IllegalStateException("no rows"))).hasToString("IllegalStateException \"no rows\"");
        assertThat(Failure.of(new IllegalStateException())).hasToString("IllegalStateException");
    }

    @Test
    void aTimeIsReadByPeople() {
        assertThat(Failure.timedOut(Duration.ofMillis(90_500)).message()).isEqualTo("took longer than 1m30.5s");
    }
}
