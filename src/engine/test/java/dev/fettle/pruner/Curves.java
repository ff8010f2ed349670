package dev.fettle.pruner;

import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Trials by what they report at steps 1, 2, …; the last report is their score. */
final class Curves {
    static final Goal LOSS = Goal.minimize("loss");

    private Curves() {}

    static Trial.Running running(int number, int resource, double... reports) {
        Proposal proposal = new Proposal(Point.of(Map.of("k", number)), resource, null, "test");
        Trial.Running trial = new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
        for (int step = 1; step <= reports.length; step++) {
            trial = trial.report(new Report(step, reports[step - 1]));
        }
        return trial;
    }

    static Trial.Finished done(int number, double... reports) {
        return running(number, Proposal.ALL, reports).complete(Score.of(reports[reports.length - 1]), Duration.ZERO);
    }

    static History history(Goal goal, double[]... curves) {
        History history = History.empty(goal);
        for (double[] curve : curves) {
            history = history.plus(done(history.size() + 1, curve));
        }
        return history;
    }

    /** The first step at which a trial is stopped; 0 if it never is. */
    static int stopped(Pruner pruner, History told, double... reports) {
        for (int step = 1; step <= reports.length; step++) {
            Trial.Running trial = running(told.size() + 1, Proposal.ALL, Arrays.copyOf(reports, step));
            if (pruner.judge(trial, told) instanceof Verdict.Stop) {
                return step;
            }
        }
        return 0;
    }
}
