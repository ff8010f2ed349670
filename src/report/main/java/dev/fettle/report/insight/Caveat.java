package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.report.trust.Contenders;
import dev.fettle.report.trust.CorrectedTest;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How far the winner can be trusted. A point lies <em>within one standard error</em> if its mean score is at most one
 * standard error of the winner worse than the winner's: the rule of Breiman, Friedman, Olshen and Stone (1984, §3.4.3),
 * which picks the simplest of those points. The error is the one printed beside the winner. Which points the data cannot tell from
 * the winner is another question, and the answer of a test fold by fold. Scores that differ by rounding alone count as equal. Immutable, for any thread.
 *
 * @param sharing how many distinct points have the best score by the first goal, the winner included; 0 if nothing was scored
 * @param within how many lie within one standard error, those included; 0 if the error is not known
 * @param contenders the points that the data cannot tell from the winner
 * @param simplest the best of the simplest of those that lie within; empty if complexity does not tell them apart
 * @param ineffective the parameters that changed nothing, in the order of the space
 */
public record Caveat(
        int sharing, int within, Contenders contenders, Optional<Simplest> simplest, List<Ineffective> ineffective) {
    /** Means of the same fold scores, summed in another order, may differ by so much of their size. */
    private static final double ROUNDING = 1e-12;

    private static final String TEST = "corrected t-test, " + Math.round(100 * Contenders.RISK) + " %";

    public Caveat {
        ineffective = List.copyOf(ineffective);
    }

    /**
     * The best of the simplest points.
     *
     * @param trial its number
     * @param values what makes it simple: the parameter on which the complexity depends, else all those in which the
     *     points within one standard error differ
     */
    public record Simplest(int trial, Map<String, Object> values) {
        public Simplest {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** {@code trial 7, hidden_layer_sizes (50)}. */
        @Override
        public String toString() {
            return "trial " + trial + ", " + Wording.values(values);
        }
    }

    /**
     * The caveat of a history; without trials it has nothing to say.
     *
     * @param background one NaN of its complexity within one standard error leaves no simplest
     */
    public static Caveat of(History history, SearchSpace space, Background background) {
        Optional<Trial.Completed> best = history.best();
        List<Ineffective> ineffective = Ineffective.of(history, space);
        if (best.isEmpty()) {
            return new Caveat(0, 0, Contenders.UNKNOWN, Optional.empty(), ineffective);
        }
        // One evaluation less is another score.
        List<Trial.Completed> trials = history.full().evaluated();
        double score = best.get().score().value();
        double error = best.get().score().standardError();
        int sharing = within(trials, history.goal(), score, 0).size();
        if (Double.isNaN(error)) {
            return new Caveat(sharing, 0, Contenders.UNKNOWN, Optional.empty(), ineffective);
        }
        List<Trial.Completed> near = within(trials, history.goal(), score, error);
        ToDoubleFunction<Point> complexity = background.complexity();
        Optional<Simplest> simplest =
                complexity == null ? Optional.empty() : simplest(near, history.goal(), space, complexity);
        CorrectedTest test = background.test(best.get().score().folds().size());
        return new Caveat(sharing, near.size(), Contenders.of(history, test), simplest, ineffective);
    }

    private static List<Trial.Completed> within(List<Trial.Completed> trials, Goal goal, double best, double error) {
        double bound = goal.loss(best) + error + ROUNDING * Math.abs(best);
        return trials.stream()
                .filter(t -> goal.loss(t.score().value()) <= bound)
                .toList();
    }

    private static Optional<Simplest> simplest(
            List<Trial.Completed> near, Goal goal, SearchSpace space, ToDoubleFunction<Point> complexity) {
        double least = Double.NaN;
        boolean differ = false;
        Trial.Completed choice = null;
        for (Trial.Completed t : near) {
            double c = complexity.applyAsDouble(t.point());
            if (Double.isNaN(c)) {
                return Optional.empty();
            }
            differ |= choice != null && c != least;
            boolean better = choice == null
                    || c < least
                    || (c == least
                            && goal.better(t.score().value(), choice.score().value()));
            if (better) {
                choice = t;
                least = c;
            }
        }
        return differ && choice != null
                ? Optional.of(new Simplest(choice.number(), values(choice, near, space, complexity)))
                : Optional.empty();
    }

    private static Map<String, Object> values(
            Trial.Completed choice, List<Trial.Completed> near, SearchSpace space, ToDoubleFunction<Point> complexity) {
        Map<String, Object> differing = new LinkedHashMap<>();
        for (Parameter p : space.parameters()) {
            Object value = choice.point().find(p.name());
            if (value == null) {
                continue;
            }
            Map<Optional<Object>, Set<Double>> byValue = new LinkedHashMap<>();
            near.forEach(
                    t -> byValue.computeIfAbsent(Optional.ofNullable(t.point().find(p.name())), v -> new HashSet<>())
                            .add(complexity.applyAsDouble(t.point())));
            if (byValue.values().stream().allMatch(c -> c.size() == 1)) {
                return Map.of(p.name(), value);
            }
            if (byValue.size() > 1) {
                differing.put(p.name(), value);
            }
        }
        return differing;
    }

    /** The caveat in words, one sentence or more a line; empty if there is nothing to say. Without error no judgement. */
    public List<String> sentences() {
        Set<String> lines = new LinkedHashSet<>();
        String doubt = doubt();
        if (!doubt.isEmpty()) {
            lines.add(doubt);
        }
        ineffective.forEach(i -> lines.add(Objects.toString(i)));
        return List.copyOf(lines);
    }

    private String doubt() {
        String near = near();
        if (near.isEmpty()) {
            return contenders.trials().size() > 1 ? "The " + alike() + "." : "";
        }
        String apart = contenders.compared() < 2
                ? "."
                : contenders.isClear()
                        ? "; fold by fold the best beats each of the others (" + TEST + ")."
                        : "; the " + alike() + ".";
        return near
                + apart
                + simplest.map(s -> " Simplest of the " + within + ": " + s + ".")
                        .orElse("");
    }

    private String near() {
        if (sharing > 1) {
            return sharing + " points share this score"
                    + (within > sharing ? " and " + within + " lie within one standard error" : "");
        }
        return within > 1 ? within + " points lie within one standard error" : "";
    }

    private String alike() {
        int others = contenders.compared() - 1;
        int alike = contenders.trials().size() - 1;
        String which = alike == others ? "any" : Integer.toString(alike);
        return "data cannot tell " + which + " of the " + Wording.count(others, "other") + " from the best (" + TEST
                + ")";
    }
}
