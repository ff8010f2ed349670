package dev.fettle.sampler.tpe;

import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates that are active together and share one mixture: a node of the tree that the method is named after.
 *
 * @param axes coordinates of the unit cube, rising; at least one. Nobody may write into it
 */
record Group(int[] axes) {
    /** All coordinates, each in one group; what a condition depends on stands in an earlier group or in none. */
    static List<Group> of(SearchSpace space, Together together) {
        Map<Object, List<Integer>> byKey = new LinkedHashMap<>();
        int at = 0;
        for (Parameter p : space.parameters()) {
            for (int i = 0; i < p.dimensions(); i++, at++) {
                byKey.computeIfAbsent(key(p.condition(), at, together), k -> new ArrayList<>())
                        .add(at);
            }
        }
        return byKey.values().stream()
                .map(all -> new Group(all.stream().mapToInt(i -> i).toArray()))
                .toList();
    }

    private static Object key(@Nullable Object condition, int at, Together together) {
        boolean alone = together == Together.ALONE || (together == Together.ALWAYS && condition != null);
        return alone ? Integer.valueOf(at) : condition == null ? "always" : condition;
    }

    /** Whether the parameters exist at a place. */
    boolean active(double[] place) {
        return !Double.isNaN(place[axes[0]]);
    }
}
