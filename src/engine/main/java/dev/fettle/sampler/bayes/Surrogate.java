package dev.fettle.sampler.bayes;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.evidence.Observation;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a Gaussian process makes of the trials of a study, whoever proposed them, in the units of its first goal: what a report
 * says beside the raw scores. The same trials give the same surrogate. Immutable, for any thread.
 *
 * <pre>{@code
 * Surrogate surrogate = Surrogate.of(space, history).orElseThrow();
 * Surrogate.Belief belief = surrogate.at(space.defaults().orElseThrow());
 * }</pre>
 */
public final class Surrogate {
    /** Fewer scores say nothing about lengths. */
    public static final int FEWEST = 4;

    /** Half of a band that holds 95 of 100. */
    private static final double HALF = 1.959963984540054;

    private final SearchSpace space;
    private final Goal goal;
    private final Embedding embedding;
    private final Model model;
    private final Warp.Back back;
    private final List<Trial.Completed> scored;
    private final Set<Point> tried;

    private Surrogate(
            SearchSpace space,
            Goal goal,
            Embedding embedding,
            Model model,
            List<Trial.Completed> scored,
            Set<Point> tried) {
        this.space = space;
        this.goal = goal;
        this.embedding = embedding;
        this.model = model;
        this.back = model.data().warp().back();
        this.scored = scored;
        this.tried = tried;
    }

    /**
     * Fits the process to the trials; of more than {@value BayesSampler#HANDOVER} to the nearest to the best. Takes about as
     * long as a proposal.
     *
     * @param history of points of the space
     * @return empty where fewer than {@value #FEWEST} trials have a score
     */
    public static Optional<Surrogate> of(SearchSpace space, History history) {
        return of(space, history, Region::of);
    }

    /**
     * The same for one who looks at the whole space: of many trials not the nearest to the best, but some from everywhere, and of
     * those that look the same from afar one.
     */
    public static Optional<Surrogate> overview(SearchSpace space, History history) {
        return of(space, history, Region::overview);
    }

    private interface Regions {
        Region of(List<Observation> heard, Embedding embedding, int most);
    }

    private static Optional<Surrogate> of(SearchSpace space, History history, Regions regions) {
        IdentityHashMap<Observation, Trial.Completed> scored = new IdentityHashMap<>();
        Set<Point> tried = new HashSet<>();
        List<Observation> heard = new ArrayList<>();
        for (Trial.Finished trial : history.trials()) {
            if (trial.source() == trial.number()) {
                Observation one = Observation.of(space, Told.of(trial, history.goals()));
                heard.add(one);
                tried.add(trial.point());
                if (trial instanceof Trial.Completed c) {
                    scored.put(one, c);
                }
            }
        }
        if (scored.size() < FEWEST || space.dimensions() == 0) {
            return Optional.empty();
        }
        Embedding embedding = new Embedding(space);
        Region region = regions.of(heard, embedding, BayesSampler.HANDOVER);
        Fit fit = new Fits(embedding, false, BayesSampler.HANDOVER).fresh(region.heard());
        Model model = Model.of(embedding, region, fit.view(), fit.kernel());
        List<Trial.Completed> near = region.heard().stream()
                .map(scored::get)
                .filter(Objects::nonNull)
                .toList();
        // Where pruned trials alone are near, the best one stands for the scored.
        List<Trial.Completed> known = near.isEmpty() ? history.best().stream().toList() : near;
        return Optional.ofNullable(model)
                .map(m -> new Surrogate(space, history.goal(), embedding, m, known, Set.copyOf(tried)));
    }

    /**
     * What is believed of the score of a point, its noise left aside.
     *
     * @param mean the middle
     * @param low the lower end of a band that holds the score with 95 %, as far as the model is right
     * @param high its upper end
     */
    public record Belief(double mean, double low, double high) {}

    /**
     * The belief at a point.
     *
     * @throws IllegalArgumentException if it does not lie in the space
     */
    public Belief at(Point point) {
        Posterior.Belief y = model.posterior().at(embedding.of(space.encode(point)));
        double one = value(y.mean() - HALF * y.sd());
        double other = value(y.mean() + HALF * y.sd());
        return new Belief(value(y.mean()), Math.min(one, other), Math.max(one, other));
    }

    private double value(double y) {
        return goal.loss(back.loss(y));
    }

    /** The scored trial, of those modelled, whose point is believed to be best: less the prey of luck than the best score. */
    public Trial.Completed best() {
        Trial.Completed best = scored.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Trial.Completed trial : scored) {
            double mean = model.posterior()
                    .at(embedding.of(space.encode(trial.point())))
                    .mean();
            if (mean < least) {
                least = mean;
                best = trial;
            }
        }
        return best;
    }

    /** The standard deviation with which a good point would score another time, at least 0. */
    public double noise() {
        double known = 0;
        for (double v : model.data().known()) {
            known += v / model.data().size();
        }
        return back.step() * Math.sqrt(model.kernel().noise() + model.kernel().share() * known);
    }

    /**
     * Where the next trial would promise most.
     *
     * @param gain by how much it is expected to beat the best belief, in units of the score, at least 0
     */
    public record Next(Point point, double gain) {}

    /** The next trial, if one more was run; empty where no point is free. */
    public Optional<Next> next() {
        Proposing proposing = new Proposing(new Places(space), embedding, Proposing.Effort.FULL, () -> true);
        for (Climb.Summit summit :
                proposing.summits(model, model.acquisition(embedding, List.of()), new Seed(0).random())) {
            Point point = proposing.places().point(summit.u());
            if (point != null && !tried.contains(point)) {
                return Optional.of(new Next(point, back.step() * StrictMath.exp(summit.value())));
            }
        }
        return Optional.empty();
    }
}
