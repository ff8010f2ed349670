package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Point;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningCurvesTest {
    private static final Duration TOOK = Duration.ofMillis(1);

    private static Trial.Running trial(int number, String point, int resource) {
        Proposal proposal = new Proposal(Point.of(Map.of("p", point)), resource, null, "rung");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    private static History of(Trial.Finished... trials) {
        History history = History.empty(Goal.maximize("score"));
        for (Trial.Finished trial : trials) {
            history = history.plus(trial);
        }
        return history;
    }

    @Test
    void aPointGoesFromRungToRung() {
        LearningCurves curves = LearningCurves.of(of(
                trial(1, "a", 1).complete(Score.of(0.5), TOOK),
                trial(2, "b", 1).complete(Score.of(0.7), TOOK),
                trial(3, "c", 1).fail(Failure.thrown("E", ""), TOOK),
                trial(4, "b", 3).complete(Score.of(0.8), TOOK),
                trial(5, "a", 3).report(new Report(1, 0.6)).prune("slow", TOOK)));
        assertThat(curves.byRung()).isTrue();
        assertThat(curves.places()).containsExactly(1, 3);
        assertThat(curves.reached(1)).isEqualTo(2);
        assertThat(curves.lines())
                .containsExactly(
                        new LearningCurves.Line(
                                List.of(
                                        new LearningCurves.Mark(1, 1, 0.5, true),
                                        new LearningCurves.Mark(5, 3, 0.6, false)),
                                false,
                                false),
                        new LearningCurves.Line(
                                List.of(
                                        new LearningCurves.Mark(2, 1, 0.7, true),
                                        new LearningCurves.Mark(4, 3, 0.8, true)),
                                true,
                                true));
    }

    @Test
    void withoutResourcesATrialGoesFromStepToStep() {
        LearningCurves curves = LearningCurves.of(of(
                trial(1, "a", Proposal.ALL)
                        .report(new Report(1, 0.3))
                        .report(new Report(2, Double.NaN))
                        .report(new Report(4, 0.4))
                        .complete(Score.of(0.5), TOOK),
                trial(2, "b", Proposal.ALL).complete(Score.of(0.6), TOOK),
                trial(3, "c", Proposal.ALL).report(new Report(1, 0.1)).prune("slow", TOOK)));
        assertThat(curves.byRung()).isFalse();
        assertThat(curves.lines()).extracting(LearningCurves.Line::trial).containsExactly(1, 3);
        assertThat(curves.lines()).extracting(LearningCurves.Line::whole).containsExactly(true, false);
        assertThat(curves.lines().get(0).marks())
                .extracting(LearningCurves.Mark::at)
                .containsExactly(1, 4);
    }

    @Test
    void ofManyTheBestAndTheLongestStayAndTheOthersAreChosenEvenly() {
        History history = History.empty(Goal.maximize("score"));
        for (int i = 1; i <= 1000; i++) {
            Trial.Running running = trial(i, "p" + (i > 990 ? i - 900 : i), i > 990 ? 3 : 1);
            history = history.plus(running.complete(Score.of(i), TOOK));
        }
        LearningCurves curves = LearningCurves.of(history);
        List<LearningCurves.Line> some = curves.some(30);
        assertThat(some)
                .hasSize(30)
                .doesNotHaveDuplicates()
                .filteredOn(LearningCurves.Line::best)
                .hasSize(1);
        assertThat(some.stream().filter(line -> line.marks().size() == 2)).hasSize(10);
        assertThat(some.stream().filter(line -> line.trial() > 500).count()).isBetween(5L, 10L);
        assertThat(curves.some(1000)).isEqualTo(curves.lines());
    }

    @Test
    void whatSharesAnEndIsNoLineOfItsOwn() {
        History history = of(trial(1, "a", 2).complete(Score.of(1), TOOK));
        assertThat(LearningCurves.of(Histories.repeating(history, 1)).lines()).hasSize(1);
        assertThat(LearningCurves.of(of()).lines()).isEmpty();
    }
}
