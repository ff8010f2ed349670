package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.sampler.swarm.SwarmSampler;
import java.util.List;

/** {@code %%swarm}: particles that fly between the best places. */
final class SwarmSearch {
    private static final Option<Integer> PARTICLES = Option.of(
            Group.SEARCH,
            "particles",
            Argument.count("N", 2, 10_000).maybe("--particles 30"),
            30,
            "how many fly; 10 + 2√d do in d dimensions");

    private static final Option<Integer> ITERATIONS =
            Generations.option("iterations", 60, "how often they move; together with the particles the trials");

    private static final Option<SwarmSampler.Topology> TOPOLOGY = Option.of(
            Group.SEARCH,
            "topology",
            Argument.word(List.of(SwarmSampler.Topology.values())),
            new SwarmSampler().topology(),
            "of whom one hears: its two neighbours, or all");

    static final Method METHOD = new Method(
                    "swarm",
                    "Particle swarm",
                    "has points fly between the best places that they and others have seen: for hundreds of cheap trials",
                    """
                    %%swarm curve --particles 20 --iterations 30
                    degree in 1..9
                    lambda ~ logUniform(1e-6, 1)  default 1e-3
                    minimize loss
                    return crossValidatedLoss(x, y, degree, lambda);     // any Java of the notebook; an expression will do
                    """,
                    List.of(PARTICLES, ITERATIONS, TOPOLOGY),
                    1,
                    false,
                    true,
                    values -> new SwarmSampler()
                            .withParticles(values.get(PARTICLES))
                            .withTopology(values.get(TOPOLOGY)))
            .withTotal(Method.Total.product(PARTICLES, ITERATIONS))
            .withRule((values, trials) ->
                    Generations.clash(values, ITERATIONS, PARTICLES).stream().toList());

    private SwarmSearch() {}
}
