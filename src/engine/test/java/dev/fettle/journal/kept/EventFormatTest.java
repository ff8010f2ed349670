package dev.fettle.journal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.space.Point;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFormatTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @MethodSource("dev.fettle.journal.JournalContract#samples")
    void whatIsReadIsWhatWasWritten(Event event) throws IOException {
        String line = EventFormat.write(event);
        assertThat(line).doesNotContain("\n");
        assertThat(EventFormat.read(line)).isEqualTo(event);
    }

    /** What is not quite as it is usually written is read as well, and no other way. */
    @Test
    void aFieldInAnotherPlaceOrOneMoreMakesNoDifference() throws IOException {
        Score score = Score.of(0.5).withMetrics(Map.of("recall", 0.25));
        Event told = new Event.Told(AT, 12, 1, Duration.ofMillis(3), new Outcome.Scored(score));
        String line = EventFormat.write(told);
        assertThat(new Usual().read(line)).isEqualTo(told);
        for (String other : List.of(
                line.replace("\"number\":12,\"attempt\":1,", "\"attempt\":1,\"number\":12,"),
                line.replace("\"number\":12,", "\"number\":12,\"mood\":{\"values\":[1]},"),
                line.replace("\"mark\":0", "\"mark\":0,\"mood\":[1]"),
                line.replace("0.25", "0.25,\"f1\":\"NaN\""),
                line.substring(0, line.length() - 1) + ",\"mood\":1}")) {
            assertThat(other).isNotEqualTo(line);
            assertThat(new Usual().read(other)).as(other).isNull();
            assertThat(EventFormat.read(other)).as(other).isInstanceOf(Event.Told.class);
        }
        assertThat(new Usual().read(line.substring(0, line.length() - 1))).isNull();
    }

    /** As the spaces of conditions have them: with other parameters from trial to trial, and all kinds of values. */
    @Test
    void pointsOfAllShapesAreReadOneAfterTheOther() throws IOException {
        Random random = new Random(11);
        Usual usual = new Usual();
        int read = 0;
        for (int i = 1; i <= 3000; i++) {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String name : List.of("a", "ab", "b \u00fc", "c\"", "d")) {
                if (random.nextInt(5) > (name.equals("c\"") ? 3 : 0)) {
                    entries.put(name, value(random));
                }
            }
            Proposal proposal = new Proposal(Point.of(entries), random.nextInt(3), null, "random");
            Event asked = new Event.Asked(AT.plusNanos(random.nextInt()), 1, i, 1, proposal, i - 1);
            String line = EventFormat.write(asked);
            assertThat(EventFormat.read(line, usual)).isEqualTo(asked);
            read += usual.read(line) == null ? 0 : 1;
        }
        assertThat(read).isGreaterThan(500);
    }

    private static Object value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> List.of("adam", "true", "1.5", "NaN", "none", "\\", "").get(random.nextInt(7));
            case 3 -> random.nextLong();
            case 4 -> List.of(random.nextInt(), random.nextInt());
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
        };
    }

    @Test
    void pointsOfOneSpaceShareTheirNames() {
        Usual usual = new Usual();
        List<List<String>> names = IntStream.range(1, 4)
                .mapToObj(i -> new Event.Asked(
                        AT, 1, i, 1, new Proposal(Point.of(Map.of("x", i * 0.5)), 0, null, "random"), 0))
                .map(event -> ((Event.Asked) Objects.requireNonNull(usual.read(EventFormat.write(event))))
                        .proposal()
                        .point()
                        .names())
                .toList();
        assertThat(names.get(1)).isSameAs(names.get(0));
        assertThat(names.get(2)).isSameAs(names.get(0));
    }

    @Test
    void everyDoubleKeepsItsBits() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            Event told = new Event.Told(AT, 1, 1, Duration.ZERO, new Outcome.Scored(Score.of(value)));
            Score back = ((Outcome.Scored) ((Event.Told) EventFormat.read(EventFormat.write(told))).outcome()).score();
            assertThat(Double.doubleToLongBits(back.value())).isEqualTo(Double.doubleToLongBits(value));
        }
    }

    @Test
    void metricsKeepTheirOrder() throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String name : List.of("z", "a", "m")) {
            metrics.put(name, Double.NaN);
        }
        Event told = new Event.Told(
                AT, 1, 1, Duration.ZERO, new Outcome.Scored(Score.of(1).withMetrics(metrics)));
        Score back = ((Outcome.Scored) ((Event.Told) EventFormat.read(EventFormat.write(told))).outcome()).score();
        assertThat(back.metrics().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void aPlainTrialIsShort() {
        assertThat(EventFormat.write(
                        new Event.Told(AT, 12, 1, Duration.ofMillis(3), new Outcome.Scored(Score.of(0.5)))))
                .isEqualTo("""
                        {"event":"told","at":"2026-01-02T03:04:05Z","number":12,"attempt":1,"took":"PT0.003S",\
                        "outcome":{"outcome":"scored","score":{"values":[0.5],"mark":0}}}""");
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() throws IOException {
        Event event = new Event.Began(AT, "w", Budget.trials(3), "1", Map.of());
        String line = EventFormat.write(event).replaceFirst("\\{", "{\"mood\":{\"good\":[1]},");
        assertThat(EventFormat.read(line)).isEqualTo(event);
    }

    @Test
    void whatIsNoEventIsRefused() {
        for (String line : List.of("", "{", "{}", "null", "[1]", "{\"event\":\"sung\"}")) {
            assertThatThrownBy(() -> EventFormat.read(line)).as(line).isInstanceOf(IOException.class);
        }
    }
}
