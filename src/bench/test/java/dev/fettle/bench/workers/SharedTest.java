package dev.fettle.bench.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedTest {
    /** The short form of what {@code ./fettle bench workers} does. */
    @Test
    void manyWorkersOfOneDatabaseDoEachTrialOnce() throws Exception {
        Shared.Outcome outcome = new Shared(64, 4, 1_000).run();
        assertThat(outcome.twice()).isZero();
        assertThat(outcome.lost()).isZero();
    }
}
