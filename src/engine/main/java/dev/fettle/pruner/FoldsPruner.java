package dev.fettle.pruner;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Stops a trial that is worse than the best one on the folds so far: a race (Maron and Moore, 1994, "Hoeffding races", NIPS;
 * with a paired t test Kuhn, 2014, "Futility analysis in the cross-validation of machine learning models",
 * arXiv:1405.6974). After {@value #FIRST} folds, and after each one but the last, the differences from the best completed
 * trial on the same folds are tested, one-sided; as there are several looks, each has its share of the risk (Bonferroni).
 *
 * <p>A trial that is as good as the best on folds that nobody has chosen, so that the differences have mean 0, is stopped
 * with at most the stated risk if they are normal and independent. They are not quite, since folds share training rows, and the
 * best was chosen by the very folds, which flatters it: in a simulation with a risk of 0.05, normal noise and five folds, of trials
 * that are all alike 17 % were stopped, but of those that would have become the best 0.7 %. Where the differences are all
 * equal nothing is known of their spread, and the trial goes on. Immutable, for any thread.
 *
 * <pre>{@code
 * Pruner pruner = new FoldsPruner(0.05);
 * }</pre>
 *
 * @param risk of stopping a trial wrongly, in (0, 0.5]
 */
public record FoldsPruner(double risk) implements Pruner {
    private static final long serialVersionUID = 1;

    /** With fewer folds there is hardly a variance. */
    static final int FIRST = 3;

    public FoldsPruner {
        if (!(risk > 0 && risk <= 0.5)) {
            throw new IllegalArgumentException("Risk (" + risk + ") must lie in (0, 0.5]. Maybe 0.05.");
        }
    }

    @Override
    public Verdict judge(Trial.Running trial, History told) {
        int steps = Math.max(1, trial.proposal().resource());
        int folds = Steps.last(trial).step() / steps;
        if (Steps.last(trial).step() % steps != 0 || folds < FIRST) {
            return new Verdict.GoOn();
        }
        Optional<Trial.Completed> best = Steps.alike(trial, told)
                .filter(Trial.Completed.class::isInstance)
                .map(Trial.Completed.class::cast)
                .min(told::compare);
        return best.filter(b -> isWorse(trial, b, told.goal(), steps, folds))
                .<Verdict>map(b -> new Verdict.Stop("worse than trial " + b.number() + " on " + folds + " folds"))
                .orElseGet(Verdict.GoOn::new);
    }

    private boolean isWorse(Trial trial, Trial.Completed best, Goal goal, int steps, int folds) {
        List<Double> own = byFold(trial, goal, steps);
        List<Double> its = byFold(best, goal, steps);
        int looks = its.size() - FIRST;
        if (own.size() != folds || its.size() <= folds) {
            return false;
        }
        double sum = 0;
        for (int f = 0; f < folds; f++) {
            sum += own.get(f) - its.get(f);
        }
        double mean = sum / folds;
        double squares = 0;
        for (int f = 0; f < folds; f++) {
            double off = own.get(f) - its.get(f) - mean;
            squares += off * off;
        }
        double error = Math.sqrt(squares / (folds - 1) / folds);
        double critical = new TDistribution(folds - 1).inverseCumulativeProbability(1 - risk / looks);
        return error > 0 && mean / error > critical;
    }

    /** The losses of whole folds. */
    private static List<Double> byFold(Trial trial, Goal goal, int steps) {
        return trial.reports().stream()
                .filter(report -> report.step() % steps == 0)
                .map(Report::score)
                .map(goal::loss)
                .toList();
    }
}
