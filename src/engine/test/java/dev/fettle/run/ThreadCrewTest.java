package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.pruner.Verdict;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One evaluation, on the thread of the test. */
class ThreadCrewTest {
    private static final Trial.Running TRIAL =
            new Trial.Running(7, 1, new Proposal(Point.of(Map.of("x", 1)), 9, null, "test"), List.of(), Instant.EPOCH);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Listener listener = new Listener() {
        @Override
        public void began() {
            heard.add("began");
        }

        @Override
        public Verdict reported(Report report) {
            heard.add("step " + report.step());
            return report.step() < 2 ? new Verdict.GoOn() : new Verdict.Stop("slow");
        }

        @Override
        public void landed(Landing end) {
            heard.add(
                    end instanceof Landing.Returned r ? "returned " + r.score().value() : "lost");
        }
    };

    private Crew.Evaluation start(Objective objective) {
        return new ThreadCrew(tasks::add, 1).start(TRIAL, objective, 42, listener);
    }

    @Test
    void anObjectiveMayAskForItsTrial() {
        start((point, probe) -> {
            assertThat(probe.number()).isEqualTo(7);
            assertThat(probe.resource()).isEqualTo(9);
            assertThat(probe.seed()).isEqualTo(42);
            return Score.of(1);
        });
        tasks.remove().run();
        assertThat(heard).containsExactly("began", "returned 1.0");
    }

    @Test
    void whatComesBehindAStopIsNotReported() {
        start((point, probe) -> {
            assertThat(probe.report(1, 0)).isTrue();
            assertThat(probe.report(2, 0)).isFalse();
            assertThat(probe.report(3, 0)).isFalse();
            return Score.of(1);
        });
        tasks.remove().run();
        assertThat(heard).containsExactly("began", "step 1", "step 2", "returned 1.0");
    }

    @Test
    void whatIsInterruptedBeforeItsThreadIsThereNeverBegins() {
        Crew.Evaluation evaluation = start((point, probe) -> {
            throw new AssertionError("must not begin");
        });
        assertThat(evaluation.place()).isEqualTo("thread none");
        assertThat(evaluation.interrupt()).isTrue();
        tasks.remove().run();
        assertThat(heard).containsExactly("lost");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatHasLandedIsNotInterrupted() {
        Crew.Evaluation evaluation = start((point, probe) -> Score.of(1));
        tasks.remove().run();
        assertThat(evaluation.interrupt()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptEndsTheReports() {
        Crew.Evaluation[] own = new Crew.Evaluation[1];
        own[0] = start((point, probe) -> {
            assertThat(own[0].place())
                    .isEqualTo("thread " + Thread.currentThread().getName());
            assertThat(own[0].interrupt()).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(probe.report(1, 0)).isFalse();
            return Score.of(1);
        });
        tasks.remove().run();
        assertThat(heard).containsExactly("began", "returned 1.0");
        assertThat(Thread.interrupted()).isFalse();
    }
}
