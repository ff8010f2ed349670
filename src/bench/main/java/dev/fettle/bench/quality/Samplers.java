package dev.fettle.bench.quality;

import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.word.Maybe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Our samplers by name, each with its standard settings. */
public final class Samplers {
    /** Whoever adds one takes its name out of {@link #LATER}. */
    private static final Map<String, Sampler> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("bayes", new BayesSampler()),
            Map.entry("cmaes", new CmaSampler()),
            Map.entry("genetic", new GeneticSampler()),
            Map.entry("grid", new GridSampler()),
            Map.entry("random", new RandomSampler()),
            Map.entry("sobol", new RandomSampler(true)),
            Map.entry("swarm", new SwarmSampler()),
            Map.entry("tpe", new TpeSampler())));

    private static final List<String> LATER = List.of("gradient", "hyperband");

    private static final Map<String, String> ALSO = Map.of("cma", "cmaes");

    private Samplers() {}

    /** Those there are, sorted. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The sampler with a name.
     *
     * @throws IllegalArgumentException if there is none, or it comes later
     */
    public static Sampler of(String name) {
        String listed = ALSO.getOrDefault(name, name);
        if (LATER.contains(listed)) {
            throw new IllegalArgumentException("Sampler (" + name + ") comes later.");
        }
        Sampler sampler = ALL.get(listed);
        if (sampler == null) {
            throw new IllegalArgumentException("Sampler (" + name + ") must be one of " + String.join(", ", names())
                    + "." + Maybe.sentence(name, names()));
        }
        return sampler;
    }
}
