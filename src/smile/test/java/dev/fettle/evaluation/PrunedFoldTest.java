package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.learner.Descent;
import dev.fettle.pruner.Pruner;
import dev.fettle.pruner.Verdict;
import dev.fettle.random.Seed;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A learner, a pruner and a study together. */
class PrunedFoldTest {
    private static final Pruner SLOW = (trial, told) -> trial.point().real("rate") < 0.1
                    && trial.reports().get(trial.reports().size() - 1).step() == 2
            ? new Verdict.Stop("slow")
            : new Verdict.GoOn();

    private static StudyConfig config(Task task) {
        List<Proposal> tries = Stream.of(0.01, 0.5)
                .map(rate -> new Proposal(Point.of(Map.of("rate", rate)), 4, null, "rung"))
                .toList();
        return new StudyConfig(
                "pruned",
                SearchSpace.of(Choice.of("rate", 0.01, 0.5)),
                List.of(task.goal()),
                new GridSampler(),
                SLOW,
                new Seed(1),
                1,
                OptionalInt.empty(),
                OptionalInt.of(4),
                tries,
                List.of(),
                Map.of(),
                StudyConfig.WHOLE);
    }

    /** What the objective makes of its end is not heard, so the trial is pruned and has not failed. */
    @Test
    void aTrialMayBePrunedInTheMiddleOfAFold() throws Exception {
        Task task = Task.of(
                Bundled.dataset("diabetes", null), 0, 3, new Descent(), List.of(Metrics.RMSE), Map.of("rounds", 9), 1);
        Study study = Study.open(config(task), new MemoryJournal(), InstantSource.system());
        new Runner(Runnable::run, InstantSource.system())
                .run(study.begin(Budget.trials(2)), task.objective(), Limits.jobs(1));
        List<Trial.Finished> trials = study.trials().trials();
        assertThat(trials).hasSize(2);
        assertThat(trials.get(0)).isInstanceOf(Trial.Pruned.class);
        assertThat(trials.get(0).reports()).extracting(Report::step).containsExactly(1, 2);
        assertThat(trials.get(1)).isInstanceOf(Trial.Completed.class);
        assertThat(trials.get(1).reports()).hasSize(12);
    }
}
