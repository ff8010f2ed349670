package dev.fettle.sampler.bayes;

import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.sampler.evidence.Observation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where hundreds of trials are under way, so that many places are asked for in a second: what takes long is done once for several of
 * them. The model is of the nearest trials to the best, as they were when a few percent of those under way had not been told yet; it
 * believes the nearest of those under way, and each that was proposed since. For any thread.
 */
final class Crowd {
    /** So many under way are a crowd. */
    static final int FROM = 100;

    /** The model is made anew once so large a part of those under way has been told. */
    private static final int PARTS = 32;

    /** Its hyperparameters are fitted anew so many times less often. */
    private static final int FITS = 16;

    private static final int NEAREST = 100;
    /** Some are left out where each is one of a crowd. */
    private static final Proposing.Effort EFFORT = new Proposing.Effort(128, 64, 2);

    private final Places places;
    private final Embedding embedding;
    private final boolean deterministic;
    private @Nullable Fitted fitted;
    private @Nullable Local local;

    Crowd(Places places, Embedding embedding, boolean deterministic) {
        this.places = places;
        this.embedding = embedding;
        this.deterministic = deterministic;
    }

    /** @param last of the trials that it knows: an observation is at one place of one history */
    private record Fitted(Observation last, Fit fit) {}

    /**
     * A model, and what it believes of those that came behind the trials it knows.
     *
     * @param last of those trials
     * @param pending how many were under way
     * @param ahead how many behind them it has looked at
     */
    private record Local(Observation last, int pending, Model model, Posterior believing, int ahead) {}

    /** As {@link Proposing#summits}; empty where nothing can be said. */
    List<Climb.Summit> summits(Evidence evidence, RandomGenerator random, BooleanSupplier goOn) {
        Local now = local(evidence, goOn);
        if (now == null) {
            return List.of();
        }
        Model model = now.model();
        Region part = evidence.made() % 2 == 1 ? model.region().part(random) : model.region();
        Acquisition acquisition = new Acquisition(now.believing(), model.incumbent());
        return new Proposing(places, embedding, EFFORT, goOn).summits(model.in(part), acquisition, random);
    }

    private synchronized @Nullable Local local(Evidence evidence, BooleanSupplier goOn) {
        List<Observation> heard = evidence.observations();
        int step = 1 + evidence.pending().size() / PARTS;
        List<Observation> seen = heard.subList(0, heard.size() - heard.size() % step);
        if (seen.stream().noneMatch(Observation::hasLoss)) {
            return null;
        }
        Stream<double[]> told =
                heard.subList(seen.size(), heard.size()).stream().map(Observation::place);
        List<double[]> ahead = Stream.concat(told, evidence.pending().stream().map(evidence.space()::encode))
                .map(embedding::of)
                .toList();
        int pending = evidence.pending().size();
        Observation last = seen.get(seen.size() - 1);
        Local before = local;
        // Else what was believed first would depend on when this was first asked.
        boolean goesOn = before != null
                && isSame(before.last(), last)
                && before.pending() == pending
                && before.ahead() <= ahead.size();
        local = goesOn ? before : fresh(seen, FITS * step, ahead.subList(0, pending), goOn);
        local = local == null ? null : grown(local, ahead);
        return local;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Observation one, Observation other) {
        return one == other;
    }

    private static Local grown(Local before, List<double[]> ahead) {
        List<double[]> more = ahead.subList(before.ahead(), ahead.size());
        Posterior believing = believing(before.model(), before.believing(), more);
        return new Local(before.last(), before.pending(), before.model(), believing, ahead.size());
    }

    private @Nullable Local fresh(List<Observation> seen, int fits, List<double[]> ahead, BooleanSupplier goOn) {
        Fit fit = fit(seen, fits, goOn);
        Model model = Model.of(embedding, Region.of(seen, embedding, NEAREST), fit.view(), fit.kernel());
        if (model == null) {
            return null;
        }
        double[] centre = embedding.of(seen.get(Region.best(seen)).place());
        List<double[]> near = ahead.stream()
                .sorted(Comparator.comparingDouble(z -> Region.distance(centre, z)))
                .limit(NEAREST)
                .toList();
        Observation last = seen.get(seen.size() - 1);
        return new Local(last, ahead.size(), model, believing(model, model.posterior(), near), ahead.size());
    }

    private static Posterior believing(Model model, Posterior posterior, List<double[]> more) {
        Posterior believing = posterior;
        for (double[] z : more) {
            believing = believing.plus(z, model.kernel().noise());
        }
        return believing;
    }

    /** Of the trials up to a multiple of the step; of all as long as there are less. */
    private Fit fit(List<Observation> seen, int step, BooleanSupplier goOn) {
        List<Observation> some = seen.size() < step ? seen : seen.subList(0, seen.size() - seen.size() % step);
        Observation last = some.get(some.size() - 1);
        Fitted before = fitted;
        if (before != null && isSame(before.last(), last)) {
            return before.fit();
        }
        List<Observation> near = Region.of(some, embedding, NEAREST).heard();
        Fit best = Arrays.stream(View.values())
                .map(view -> Fit.of(embedding, deterministic, Data.of(embedding, near, view), null, goOn))
                .min(Comparator.comparingDouble(Fit::badness))
                .orElseThrow();
        fitted = new Fitted(last, best);
        return best;
    }
}
