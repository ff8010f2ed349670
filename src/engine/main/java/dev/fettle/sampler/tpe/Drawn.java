package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Points drawn out of ℓ. Each group's best draw counts, whichever draws of other groups it came with: else a branch with
 * many parameters, which has more chances to look promising, would be preferred to one with few. For any thread.
 */
final class Drawn implements Candidates {
    /** So many draws in a row may break a constraint, and so many rounds may bring nothing new. */
    private static final int TRIES = 20;

    private final SearchSpace space;
    private final List<Scalar> scalars;
    private final List<Group> groups;
    private final int count;

    Drawn(SearchSpace space, List<Group> groups, int count) {
        this.space = space;
        this.scalars = space.scalars();
        this.groups = groups;
        this.count = count;
    }

    @Override
    public @Nullable Point best(List<Model> models, Evidence evidence, Seed seed, Pulse pulse) {
        for (int round = 0; round < TRIES; round++) {
            List<double[]> draws = draws(models, seed.child(round).random(), pulse);
            List<double[]> ranked = composed(models, draws, pulse);
            ranked.addAll(draws);
            for (double[] u : ranked) {
                if (!pulse.beats(u.length)) {
                    return null;
                }
                Point point = space.decode(u);
                if (space.allows(point) && !evidence.knows(point)) {
                    return point;
                }
            }
        }
        return null;
    }

    /** As many as are wanted; fewer where constraints are hard to keep. */
    private List<double[]> draws(List<Model> models, RandomGenerator random, Pulse pulse) {
        List<double[]> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int t = 0; t < TRIES && pulse.beats(20 * scalars.size()); t++) {
                double[] u = new double[scalars.size()];
                models.forEach(m -> m.draw(u, random));
                if (space.constraints().isEmpty() || space.allows(space.decode(u))) {
                    draws.add(u);
                    break;
                }
            }
        }
        return draws;
    }

    /** First the best of each group, then the second best of each, and so on. */
    private List<double[]> composed(List<Model> models, List<double[]> draws, Pulse pulse) {
        List<double[][]> cells = draws.stream().map(u -> Cells.of(scalars, u)).toList();
        List<double[]> all = new ArrayList<>();
        draws.forEach(u -> all.add(new double[u.length]));
        for (int g = 0; g < groups.size(); g++) {
            Model model = models.get(g);
            double[] promise = IntStream.range(0, draws.size())
                    .mapToDouble(i -> model.promise(draws.get(i), cells.get(i), pulse))
                    .toArray();
            int[] order = IntStream.range(0, promise.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -promise[i]))
                    .mapToInt(i -> i)
                    .toArray();
            for (int rank = 0; rank < order.length; rank++) {
                for (int axis : groups.get(g).axes()) {
                    all.get(rank)[axis] = draws.get(order[rank])[axis];
                }
            }
        }
        return all;
    }
}
