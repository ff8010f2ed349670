package dev.fettle.sampler.bayes;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Chooser;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.sampler.evidence.Observation;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Chooses where the expected improvement is highest. */
final class GaussianChooser implements Chooser {
    private final Places places;
    private final Embedding embedding;
    private final Fits fits;
    private final Crowd crowd;
    private final int most;

    /** @param most so many trials are all looked at; of more only the nearest to the best */
    GaussianChooser(SearchSpace space, boolean deterministic, int most) {
        this.places = new Places(space);
        this.embedding = new Embedding(space);
        this.fits = new Fits(embedding, deterministic, most);
        this.crowd = new Crowd(places, embedding, deterministic);
        this.most = most;
    }

    @Override
    public @Nullable Point choose(Evidence evidence, Seed seed, BooleanSupplier goOn) {
        List<Observation> heard = evidence.observations();
        if (heard.stream().noneMatch(Observation::hasLoss)) {
            return null;
        }
        try {
            RandomGenerator random = seed.random();
            if (evidence.pending().size() >= Crowd.FROM) {
                return first(crowd.summits(evidence, random, goOn), evidence);
            }
            Region region = Region.of(heard, embedding, most);
            Fit fit = fits.scheduled(heard, goOn);
            List<double[]> pending =
                    evidence.pending().stream().map(evidence.space()::encode).toList();
            // A model that is sure of a wrong length would hide whole regions for ever.
            Region part = evidence.made() % 2 == 1 ? region.part(random) : region;
            Model model = Model.of(embedding, part, fit.view(), fit.kernel());
            if (model == null) {
                return null;
            }
            Proposing proposing = new Proposing(places, embedding, Proposing.Effort.FULL, goOn);
            return first(proposing.summits(model, model.acquisition(embedding, pending), random), evidence);
        } catch (CancellationException e) {
            return null;
        }
    }

    private @Nullable Point first(List<Climb.Summit> summits, Evidence evidence) {
        for (Climb.Summit summit : summits) {
            Point point = places.point(summit.u());
            if (point != null && !evidence.knows(point)) {
                return point;
            }
        }
        return null;
    }
}
