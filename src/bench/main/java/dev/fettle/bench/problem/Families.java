package dev.fettle.bench.problem;

import dev.fettle.random.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Problems of our own, to see what a part of a sampler is good for; no setting may be chosen by their results. Each but
 * the last table, which is read, is made from its name, which is its seed.
 */
public final class Families {
    private static final Map<String, Supplier<Problem>> ALL = all();

    private Families() {}

    /** Their names, in order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The problem with one of the {@link #names}. */
    public static Problem of(String name) {
        Supplier<Problem> problem = ALL.get(name);
        if (problem == null) {
            throw new IllegalArgumentException(
                    "Problem (" + name + ") must be one of " + String.join(", ", ALL.keySet()) + ".");
        }
        return problem.get();
    }

    private static Map<String, Supplier<Problem>> all() {
        Map<String, Supplier<Problem>> all = new LinkedHashMap<>();
        for (Landscape landscape : Landscape.values()) {
            String label = landscape.name().toLowerCase(Locale.ROOT);
            for (int d : new int[] {2, 5, 10}) {
                String name = label + "_" + d;
                all.put(name, () -> Smooth.landscape(name, landscape, d, seed(name)));
            }
        }
        for (int d : new int[] {2, 4, 8}) {
            String name = "decades_" + d;
            all.put(name, () -> Smooth.decades(name, d, seed(name)));
        }
        for (int i = 1; i <= 2; i++) {
            String number = "_" + i;
            all.put("mixed" + number, () -> Mixed.of("mixed" + number, seed("mixed" + number)));
            all.put("conditional" + number, () -> Nested.of("conditional" + number, seed("conditional" + number)));
            all.put("table" + number, () -> Tables.of("table" + number, seed("table" + number)));
        }
        for (int d : new int[] {3, 6}) {
            String name = "thin_" + d;
            all.put(name, () -> Smooth.thin(name, d, seed(name)));
        }
        all.put(WineTable.NAME, () -> ProblemFile.load(WineTable.NAME));
        for (String quiet : List.of("ellipsoid_5", "ackley_2", "levy_5", "mixed_1")) {
            Supplier<Problem> problem = all.getOrDefault(quiet, () -> of(quiet));
            all.put(quiet + "_noisy", () -> problem.get().noisy());
        }
        return all;
    }

    private static Seed seed(String name) {
        return new Seed(1).child(name);
    }
}
