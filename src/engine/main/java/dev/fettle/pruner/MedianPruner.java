package dev.fettle.pruner;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;

/**
 * Stops a trial whose best report so far is worse than the median of what completed trials reported at the same step: the
 * median stopping rule (Golovin et al., 2017, "Google Vizier", KDD, section 3.2.2) as Optuna 5's MedianPruner has it, which
 * takes the reports of a step and not their running averages. Immutable, for any thread.
 *
 * <pre>{@code
 * Pruner pruner = new MedianPruner();
 * }</pre>
 *
 * @param startUp no trial is stopped before so many have been completed, at least 1
 * @param warmUp no trial is stopped at its first so many steps, at least 0
 */
public record MedianPruner(int startUp, int warmUp) implements Pruner {
    private static final long serialVersionUID = 1;

    public MedianPruner {
        if (startUp < 1) {
            throw new IllegalArgumentException("Start-up trials (" + startUp + ") must be at least 1.");
        }
        if (warmUp < 0) {
            throw new IllegalArgumentException("Warm-up steps (" + warmUp + ") must be at least 0.");
        }
    }

    /** Five trials first, and no step is passed over. */
    public MedianPruner() {
        this(5, 0);
    }

    @Override
    public Verdict judge(Trial.Running trial, History told) {
        int step = Steps.last(trial).step();
        if (step <= warmUp || told.completedCount() < startUp) {
            return new Verdict.GoOn();
        }
        Goal goal = told.goal();
        double[] losses = Steps.alike(trial, told)
                .filter(Trial.Completed.class::isInstance)
                .flatMap(t -> Steps.at(t, step))
                .mapToDouble(report -> Steps.loss(goal, report.score()))
                .sorted()
                .toArray();
        double own = trial.reports().stream()
                .mapToDouble(report -> Steps.loss(goal, report.score()))
                .min()
                .orElseThrow();
        return losses.length >= startUp && own > median(losses)
                ? new Verdict.Stop("worse than the median of " + losses.length + " trials at step " + step)
                : new Verdict.GoOn();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
