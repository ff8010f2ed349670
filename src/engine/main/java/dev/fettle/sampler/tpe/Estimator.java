package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Chooser;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Axis;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Chooses the point that promises most by the models of its groups. For any thread. */
final class Estimator implements Chooser {
    /** Kernels of bad trials along all axes of a group, so that an ask takes as long in a thousand dimensions as in ten. */
    private static final int KERNELS = 100_000;

    private final TpeSampler settings;
    private final List<Group> groups;
    private final List<Axis> axes;
    private final Candidates candidates;
    private final Ranking ranking;
    private final int mostBad;

    Estimator(SearchSpace space, TpeSampler settings) {
        this.settings = settings;
        this.groups = Group.of(space, settings.together());
        this.axes = space.axes();
        this.ranking = new Ranking(groups, settings);
        this.mostBad = mostBad(space.dimensions());
        this.candidates = Every.of(space, groups).orElseGet(() -> new Drawn(space, groups, settings.candidates()));
    }

    /** At most so many bad kernels, or one more for each good trial between them. */
    static int mostBad(int dimensions) {
        return Math.max(50, Math.min(400, KERNELS / Math.max(1, dimensions)));
    }

    @Override
    public @Nullable Point choose(Evidence evidence, Seed seed, BooleanSupplier goOn) {
        Pulse pulse = new Pulse(goOn);
        List<Split> splits = ranking.splits(evidence, mostBad, pulse);
        if (splits == null) {
            return null;
        }
        List<Model> models = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            models.add(Model.of(groups.get(g), axes, splits.get(g), settings, pulse));
        }
        return pulse.beats(0) ? candidates.best(models, evidence, seed, pulse) : null;
    }
}
