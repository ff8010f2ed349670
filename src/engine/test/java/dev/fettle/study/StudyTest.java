package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Verdict;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fold over the events: what is asked and what is told. */
public class StudyTest {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    public static StudyConfig config(int points) {
        return StudyConfig.of(
                        "s", SearchSpace.of(Whole.between("x", 1, points)), Goal.maximize("score"), new GridSampler())
                .withFingerprints(Map.of("objective", "x"));
    }

    static Point x(int value) {
        return Point.of(Map.of("x", value));
    }

    private static Study study(StudyConfig config) {
        return Study.open(config, new MemoryJournal(), CLOCK);
    }

    static Optional<Trial.Running> ask(Lease lease) {
        return lease.ask(() -> true);
    }

    private static void tell(Lease lease, int number, double score) {
        lease.tell(number, 1, Score.of(score));
    }

    static List<Integer> numbers(Lease lease) {
        List<Integer> asked = new ArrayList<>();
        for (var t = ask(lease); t.isPresent(); t = ask(lease)) {
            asked.add(t.get().point().whole("x"));
            lease.tell(
                    t.get().number(),
                    t.get().attempt(),
                    Score.of(t.get().point().whole("x")));
        }
        return asked;
    }

    @Test
    void resultsEnterInTheOrderOfTheNumbers() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        ask(lease);
        tell(lease, 2, 2);
        assertThat(study.history().size()).isZero();
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(2);
        tell(lease, 1, 1);
        assertThat(study.history().trials()).extracting(Trial::number).containsExactly(1, 2);
    }

    @Test
    void refusesANumberItHasHeard() {
        Lease lease = study(config(6)).begin(Budget.unlimited());
        ask(lease);
        tell(lease, 1, 1);
        assertThatThrownBy(() -> tell(lease, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trial (1) must be running. Maybe it was told before.");
        assertThatThrownBy(() -> lease.fail(9, 1, Failure.thrown("X", ""))).hasMessageContaining("Trial (9)");
    }

    @Test
    void aReleasedTrialIsAskedForAgainUnderItsNumber() {
        Lease lease = study(config(6)).begin(Budget.unlimited());
        ask(lease);
        ask(lease);
        lease.release(1, 1);
        Trial.Running again = ask(lease).orElseThrow();
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.point()).isEqualTo(x(1));
        assertThatThrownBy(() -> tell(lease, 1, 1)).hasMessageContaining("Trial (1) must be running");
    }

    @Test
    void triesComeFirstAndAreNotProposedAgain() {
        Study study = study(config(6).trying(x(2), "default").trying(x(5), "try"));
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactly(2, 5, 1, 3, 4, 6);
        assertThat(study.history().trials())
                .extracting(t -> t.proposal().origin())
                .startsWith("default", "try", "grid");
    }

    @Test
    void aPointTriedTwiceIsPaidForOnce() {
        Study study = study(config(6).trying(x(2), "try").trying(x(2), "try"));
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactly(2, 1, 3, 4, 5, 6);
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Completed.class, c -> assertThat(c.source()).isEqualTo(1));
    }

    @Test
    void aRepeatWaitsForTheTrialWhosePointItShares() {
        Study study = study(config(6).trying(x(1), "try").trying(x(1), "try"));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        assertThat(ask(lease).orElseThrow().number()).isEqualTo(3);
        tell(lease, 3, 0);
        assertThat(study.history().size()).isZero();
        lease.fail(1, 1, Failure.thrown("Boom", ""));
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Failed.class, f -> assertThat(f.source()).isEqualTo(1));
        assertThat(study.history().size()).isEqualTo(3);
    }

    @Test
    void aSamplerThatOnlyRepeatsItselfIsExhausted() {
        StudyConfig config = config(6).withSampler(new RandomSampler(true));
        Journal journal = new MemoryJournal();
        Study study = Study.open(config, journal, CLOCK);
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        Study again = Study.open(config, journal, CLOCK);
        assertThat(ask(again.begin(Budget.unlimited()))).isEmpty();
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
    }

    @Test
    void rejectsAPointOutsideTheSpace() {
        assertThatThrownBy(() -> config(6).trying(x(7), "try")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCameInBehindTheDecidingTrialIsDropped() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited().withUntil(2.0));
        ask(lease);
        ask(lease);
        ask(lease);
        tell(lease, 3, 9);
        tell(lease, 2, 5);
        tell(lease, 1, 0);
        assertThat(study.ending()).contains(Ending.UNTIL);
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2);
        study.begin(Budget.trials(3));
        assertThat(study.history().trials()).extracting(Trial::number).containsExactly(1, 2, 3);
        assertThat(study.ending()).contains(Ending.TRIALS);
    }

    @Test
    void reportsStayWithTheirTrial() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        assertThat(lease.report(1, 1, new Report(1, 0.5))).isEqualTo(new Verdict.GoOn());
        assertThat(lease.report(99, 1, new Report(1, 0.5))).isInstanceOf(Verdict.Stop.class);
        tell(lease, 1, 1);
        assertThat(study.history().trials().get(0).reports()).isEqualTo(List.of(new Report(1, 0.5)));
    }

    @Test
    void aRepeatThatEndsTheStudyStartsNothing() {
        StudyConfig config = config(6);
        for (int i = 0; i < 4; i++) {
            config = config.trying(x(3), "try");
        }
        Study study = study(config);
        Lease lease = study.begin(Budget.unlimited().withPatience(2));
        ask(lease);
        tell(lease, 1, 1);
        assertThat(ask(lease)).isEmpty();
        assertThat(study.ending()).contains(Ending.PATIENCE);
        assertThat(study.running()).isEmpty();
    }

    @Test
    void patienceCountsAnewInAStudyThatGoesOnInSpiteOfIt() {
        Budget two = Budget.unlimited().withPatience(2);
        MemoryJournal journal = new MemoryJournal();
        Study study = Study.open(config(9), journal, CLOCK);
        Lease lease = study.begin(two);
        for (int n = 1; n <= 3; n++) {
            ask(lease);
            tell(lease, n, 1);
        }
        assertThat(study.ending()).contains(Ending.PATIENCE);
        lease = study.begin(two);
        assertThat(study.ending()).isEmpty();
        ask(lease);
        tell(lease, 4, 1);
        assertThat(study.ending()).isEmpty();
        Study again = Study.open(config(9), journal, CLOCK);
        lease = again.begin(two);
        ask(lease);
        tell(lease, 5, 1);
        assertThat(again.ending()).contains(Ending.PATIENCE);
    }

    @Test
    void patienceCountsOnBehindAnEndThatNoTrialDecided() {
        Study study = study(config(9));
        Lease lease = study.begin(Budget.trials(2).withPatience(4));
        for (int n = 1; n <= 5; n++) {
            if (n == 3) {
                assertThat(study.ending()).contains(Ending.TRIALS);
                lease = study.begin(Budget.unlimited().withPatience(4));
            }
            if (n == 4) {
                lease.stop(Ending.INTERRUPTED);
                lease = study.begin(Budget.unlimited().withPatience(4));
            }
            ask(lease);
            tell(lease, n, 1);
        }
        assertThat(study.ending()).contains(Ending.PATIENCE);
    }

    @Test
    void aClockThatIsTurnedBackMakesNoNegativeTime() {
        Instant[] now = {Instant.parse("2026-10-25T01:00:00Z")};
        Study study = Study.open(config(1), new MemoryJournal(), () -> now[0]);
        Lease lease = study.begin(Budget.unlimited());
        lease.ask(() -> true);
        now[0] = now[0].minusSeconds(3600);
        lease.tell(1, 1, Score.of(1));
        assertThat(study.history().trials().get(0).took()).isEqualTo(Duration.ZERO);
    }
}
