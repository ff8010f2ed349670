package dev.fettle.kernel.place;

import dev.fettle.evaluation.CrossValidation;
import dev.fettle.evaluation.Standings;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Resources;
import dev.fettle.random.Seed;
import dev.fettle.replicate.ReplicatedObjective;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.time.InstantSource;

/**
 * An objective that is told how much all of the resource is, so that it reports its steps.
 *
 * @param most of the resource, at least 1
 */
record Stepwise(Objective objective, int most) implements Objective {
    private static final long serialVersionUID = 1;

    @Override
    public Score evaluate(Point point, Probe probe) throws Exception {
        return objective.evaluate(point, new Full(probe, most));
    }

    private record Full(Probe probe, int most) implements Probe {
        @Override
        public boolean report(int step, double score) {
            return probe.report(step, score);
        }

        @Override
        public int resource() {
            return probe.resource() == Proposal.ALL ? most : probe.resource();
        }

        @Override
        public long seed() {
            return probe.seed();
        }

        @Override
        public int number() {
            return probe.number();
        }
    }

    /** What the trials of a cell evaluate. */
    static Objective objective(Settings settings, InstantSource clock, Standings standings) {
        Objective objective = settings.subject().objective();
        boolean again = settings.get(LastTrials.REPLICATE);
        if (!(objective instanceof CrossValidation crossed)) {
            return again ? ReplicatedObjective.of(objective) : objective;
        }
        CrossValidation timed = settings.get(Options.TRAIN_SCORES) ? crossed.withTrainings(clock) : crossed;
        if (again) {
            Seed seed = new Seed(settings.get(Options.SEED));
            Task task = settings.subject().task().orElseThrow();
            return ReplicatedObjective.of(timed.reshuffled(task.splitting(), seed));
        }
        int most = settings.get(Resources.MAX).orElse(0);
        if (Resources.spends(settings.method())) {
            return timed.withStandings(standings);
        }
        return most == 0 ? timed : new Stepwise(timed, most);
    }
}
