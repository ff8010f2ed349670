package dev.fettle.sampler.hyperband;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * ASHA: successive halving without waiting. Whenever a trial is to begin, the best point that is among the first eta-th of its
 * rung and has not gone on does so, looked for from the highest rung down; else a new point begins at the lowest (Li et
 * al., 2020, "A system for massively parallel hyperparameter tuning", MLSys, algorithm 2). There a decision depends on who
 * has come back by then; here it depends on its number: it knows all results but the last of a batch, so that the jobs make
 * no difference. Listens to the first goal.
 *
 * <pre>{@code
 * Sampler asha = new AshaSampler(1, 81, 3);
 * }</pre>
 *
 * @param least no rung has less resource, at least 1
 * @param most resource of the highest rung
 * @param eta at least 2
 * @param points draws new points
 */
public record AshaSampler(int least, int most, int eta, Sampler points) implements Sampler {
    private static final long serialVersionUID = 1;

    public AshaSampler {
        Bracket.check(least, most, eta);
    }

    /** With random points. */
    public AshaSampler(int least, int most, int eta) {
        this(least, most, eta, new RandomSampler());
    }

    /** The same with points of another sampler. */
    public AshaSampler withPoints(Sampler other) {
        return new AshaSampler(least, most, eta, other);
    }

    /** Of the rungs, the lowest first; from the highest one down each has an eta-th. */
    public List<Integer> resources() {
        List<Integer> resources = new ArrayList<>();
        long divisor = 1;
        for (int k = Bracket.times(most / least, eta); k >= 0; k--) {
            resources.add(0, (int) (most / divisor));
            divisor *= eta;
        }
        return resources;
    }

    /** A point comes again with more resource. */
    @Override
    public boolean repeats() {
        return true;
    }

    /** About: as if each rung had the eta-th of the one below it. */
    @Override
    public OptionalLong spends(int trials) {
        double spent = 0;
        double all = 0;
        double share = 1;
        for (int resource : resources()) {
            spent += share * resource;
            all += share;
            share /= eta;
        }
        return OptionalLong.of(Math.round(trials * spent / all));
    }

    /** Before the first trial the plan. */
    @Override
    public List<String> remarks(int told) {
        return told > 0
                ? List.of()
                : List.of("Resource of the rungs: "
                        + resources().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + "; of each the best 1/" + eta + " goes on.");
    }

    /**
     * A fresh search.
     *
     * @throws IllegalArgumentException if a full evaluation uses less than the most resource here
     */
    @Override
    public Search start(Question question, Seed seed) {
        HyperbandSampler.check(question, most);
        return Ladder.start(this, Draws.of(question, points, seed.child("asha")));
    }
}
