package dev.fettle.sampler.swarm;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.population.Founders;
import dev.fettle.sampler.population.Generations;
import dev.fettle.sampler.population.Genes;
import java.util.List;

/**
 * A particle swarm with constriction (Clerc and Kennedy, 2002, IEEE Transactions on Evolutionary Computation 6(1): χ 0.7298, c
 * 1.49618) for spaces of all kinds: each particle is pulled to the best place it has seen, and to the best of those it hears
 * of. It flies in the unit cube, is reflected at its walls, and begins anew by chance when the swarm has collapsed. Values
 * without an order have a coordinate each, of which the greatest is taken. Of several goals the first one counts. The best trial
 * that was told before the first proposal is what the first particle remembers.
 *
 * <pre>{@code
 * Sampler sampler = new SwarmSampler().withParticles(30);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}. Immutable, for any thread.
 *
 * @param particles 2 to 10,000; or 0 for 10 + 2√d in d dimensions
 * @param topology of whom a particle hears
 * @param clamp most that it moves along a coordinate, as a share of the range, in (0, 1]
 */
public record SwarmSampler(int particles, Topology topology, double clamp) implements Sampler {
    /** Of whom a particle hears. */
    public enum Topology {
        /** Of its two neighbours: slower, and less easily caught. */
        RING,
        /** Of all. */
        GLOBAL
    }

    public SwarmSampler {
        if (particles != 0 && (particles < 2 || particles > 10_000)) {
            throw new IllegalArgumentException(
                    "Particles (" + particles + ") must lie in [2, 10000]. Maybe 0, which chooses a number.");
        }
        if (!(clamp > 0 && clamp <= 1)) {
            throw new IllegalArgumentException("Clamp (" + clamp + ") must lie in (0, 1]. Maybe 0.5.");
        }
    }

    /** 10 + 2√d particles that hear of all and move half the range at most. */
    public SwarmSampler() {
        this(0, Topology.GLOBAL, 0.5);
    }

    /** With other {@link #particles}. */
    public SwarmSampler withParticles(int value) {
        return new SwarmSampler(value, topology, clamp);
    }

    /** With another {@link #topology}. */
    public SwarmSampler withTopology(Topology value) {
        return new SwarmSampler(particles, value, clamp);
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public Search start(Question question, Seed seed) {
        Genes genes = Genes.of(question.space());
        int size = particles > 0
                ? particles
                : 10 + (int) Math.floor(2 * Math.sqrt(genes.axes().size()));
        return Generations.of(
                new Swarm(this, new Coordinates(genes), new Founders(question), size, 0, List.of(), null), seed);
    }
}
