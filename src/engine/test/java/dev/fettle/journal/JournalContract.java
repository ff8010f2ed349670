package dev.fettle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import dev.fettle.store.Conflict;
import dev.fettle.store.Deciding;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every journal keeps. */
public interface JournalContract {
    Failure FAILURE = new Failure(
            Failure.Kind.THROWN, "E", "no", "line 3", List.of("f(A.java:3)"), Failure.thrown("IOException", "no file"));

    Point POINT = Point.of(Map.of("wide", 5L, "word", "\"\n\u0000", "flag", true, "w", List.of(List.of(1.0, -0.0))));

    /** A fresh and empty journal. */
    Journal journal() throws IOException;

    /** One event of each kind, with awkward values. */
    static List<Event> samples() {
        Proposal proposal = Proposal.of(Point.of(Map.of("hidden", List.of(100, 50), "größe", -0.0)), "grid");
        Score score = new Score(
                List.of(0.1 + 0.2, -0.0),
                Map.of("log_loss", Double.MIN_VALUE),
                List.of(List.of(0.3)),
                Map.of("no end", 2),
                Long.MIN_VALUE,
                List.of(Double.MAX_VALUE),
                List.of(new Training(Double.NaN, 1e-9)),
                "AAEC+/");
        Instant at = Instant.parse("2026-01-02T03:04:05.000000006Z");
        return List.of(
                new Event.Opened(at, Map.of("space", "a in {1}\n"), 3, Map.of("cell", "größe in {1}")),
                new Event.Opened(at, Map.of(), null, Map.of()),
                new Event.Began(
                        at,
                        "w-1",
                        new Budget(9, Duration.ofMinutes(1), 0.97, 5, Budget.OnError.STOP),
                        "1",
                        Map.of("data", "00ff")),
                new Event.Began(at, "w-2", Budget.unlimited(), "1", Map.of()),
                new Event.Asked(at, 3, 1, 2, proposal, 0),
                new Event.Asked(at, 3, 2, 1, new Proposal(POINT, 27, 1, "rung 2"), 1),
                new Event.Asked(at, 3, 3, 1, proposal, 1, 1),
                new Event.Reported(at, 1, 2, new Report(1, Double.NEGATIVE_INFINITY)),
                new Event.Told(at, 1, 2, Duration.ofNanos(7), new Outcome.Scored(score)),
                new Event.Told(at, 1, 2, Duration.ZERO, new Outcome.Lost(FAILURE)),
                new Event.Told(at, 1, 2, Duration.ofDays(3), new Outcome.Cut("hopeless")),
                new Event.Told(at, 1, 2, Duration.ZERO, new Outcome.Scored(Score.of(Double.POSITIVE_INFINITY))),
                new Event.Released(at, 1, 2),
                new Event.Stopped(at, 3, Ending.INTERRUPTED));
    }

    @Test
    default void aFreshJournalIsEmpty() throws IOException {
        Journal journal = journal();
        assertThat(journal.read(0)).isEmpty();
        assertThat(journal.read(7)).isEmpty();
    }

    @Test
    default void readGivesWhatWasAppended() throws Exception {
        Journal journal = journal();
        long size = 0;
        for (Event event : samples()) {
            size = journal.append(size, List.of(event));
        }
        assertThat(size).isEqualTo(samples().size());
        for (int from = 0; from <= size + 1; from++) {
            List<Event> rest = samples().subList((int) Math.min(from, size), (int) size);
            assertThat(journal.read(from)).isEqualTo(rest);
        }
    }

    @Test
    default void longOnesAreHandedOverInOrder() throws Exception {
        List<Event> many = IntStream.range(0, 3_456)
                .mapToObj(i -> (Event) new Event.Released(Instant.EPOCH, i, 1))
                .toList();
        Journal journal = journal();
        journal.append(0, many);
        List<Event> seen = new ArrayList<>();
        Thread.currentThread().interrupt();
        journal.read(7, seen::add);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).isEqualTo(many.subList(7, many.size()));
    }

    @Test
    default void runsAreTheEventsThatAreOfNoTrial() throws Exception {
        Journal journal = journal();
        assertThat(journal.runs()).isEmpty();
        journal.append(0, samples());
        assertThat(journal.runs())
                .hasSizeGreaterThan(2)
                .isEqualTo(samples().stream()
                        .filter(event -> List.of(Event.Opened.class, Event.Began.class, Event.Stopped.class)
                                .contains(event.getClass()))
                        .toList());
    }

    @Test
    default void severalEventsAreKeptAtOnce() throws Exception {
        Journal journal = journal();
        assertThat(journal.append(0, samples())).isEqualTo(samples().size());
        assertThat(journal.append(samples().size(), List.of()))
                .isEqualTo(samples().size());
        assertThat(journal.read(0)).isEqualTo(samples());
    }

    @Test
    default void whoHasNotReadEverythingIsRefusedAndNothingIsKept() throws Exception {
        Journal journal = journal();
        journal.append(0, samples().subList(0, 2));
        for (long expected : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> journal.append(expected, samples().subList(2, 4)))
                    .isInstanceOf(Conflict.class)
                    .hasMessageStartingWith("Journal (2 events) must hold " + expected + ".");
        }
        assertThat(journal.read(0)).isEqualTo(samples().subList(0, 2));
    }

    @Test
    default void anInterruptedThreadLosesNothingAndStaysInterrupted() throws Exception {
        Journal journal = journal();
        Thread.currentThread().interrupt();
        try {
            journal.append(0, samples());
            assertThat(journal.read(0)).isEqualTo(samples());
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(journal.append(samples().size(), samples()))
                .isEqualTo(2L * samples().size());
    }

    @Test
    default void writersThatReadBeforeTheyWriteLoseNothing() throws IOException {
        Journal journal = journal();
        IntStream.range(0, 400).parallel().forEach(i -> append(journal, i));
        assertThat(journal.read(0)).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    default void whoDecidesInTurnKnowsAllEvents() throws Exception {
        Journal journal = journal();
        journal.append(0, samples().subList(0, 2));
        long size = journal.append(1, new Deciding<>(news -> {
            assertThat(news).isEqualTo(samples().subList(1, 2));
            return samples().subList(2, 5);
        }));
        assertThat(size).isEqualTo(5);
        assertThat(journal.append(5, new Deciding<>(news -> news))).isEqualTo(5);
        assertThat(journal.read(0)).isEqualTo(samples().subList(0, 5));
    }

    private static void append(Journal journal, int i) {
        for (boolean kept = false; !kept; ) {
            try {
                long size = journal.read(0).size();
                journal.append(size, List.of(new Event.Reported(Instant.EPOCH, i, 1, new Report(1, i))));
                kept = true;
            } catch (Conflict e) {
                // Somebody was quicker; read again.
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
