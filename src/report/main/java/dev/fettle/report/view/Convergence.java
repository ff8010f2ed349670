package dev.fettle.report.view;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Every trial in the order of the numbers, and the best score so far. */
public record Convergence(Goal goal, List<Step> steps) {
    public Convergence {
        steps = List.copyOf(steps);
    }

    /**
     * One trial.
     *
     * @param score NaN if it failed or was stopped
     * @param best of this and all trials before; NaN until one is scored
     */
    public record Step(int number, double score, double best) {}

    public static Convergence of(History history) {
        List<Step> steps = new ArrayList<>(history.size());
        double best = Double.NaN;
        for (Trial.Finished t : history.trials()) {
            double score = t instanceof Trial.Completed c ? c.score().value() : Double.NaN;
            best = Double.isNaN(best) || history.goal().better(score, best) ? score : best;
            steps.add(new Step(t.number(), score, best));
        }
        return new Convergence(history.goal(), steps);
    }

    /** The best score of all, if there is any. */
    public OptionalDouble best() {
        return steps.isEmpty() || Double.isNaN(steps.get(steps.size() - 1).best())
                ? OptionalDouble.empty()
                : OptionalDouble.of(steps.get(steps.size() - 1).best());
    }

    /** The steps whose best is better than before: the first scored trial and every improvement. */
    public List<Step> improvements() {
        List<Step> better = new ArrayList<>();
        for (Step s : steps) {
            boolean first = better.isEmpty() && !Double.isNaN(s.best());
            if (first
                    || (!better.isEmpty()
                            && goal.better(
                                    s.best(), better.get(better.size() - 1).best()))) {
                better.add(s);
            }
        }
        return better;
    }
}
