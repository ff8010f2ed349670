package dev.fettle.pruner;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.Arrays;

/**
 * Stops a trial at step least, least·eta, least·eta², … unless it is among the best eta-th of those that came so far, itself
 * among them: successive halving without waiting (Li et al., 2020, "A system for massively parallel hyperparameter tuning",
 * MLSys), as Optuna 5's SuccessiveHalvingPruner has it. The best of all goes on in any case. Unlike in ASHA what is stopped
 * never goes on, so the first trials have an easy time. Immutable, for any thread.
 *
 * <pre>{@code
 * Pruner pruner = new HalvingPruner(1, 3);
 * }</pre>
 *
 * @param least the first step that is looked at, at least 1
 * @param eta at least 2
 */
public record HalvingPruner(int least, int eta) implements Pruner {
    private static final long serialVersionUID = 1;

    public HalvingPruner {
        if (least < 1) {
            throw new IllegalArgumentException("Least step (" + least + ") must be at least 1.");
        }
        if (eta < 2) {
            throw new IllegalArgumentException("Eta (" + eta + ") must be at least 2.");
        }
    }

    @Override
    public Verdict judge(Trial.Running trial, History told) {
        Report last = Steps.last(trial);
        if (!isRung(last.step())) {
            return new Verdict.GoOn();
        }
        Goal goal = told.goal();
        double own = Steps.loss(goal, last.score());
        double[] others = Steps.alike(trial, told)
                .flatMap(t -> Steps.at(t, last.step()))
                .mapToDouble(report -> Steps.loss(goal, report.score()))
                .toArray();
        long better = Arrays.stream(others).filter(loss -> loss < own).count();
        int kept = Math.max(1, (others.length + 1) / eta);
        return better < kept
                ? new Verdict.GoOn()
                : new Verdict.Stop(
                        "not among the best " + kept + " of " + (others.length + 1) + " at step " + last.step());
    }

    private boolean isRung(int step) {
        int rung = step;
        while (rung > least && rung % eta == 0) {
            rung /= eta;
        }
        return rung == least;
    }
}
