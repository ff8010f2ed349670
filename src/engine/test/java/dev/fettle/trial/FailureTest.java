package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
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
    void hasTheCausesDownToTheRoot() {
        Exception root = new IOException("no file");
        assertThat(Failure.of(new IllegalStateException("outer", root)))
                .hasToString("IllegalStateException \"outer\", caused by IOException \"no file\"");
        assertThat(Failure.of(new Exception("a", new Exception("b", new Exception("c", root)))))
                .hasToString("Exception \"a\", … caused by IOException \"no file\"");
        assertThat(Failure.of(new IllegalStateException("outer", root)).chain())
                .extracting(Failure::said)
                .containsExactly("IllegalStateException \"outer\"", "IOException \"no file\"");
    }

    @Test
    void aWrapperWithoutWordsOfItsOwnSaysNothingTwice() {
        assertThat(Failure.of(new ExecutionException(new IOException("no file"))))
                .hasToString("ExecutionException, caused by IOException \"no file\"");
    }

    @Test
    void aCircleOfCausesHasAnEnd() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertThat(Failure.of(one).chain()).hasSizeLessThan(20);
    }

    @Test
    void failuresOfOnePlaceShareTheirFrames() {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            failures.add(Failure.of(new Exception("" + i)));
        }
        assertThat(failures.get(0).frames())
                .isNotEmpty()
                .isSameAs(failures.get(1).frames());
    }

    @Test
    void isThrownAndIsItselfAgain() {
        Failure failure = Failure.of(new IllegalStateException("outer", new IOException("no file")));
        assertThat(Failure.of(failure.exception())).isSameAs(failure);
        assertThat(failure.exception())
                .hasMessage("IllegalStateException \"outer\"")
                .hasRootCauseMessage("IOException \"no file\"");
    }

    @Test
    void aTimeIsReadByPeople() {
        assertThat(Failure.timedOut(Duration.ofMillis(90_500)).message()).isEqualTo("took longer than 1m30.5s");
    }
}
