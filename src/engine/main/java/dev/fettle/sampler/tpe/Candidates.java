package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Among which points the most promising one is looked for. For any thread. */
sealed interface Candidates permits Drawn, Every {
    /**
     * The most promising point that is not known and breaks no constraint; null if there is none, or the pulse stops.
     *
     * @param models one for each group
     */
    @Nullable
    Point best(List<Model> models, Evidence evidence, Seed seed, Pulse pulse);
}
