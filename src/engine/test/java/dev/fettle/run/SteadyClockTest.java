package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    @Test
    void itGoesOnAsTheNanosecondsDo() {
        // They may be negative, and may overflow.
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 4);
        SteadyClock clock = new SteadyClock(Instant.parse("2026-03-29T00:59:59Z"), nanos::get);
        assertThat(clock.instant()).isEqualTo("2026-03-29T00:59:59Z");
        nanos.addAndGet(3_600_000_000_007L);
        assertThat(clock.instant()).isEqualTo("2026-03-29T01:59:59.000000007Z");
    }
}
