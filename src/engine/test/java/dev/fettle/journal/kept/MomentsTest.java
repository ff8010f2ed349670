package dev.fettle.journal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final int TIMES = 20_000;

    private final SplittableRandom random = new SplittableRandom(7);

    private final Moments moments = new Moments();

    /** Of any size, often a round number of milli- or microseconds. */
    private int nanos() {
        int[] rounds = {1, 1_000, 1_000_000, 1_000_000_000};
        int round = rounds[random.nextInt(rounds.length)];
        return random.nextInt(1_000_000_000) / round * round;
    }

    @Test
    void whatAnInstantWritesIsReadAsIt() {
        for (int i = 0; i < TIMES; i++) {
            long bound = random.nextBoolean() ? 5_000_000_000L : 400_000_000_000L;
            Instant instant = Instant.ofEpochSecond(random.nextLong(-bound, bound), nanos());
            assertThat(moments.instant(instant.toString())).isEqualTo(instant);
        }
        for (Instant instant : new Instant[] {Instant.EPOCH, Instant.MIN, Instant.MAX}) {
            assertThat(moments.instant(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void whatADurationWritesIsReadAsIt() {
        for (int i = 0; i < TIMES; i++) {
            long bound = new long[] {3, 100, 100_000, 1L << 50}[random.nextInt(4)];
            Duration duration = Duration.ofSeconds(random.nextLong(-bound, bound), nanos());
            assertThat(Moments.duration(duration.toString())).isEqualTo(duration);
        }
        for (Duration duration : new Duration[] {Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)}) {
            assertThat(Moments.duration(duration.toString())).isEqualTo(duration);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-29T01:18:03z",
                "2026-11-29T24:00:00Z",
                "2026-11-29T23:59:60Z",
                "2026-11-29T01:18:03.1Z",
                "2026-11-29T01:18:03.Z",
                "2016-02-29T01:18:03+01:00",
                "+12026-11-29T01:18:03Z"
            })
    void unusualInstantsAreThoseOfJava(String text) {
        assertThat(moments.instant(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2026-02-30T00:00:00Z", "2026-11-29T01:60:03Z", "٢٠٢٦-11-29T01:18:03Z"})
    void whatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> moments.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void whatIsNoInstantIsRefusedBehindOneOfTheSameMinute() {
        String minute = "2026-11-29T01:18:";
        assertThat(moments.instant(minute + "59.5Z")).isEqualTo(Instant.parse(minute + "59.5Z"));
        for (String seconds : new String[] {"60Z", "6Z", "0:Z", "03.Zed", "03Z "}) {
            assertThatThrownBy(() -> moments.instant(minute + seconds))
                    .as(seconds)
                    .isInstanceOf(DateTimeException.class);
        }
        assertThat(moments.instant(minute + "03Z")).isEqualTo(Instant.parse(minute + "03Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M2.5S", "pt1s", "PT-0.5S", "P2DT1S", "PT99999999999S", "PT1.S"})
    void unusualDurationsAreThoseOfJava(String text) {
        assertThat(Moments.duration(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PT", "PTS", "S", "PT.5S", "PT1.0000000001S", "1S"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> Moments.duration(text)).isInstanceOf(DateTimeException.class);
    }
}
