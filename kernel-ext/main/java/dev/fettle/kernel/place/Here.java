package dev.fettle.kernel.place;

import dev.fettle.evaluation.Standings;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.source.Origins;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.study.Lease;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** Threads of this process. */
record Here(Settings settings, Origins origins, InstantSource clock) implements Workplace {
    @Override
    public Workplace at(Settings other) {
        return new Here(other, origins, clock);
    }

    @Override
    public int jobs() {
        return settings.get(Options.JOBS);
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public Ending run(Runner runner, Lease lease, Standings standings, UnaryOperator<Objective> heard) {
        Objective objective = Stepwise.objective(settings, clock, standings);
        Limits limits = new Limits(jobs(), settings.get(Options.TRIAL_TIME).orElse(null));
        return runner.run(lease, heard.apply(origins.told(objective)), limits);
    }
}
