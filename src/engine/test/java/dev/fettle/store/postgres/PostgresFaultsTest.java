package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each disaster a few times; {@link PostgresFaults} has the long forms. */
@Tag("slow")
class PostgresFaultsTest {
    @Test
    void severalProcessesLoseNothing() throws Exception {
        assertThat(PostgresFaults.processes(3, 40)).contains("all once");
    }

    @Test
    void manyConnectionsLoseNothing() throws Exception {
        assertThat(PostgresFaults.connections(32, 2, 64)).isPositive();
    }

    @Test
    void aRestartOfTheServerIsNoError() throws Exception {
        assertThat(PostgresFaults.restarts(100, 2)).contains("all once");
    }

    @Test
    void whatWasKeptAndNotAnsweredIsNotKeptTwice() throws Exception {
        assertThat(PostgresFaults.resets(100, 15)).contains("all once");
    }

    @Test
    void aCutOfTheNetworkIsNoError() throws Exception {
        assertThat(PostgresFaults.cuts(100, 2, Duration.ofSeconds(2), "?socketTimeout=1"))
                .contains("all once");
    }

    @Test
    void aServerThatSaysNothingIsAnErrorInTime() throws Exception {
        PostgresServer.Patience patience =
                new PostgresServer.Patience(Duration.ofSeconds(6), Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(PostgresFaults.silence(patience, Duration.ofSeconds(5))).contains("0 lost");
    }
}
