package dev.fettle.sampler.hyperband;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Flights;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;

/** Studies of a curve that falls with the resource: (x − 0.3)² + 1/resource. */
final class Studies {
    static final SearchSpace SPACE = SearchSpace.of(Real.uniform("x", 0, 1), Real.uniform("y", 0, 1));

    private Studies() {}

    static History run(Sampler sampler, int trials, int batch, int jobs) {
        StudyConfig config = StudyConfig.of("s", SPACE, Goal.minimize("loss"), sampler)
                .withBatch(batch)
                .withTrials(trials);
        Study study = Study.open(config, new MemoryJournal(), InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(trials));
        Flights.run(lease, jobs, trial -> lease.tell(trial.number(), trial.attempt(), Score.of(loss(trial))));
        return study.history();
    }

    static double loss(Trial trial) {
        double x = trial.point().real("x");
        return (x - 0.3) * (x - 0.3) + 1.0 / trial.proposal().resource();
    }
}
