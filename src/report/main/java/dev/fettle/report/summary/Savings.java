package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param seconds that this would have taken longer, one trial behind the other, if each unit of a point takes as long as those
 *     that it had
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
        long spent = -reused;
        long most = 0;
        Map<Point, Cost> costs = new LinkedHashMap<>();
        double took = 0;
        int pruned = 0;
        for (Trial.Finished trial : trials) {
            int units = steps ? trial.reports().size() : trial.proposal().resource();
            spent += units;
            most = Math.max(most, units);
            Cost cost = new Cost(units, trial.took().toNanos() / 1e9);
            costs.merge(trial.point(), cost, (a, b) -> a.plus(b, reused > 0));
            took += cost.seconds();
            pruned += trial instanceof Trial.Pruned ? 1 : 0;
        }
        long full = most;
        double longer =
                costs.values().stream().mapToDouble(cost -> cost.of(full)).sum();
        return new Savings(costs.size(), pruned, spent, most * costs.size(), Math.max(0, longer - took));
    }

    /** What one point had, and how long that took. */
    private record Cost(long units, double seconds) {
        /** @param goesOn whether the longer training began where the shorter one stood */
        Cost plus(Cost other, boolean goesOn) {
            long all = goesOn ? Math.max(units, other.units) : units + other.units;
            return new Cost(all, seconds + other.seconds);
        }

        /** Seconds of as many units as the longest had. */
        double of(long most) {
            return units == 0 ? 0 : seconds / units * most;
        }
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
