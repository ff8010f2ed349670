package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model of the scores makes of the winner and of one more trial. It speaks where it differs from what the scores say,
 * and of what is more than rounding. Immutable, for any thread.
 *
 * @param luck empty where the model believes in the winner too, or chance is too small to speak of
 * @param gain empty where no point is left, where the model is too hopeful to be believed, or nothing is known that the gain
 *     could be compared with
 */
public record Outlook(Optional<Luck> luck, Optional<Gain> gain) {
    /** Nothing to say. */
    public static final Outlook NONE = new Outlook(Optional.empty(), Optional.empty());

    /** Fewer scored trials say too little about lengths and noise. */
    static final int FEWEST = 20;

    /** What is so small a share of chance is not worth a sentence or a trial. */
    private static final double SMALL = 0.1;

    /**
     * Of what lies between the best and the median. Where scores have no noise the model still finds up to so much of it, as
     * it is not quite right (0.003 to 0.054 on two functions of three parameters, 60 points, eight seeds each).
     */
    private static final double EXACT = 0.06;

    /**
     * A gain of more than so many times the noise, or what the best tenth differ by, speaks of a model that does not fit
     * there; with noise what the better half differ by may be gained too.
     */
    private static final double HOPEFUL = 3;

    /** A gain that is so small a share of what scores differ by, the worst tenth aside, is none: the search has converged. */
    private static final double TINY = 1e-7;

    private static final int TENTH = 10;

    /** Scores may differ by so much of their size by rounding alone. */
    private static final double ROUNDING = 1e-12;

    /**
     * A winner that the model does not believe in.
     *
     * @param trial the number of the one that it does believe in
     * @param expected its score, chance aside
     * @param lucky the number of the winner
     * @param score of the winner
     * @param noise the standard deviation of a score at the same point
     */
    public record Luck(int trial, double expected, int lucky, double score, double noise) {
        /** One sentence. */
        @Override
        public String toString() {
            return "A model of the scores believes in trial " + trial + " (" + Wording.score(expected)
                    + " expected) rather than trial " + lucky + ", whose " + Wording.score(score)
                    + " has luck in it: chance moves a score by ± " + Wording.error(noise) + ".";
        }
    }

    /**
     * What one more trial promises where it promises most.
     *
     * @param size the expected gain in units of the score, at least 0
     * @param measure what it is compared with, positive
     * @param noisy whether that is the noise; else the range of the best tenth of the scores
     */
    public record Gain(double size, double measure, boolean noisy) {
        /** Whether more trials may help. */
        public boolean pays() {
            return size >= SMALL * measure;
        }

        /** One sentence. */
        @Override
        public String toString() {
            return sentence("A model of the scores");
        }

        private String sentence(String model) {
            String share = Fraction.of(size / measure);
            String whole = (noisy ? "the noise" : "the range of the best tenth") + " (" + Wording.error(measure) + ")";
            String gain = share.isEmpty()
                    ? "less than a thousandth of " + whole
                    : Wording.error(size) + ", " + share + " " + whole;
            return model + " expects the most promising trial to gain " + gain + ": more trials "
                    + (pays() ? "may help." : "will hardly help.");
        }
    }

    /**
     * The outlook of a history of at least one scored trial.
     *
     * @param surrogate of its trials
     * @param next what it makes of one more; empty where no point is left
     * @param perfect the score that none is better than, so that no gain leads beyond it; empty where nobody knows of one
     */
    static Outlook of(History history, Surrogate surrogate, Optional<Surrogate.Next> next, OptionalDouble perfect) {
        double[] losses = losses(history);
        if (alike(losses)) {
            return NONE;
        }
        double noise = surrogate.noise();
        double room = perfect.isPresent()
                ? Math.max(0, losses[0] - history.goal().loss(perfect.getAsDouble()))
                : Double.POSITIVE_INFINITY;
        return new Outlook(
                isNoisy(noise, losses) && !hasPruned(history) ? luck(history, surrogate) : Optional.empty(),
                next.flatMap(n -> gain(Math.min(room, n.gain()), noise, losses)));
    }

    /** The last score of a trial that was given up says little of what it would have been. */
    private static boolean hasPruned(History history) {
        return history.trials().stream().anyMatch(Trial.Pruned.class::isInstance);
    }

    private static boolean isNoisy(double noise, double[] losses) {
        return Double.isFinite(noise) && noise > EXACT * half(losses);
    }

    /** How far the median lies behind the best; where it shares the best score, the median of those that do not. */
    private static double half(double[] losses) {
        int worse = 0;
        while (worse < losses.length && losses[worse] <= losses[0]) {
            worse++;
        }
        int middle = worse > losses.length / 2 ? (worse + losses.length) / 2 : losses.length / 2;
        return losses[Math.min(middle, losses.length - 1)] - losses[0];
    }

    /**
     * What a gain is compared with.
     *
     * @param size that the model expects
     * @param noise that the model finds
     * @param losses {@code [n]} of all trials, from the best on
     */
    static Optional<Gain> gain(double size, double noise, double[] losses) {
        boolean noisy = isNoisy(noise, losses);
        double range = losses[(losses.length + TENTH - 1) / TENTH - 1] - losses[0];
        double measure = noisy ? noise : range;
        boolean known = Double.isFinite(size) && size >= 0 && Double.isFinite(measure) && measure > 0;
        double most = Math.max(HOPEFUL * measure, noisy ? half(losses) : 0);
        double whole = losses[losses.length - 1 - losses.length / TENTH] - losses[0];
        double told = size > TINY * whole ? size : 0;
        return known && size <= most ? Optional.of(new Gain(told, measure, noisy)) : Optional.empty();
    }

    /** From the best on. */
    private static double[] losses(History history) {
        return history.evaluated().stream()
                .mapToDouble(t -> history.goal().loss(t.score().value()))
                .sorted()
                .toArray();
    }

    private static boolean alike(double[] losses) {
        double least = losses[0];
        double most = losses[losses.length - 1];
        double size = Math.max(Math.abs(least), Math.abs(most));
        return most - least <= Math.max(Double.MIN_NORMAL, ROUNDING * size);
    }

    private static Optional<Luck> luck(History history, Surrogate surrogate) {
        Goal goal = history.goal();
        Trial.Completed winner = history.best().orElseThrow();
        Trial.Completed believed = surrogate.best();
        double noise = surrogate.noise();
        double score = winner.score().value();
        double there = surrogate.at(winner.point()).mean();
        double expected = surrogate.at(believed.point()).mean();
        boolean lucky = goal.loss(there) - goal.loss(score) > SMALL * noise;
        boolean other = goal.loss(there) - goal.loss(expected) > SMALL * noise;
        // Better than anything seen, with chance in it or not: where scores jump a smooth model overshoots.
        boolean seen = !goal.better(expected, score);
        return seen && !believed.point().equals(winner.point()) && lucky && other
                ? Optional.of(new Luck(believed.number(), expected, winner.number(), score, noise))
                : Optional.empty();
    }

    /** Whether more trials may help. */
    public boolean pays() {
        return gain.map(Gain::pays).orElse(false);
    }

    /** At most two. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        luck.ifPresent(l -> sentences.add(l.toString()));
        gain.ifPresent(g -> sentences.add(luck.isPresent() ? g.sentence("The model") : g.toString()));
        return sentences;
    }
}
