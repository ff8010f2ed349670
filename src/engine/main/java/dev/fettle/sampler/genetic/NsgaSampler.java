package dev.fettle.sampler.genetic;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.population.Founders;
import dev.fettle.sampler.population.Generations;
import dev.fettle.sampler.population.Genes;
import java.util.List;

/**
 * NSGA-II, a genetic algorithm for several goals at once (Deb, Pratap, Agarwal and Meyarivan, 2002, IEEE Transactions on
 * Evolutionary Computation 6(2)): what nobody beats lives on, where it is crowded the lonelier ones. For spaces of all kinds;
 * {@code require} draws children again, failed trials rank last. Each generation is of new children, mutated each in about one
 * gene; the best of them and their parents are the next parents.
 *
 * <pre>{@code
 * List<Goal> goals = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
 * Tuning tuning = Tuning.of(goals, space, objective).sampler(new NsgaSampler()).trials(1000);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}. Immutable, for any thread.
 *
 * @param population points of a generation, 2 to 10,000
 * @param crossover probability that a pair is crossed, in [0, 1]
 * @param mate how
 * @param mutate how a gene changes
 */
public record NsgaSampler(int population, double crossover, Crossover mate, Mutation mutate) implements Sampler {
    public NsgaSampler {
        Settings.population(population, "50");
        Settings.probability("Crossover", crossover, "0.9");
    }

    /** Population 50, simulated binary crossover 0.9 and polynomial mutation, both with eta 20. */
    public NsgaSampler() {
        this(50, 0.9, new Crossover.Simulated(20), new Mutation.Polynomial(20));
    }

    /** With another {@link #population}. */
    public NsgaSampler withPopulation(int value) {
        return new NsgaSampler(value, crossover, mate, mutate);
    }

    @Override
    public boolean hearsAllGoals() {
        return true;
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public Search start(Question question, Seed seed) {
        Genes genes = Genes.of(question.space());
        double gene = 1.0 / Math.max(1, genes.axes().size());
        Variation variation = new Variation(genes, mate, crossover, mutate, 1, gene, 2);
        return Generations.of(
                new Evolved(new Crowded(population), variation, new Founders(question), population, false, List.of()),
                seed);
    }
}
