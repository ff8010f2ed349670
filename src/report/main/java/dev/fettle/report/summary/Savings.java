package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was saved as not every trial got all of a resource, or was given up. Trials that failed do not count. Immutable, for
 * any thread.
 *
 * <pre>{@code
 * Optional<String> words = Savings.of(history, 0).sentence("epochs", 5);
 * }</pre>
 *
 * @param points how many points there were
 * @param pruned how many of their trials were given up
 * @param spent how much of the resource they had together, or how many steps they went
 * @param whole how much that had been if each point had as much as the one with the most
 * @param seconds that this would have taken longer, one trial behind the other, if each unit takes as long as those that were
 *     spent
 */
public record Savings(int points, int pruned, long spent, long whole, double seconds) {
    /**
     * The savings in a history.
     *
     * @param reused how much of what trials had was not used again, as trainings went on
     */
    public static Savings of(History history, long reused) {
        List<Trial.Finished> trials = history.trials().stream()
                .filter(t -> t.source() == t.number() && !(t instanceof Trial.Failed))
                .toList();
        boolean steps = trials.stream().allMatch(t -> t.proposal().resource() == Proposal.ALL);
        Set<Point> points = new HashSet<>();
        long spent = -reused;
        long most = 0;
        double took = 0;
        int pruned = 0;
        for (Trial.Finished trial : trials) {
            int units = steps ? trial.reports().size() : trial.proposal().resource();
            points.add(trial.point());
            spent += units;
            most = Math.max(most, units);
            took += trial.took().toNanos() / 1e9;
            pruned += trial instanceof Trial.Pruned ? 1 : 0;
        }
        long whole = most * points.size();
        return new Savings(points.size(), pruned, spent, whole, spent > 0 ? took / spent * (whole - spent) : 0);
    }

    /**
     * In words; empty if nothing was saved.
     *
     * @param unit of the resource, or of the steps: "max_iter", "folds"
     * @param folds of a full trial; 0 if there are none
     */
    public Optional<String> sentence(String unit, int folds) {
        if (spent >= whole || spent <= 0) {
            return Optional.empty();
        }
        long most = whole / points;
        double trials = (double) (whole - spent) / most;
        String equal = folds == 0
                ? Wording.count(Math.round(trials), "full trial")
                : Wording.count(Math.round(trials * folds), "full fit");
        String who = pruned > 0 ? pruned + " of " + points + " trials were given up: " : points + " points: ";
        return Optional.of(who + spent + " " + unit + " in all instead of " + points + " × " + most + " = " + whole
                + ", which saved " + Math.round(100.0 * (whole - spent) / whole) + " %, as much as " + equal
                + ", about " + Wording.time(Duration.ofMillis((long) (1000 * seconds))) + ".");
    }
}
