package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * All points of a small space, so that none is missed by chance. A branch is chosen before what is below it: points compare
 * by the groups in their order. For any thread.
 */
final class Every implements Candidates {
    private static final long MOST = 1024;

    private final List<Scalar> scalars;
    private final List<Group> groups;
    private final List<Point> points;
    private final List<double[]> places;

    private Every(Grid grid, List<Group> groups) {
        SearchSpace space = grid.space();
        this.scalars = space.scalars();
        this.groups = groups;
        this.points = LongStream.range(0, grid.size())
                .mapToObj(grid::point)
                .filter(space::allows)
                .toList();
        this.places = points.stream().map(space::encode).toList();
    }

    /** All points of a space; empty if there are too many. */
    static Optional<Candidates> of(SearchSpace space, List<Group> groups) {
        return Grid.of(space).filter(g -> g.size() <= MOST).map(g -> new Every(g, groups));
    }

    @Override
    public @Nullable Point best(List<Model> models, Evidence evidence, Seed seed, Pulse pulse) {
        List<Map<List<Double>, Double>> memo = new ArrayList<>();
        groups.forEach(g -> memo.add(new HashMap<>()));
        Point best = null;
        double[] most = new double[groups.size()];
        for (int i = 0; i < points.size(); i++) {
            if (!evidence.knows(points.get(i))) {
                double[] promise = promise(models, memo, places.get(i), pulse);
                if (!pulse.beats(promise.length)) {
                    return null;
                }
                if (best == null || Arrays.compare(promise, most) > 0) {
                    best = points.get(i);
                    most = promise;
                }
            }
        }
        return best;
    }

    /** {@code [groups]}; an inactive one promises neither good nor bad. */
    private double[] promise(List<Model> models, List<Map<List<Double>, Double>> memo, double[] u, Pulse pulse) {
        double[] promise = new double[groups.size()];
        double[][] cells = Cells.of(scalars, u);
        for (int g = 0; g < promise.length; g++) {
            Group group = groups.get(g);
            if (group.active(u)) {
                Model model = models.get(g);
                List<Double> key =
                        Arrays.stream(group.axes()).mapToObj(d -> u[d]).toList();
                promise[g] = memo.get(g).computeIfAbsent(key, k -> model.promise(u, cells, pulse));
            }
        }
        return promise;
    }
}
