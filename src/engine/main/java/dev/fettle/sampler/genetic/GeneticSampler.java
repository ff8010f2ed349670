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
 * A genetic algorithm for spaces of all kinds (Holland, 1975; the loop as eaSimple of DEAP, with elites): a first generation by
 * chance, then tournaments choose parents among those whose trials have ended, pairs are crossed, children mutated, and take
 * the place of their parents. All happens in the unit cube, and so in the scale of each parameter. A child like one before it
 * is a trial that shares the score of that. Of several goals the first one counts, see {@link NsgaSampler}. Trials that were
 * told before the first proposal may be parents of the second generation. Failed trials rank last, pruned ones in front of them
 * by their last report.
 *
 * <pre>{@code
 * Sampler sampler = new GeneticSampler().withPopulation(50).withTournament(2);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}. Immutable, for any thread.
 *
 * @param population points of a generation, 2 to 10,000
 * @param crossover probability that a pair is crossed, in [0, 1]
 * @param mate how
 * @param mutation probability that a child is mutated, in [0, 1]
 * @param gene probability that a gene of such a child is, in [0, 1]; one at least
 * @param mutate how
 * @param tournament how many compete to be a parent, 1 to {@link #population}
 * @param elite so many of the best compete beside the generation that follows theirs, 0 or more, below {@link #population}
 */
public record GeneticSampler(
        int population,
        double crossover,
        Crossover mate,
        double mutation,
        double gene,
        Mutation mutate,
        int tournament,
        int elite)
        implements Sampler {
    public GeneticSampler {
        Settings.population(population, "100");
        Settings.probability("Crossover", crossover, "0.5");
        Settings.probability("Mutation", mutation, "0.2");
        Settings.probability("Gene", gene, "0.1");
        Settings.require(
                tournament >= 1 && tournament <= population,
                "Tournament",
                tournament,
                "lie in [1, " + population + "], as the population has no more. Maybe " + Math.min(3, population)
                        + ".");
        Settings.require(
                elite >= 0 && elite < population, "Elite", elite, "lie in [0, " + (population - 1) + "]. Maybe 1.");
    }

    /** Population 100, two-point crossover 0.5, mutation 0.2 of 0.1 of the genes by a twentieth of the range, tournament 3, elite 1. */
    public GeneticSampler() {
        this(100, 0.5, new Crossover.TwoPoint(), 0.2, 0.1, new Mutation.Gaussian(0.05), 3, 1);
    }

    /** With another {@link #population}; the tournament and the elite shrink with it where they must. */
    public GeneticSampler withPopulation(int value) {
        int most = Math.max(1, value);
        return new GeneticSampler(
                value, crossover, mate, mutation, gene, mutate, Math.min(tournament, most), Math.min(elite, most - 1));
    }

    /** With another probability and way of crossing. */
    public GeneticSampler withCrossover(double probability, Crossover how) {
        return new GeneticSampler(population, probability, how, mutation, gene, mutate, tournament, elite);
    }

    /** With other probabilities and another way of mutating. */
    public GeneticSampler withMutation(double probability, double each, Mutation how) {
        return new GeneticSampler(population, crossover, mate, probability, each, how, tournament, elite);
    }

    /** With another {@link #tournament}. */
    public GeneticSampler withTournament(int value) {
        return new GeneticSampler(population, crossover, mate, mutation, gene, mutate, value, elite);
    }

    /** With another {@link #elite}. */
    public GeneticSampler withElite(int value) {
        return new GeneticSampler(population, crossover, mate, mutation, gene, mutate, tournament, value);
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public Search start(Question question, Seed seed) {
        Variation variation =
                new Variation(Genes.of(question.space()), mate, crossover, mutate, mutation, gene, tournament);
        return Generations.of(
                new Evolved(new Fittest(elite), variation, new Founders(question), population, false, List.of()), seed);
    }
}
