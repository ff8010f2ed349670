package dev.fettle.replicate;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Another sampler whose best points are evaluated again by the last trials, a fifth of them: the best of many is partly luck, and
 * loses it under other random numbers. The winner is then sought among points that were evaluated equally often, as a challenger of
 * the incumbent is by Hutter, Hoos and Leyton-Brown (2011, "Sequential model-based optimization for general algorithm configuration",
 * LION 5). Each of these trials is one evaluation more of one point; its resource says how many its score is the mean of, which
 * {@link ReplicatedObjective} makes of it. Which points come again, {@link Arms} decides. Listens to the first goal.
 *
 * <pre>{@code
 * Sampler sampler = new ReplicatedSampler(new RandomSampler(), 1);
 * Objective objective = ReplicatedObjective.of(Objective.of(p -> p.real("x")));
 * }</pre>
 *
 * <p>Immutable, for any thread.
 *
 * @param first proposes the other trials
 * @param batch how many of them it proposes without a result in between, if it takes results one by one; at least 1
 */
public record ReplicatedSampler(Sampler first, int batch) implements Sampler {
    private static final long serialVersionUID = 1;

    /** With fewer trials two points could not come again twice. */
    public static final int FEWEST = 8;

    /** The proposals of a search that does not listen are all made at its start. */
    private static final int MOST = 1_000_000;

    private static final int SHARE = 5;
    private static final int UNIT = 4;

    public ReplicatedSampler {
        if (batch < 1) {
            throw new IllegalArgumentException("Batch (" + batch + ") must be at least 1.");
        }
    }

    /**
     * How many of so many trials are evaluations of points that were evaluated before: about a fifth, and a multiple of four, so that it
     * can be shared out.
     *
     * @param trials at least {@link #FEWEST}
     */
    public static int replicates(int trials) {
        return UNIT * Math.max(1, Math.round((float) trials / SHARE / UNIT));
    }

    /** The fewest trials that leave so many to the first sampler; of more than a million, which are refused, the same number. */
    public static int trials(int others) {
        if (others > MOST) {
            return others;
        }
        int trials = Math.max(FEWEST, others);
        while (trials - replicates(trials) < others) {
            trials++;
        }
        return trials;
    }

    /** A point comes again with more evaluations. */
    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public boolean hearsAllGoals() {
        return first.hearsAllGoals();
    }

    /** One evaluation each. */
    @Override
    public OptionalLong spends(int trials) {
        return OptionalLong.of(trials);
    }

    @Override
    public List<String> remarks(int told) {
        return first.remarks(told);
    }

    /**
     * A fresh search; of trials that nobody has counted none comes again.
     *
     * @throws IllegalArgumentException if there are fewer trials than {@link #FEWEST} or more than a million, or the first sampler refuses the space
     */
    @Override
    public Search start(Question question, Seed seed) {
        if (question.trials().isEmpty()) {
            return first.start(question, seed);
        }
        int trials = question.trials().getAsInt();
        if (trials < FEWEST || trials > MOST) {
            throw new IllegalArgumentException("Trials (" + trials + ") must be at least " + FEWEST + " and at most "
                    + MOST + " to evaluate the best of them again. Maybe --trials 40.");
        }
        int again = replicates(trials);
        Question own =
                new Question(question.space(), question.goals(), OptionalInt.of(trials - again), OptionalInt.empty());
        return Replicating.start(first.start(own, seed), trials - again, again, batch);
    }
}
