package dev.fettle.kernel.method;

import dev.fettle.kernel.method.Operators.Mate;
import dev.fettle.kernel.method.Operators.Mutate;
import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.genetic.NsgaSampler;
import dev.fettle.space.text.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code %%genetic}: generations of points that inherit from the better ones; NSGA-II for several goals. */
final class Genetic {
    private static final GeneticSampler GA = new GeneticSampler();
    private static final NsgaSampler NSGA = new NsgaSampler();

    /** {@code --method}: who lives on. */
    private enum Kind {
        GA,
        NSGA2
    }

    private static final Option<Kind> KIND = Option.of(
            Group.SEARCH,
            "method",
            Argument.word(List.of(Kind.values())),
            Kind.GA,
            "nsga2 is NSGA-II, which hears several goals");

    private static final Option<Integer> POPULATION = both(
            "population",
            Argument.count("N", 2, 10_000).maybe("--population 100"),
            GA.population(),
            NSGA.population(),
            "points of a generation");

    private static final Option<Integer> GENERATIONS =
            Generations.option("generations", 100, "how many there are; together with the population the trials");

    private static final Option<Double> CROSSOVER = both(
            "crossover",
            Argument.probability("P").maybe("--crossover 0.5"),
            GA.crossover(),
            NSGA.crossover(),
            "probability that two parents are mixed");

    private static final Option<Mate> MATE =
            both("mate", Argument.word(List.of(Mate.values())), Mate.TWO_POINT, Mate.SBX, "how they are mixed");

    private static final Option<Double> MUTATION = Option.of(
            Group.SEARCH,
            "mutation",
            Argument.probability("P").maybe("--mutation 0.2"),
            GA.mutation(),
            "probability that a child is mutated");

    private static final Option<Double> GENE = Option.of(
            Group.SEARCH,
            "gene",
            Argument.probability("P").maybe("--gene 0.1"),
            GA.gene(),
            "probability that one of its genes is; one at least");

    private static final Option<Mutate> MUTATE = both(
            "mutate",
            Argument.word(List.of(Mutate.values())),
            Mutate.GAUSSIAN,
            Mutate.POLYNOMIAL,
            "how a gene is mutated");

    private static final Option<Double> SIGMA = Option.of(
            Group.SEARCH,
            "sigma",
            Argument.positive("0.05", 1).maybe("--sigma 0.05"),
            0.05,
            "deviation of a Gaussian step, as a share of each range");

    private static final Option<Optional<Integer>> TOURNAMENT = Option.optional(
                    Group.SEARCH,
                    "tournament",
                    Argument.count("N", 1).maybe("--tournament 3"),
                    "how many compete to be a parent")
            .withShown(method -> String.valueOf(GA.tournament()));

    private static final Option<Optional<Integer>> ELITE = Option.optional(
                    Group.SEARCH,
                    "elite",
                    Argument.count("N", 0).maybe("--elite 1"),
                    "how many of the best may be parents once more")
            .withShown(method -> String.valueOf(GA.elite()));

    /** What NSGA-II has no choice of. */
    private static final List<Option<?>> OF_GA = List.of(MUTATION, GENE, TOURNAMENT, ELITE);

    static final Method METHOD = new Method(
                    "genetic",
                    "Genetic algorithm",
                    "has the better points of a generation breed the next one: for thousands of cheap trials, and for several"
                            + " goals",
                    """
                    %%genetic weights --population 50 --generations 40
                    w[5] ~ uniform(-10, 10)
                    minimize loss
                    double sum = 0;     // any Java of the notebook; an expression will do
                    for (double v : w) sum += 10 + v * v - 10 * Math.cos(2 * Math.PI * v);
                    return sum;
                    """,
                    List.of(
                            KIND,
                            POPULATION,
                            GENERATIONS,
                            CROSSOVER,
                            MATE,
                            MUTATION,
                            GENE,
                            MUTATE,
                            SIGMA,
                            TOURNAMENT,
                            ELITE),
                    1,
                    false,
                    true,
                    values -> values.get(KIND) == Kind.GA ? ga(values) : nsga(values))
            .withTitles(values -> values.get(KIND) == Kind.GA ? Genetic.METHOD.title() : "NSGA-II")
            .withTotal(Method.Total.product(POPULATION, GENERATIONS))
            .withRule(Genetic::mistakes);

    private Genetic() {}

    /** An option whose standard value is another for NSGA-II. */
    private static <T> Option<T> both(String id, Argument<T> argument, T ga, T nsga, String meaning) {
        Option<T> option = Option.of(Group.SEARCH, id, argument, ga, meaning);
        Option<T> other = Option.of(Group.SEARCH, id, argument, nsga, meaning);
        return option.withStandard(header -> isNsga(header) ? nsga : ga)
                .withShown(method -> option.shown().apply(method) + "; nsga2: "
                        + other.shown().apply(method));
    }

    private static boolean isNsga(Header header) {
        return header.option(KIND).filter(word -> word.text().equals("nsga2")).isPresent();
    }

    private static Sampler ga(OptionValues values) {
        GeneticSampler sampler = GA.withPopulation(values.get(POPULATION))
                .withCrossover(values.get(CROSSOVER), values.get(MATE).crossover())
                .withMutation(
                        values.get(MUTATION),
                        values.get(GENE),
                        values.get(MUTATE).mutation(values.get(SIGMA)));
        GeneticSampler competing =
                values.get(TOURNAMENT).map(sampler::withTournament).orElse(sampler);
        return values.get(ELITE).map(competing::withElite).orElse(competing);
    }

    private static Sampler nsga(OptionValues values) {
        return new NsgaSampler(
                values.get(POPULATION),
                values.get(CROSSOVER),
                values.get(MATE).crossover(),
                values.get(MUTATE).mutation(values.get(SIGMA)));
    }

    private static List<Mistake> mistakes(OptionValues values, int trials) {
        List<Mistake> mistakes = new ArrayList<>();
        Generations.clash(values, GENERATIONS, POPULATION).ifPresent(mistakes::add);
        if (values.get(MUTATE) != Mutate.GAUSSIAN) {
            say(mistakes, values, SIGMA, "must go with --mutate gaussian.");
        }
        if (isNsga(values.header())) {
            OF_GA.forEach(option -> say(mistakes, values, option, "must go with --method ga; NSGA-II has no choice."));
        }
        sizes(mistakes, values, values.get(POPULATION));
        return mistakes;
    }

    private static void sizes(List<Mistake> mistakes, OptionValues values, int population) {
        values.get(TOURNAMENT)
                .filter(size -> size > population)
                .ifPresent(size -> say(
                        mistakes,
                        values,
                        TOURNAMENT,
                        "must be at most the population (" + population + "). Maybe --tournament "
                                + Math.min(GA.tournament(), population) + "."));
        values.get(ELITE)
                .filter(size -> size >= population)
                .ifPresent(size -> say(
                        mistakes,
                        values,
                        ELITE,
                        "must be below the population (" + population + "). Maybe --elite 1."));
    }

    private static void say(List<Mistake> mistakes, OptionValues values, Option<?> option, String must) {
        values.header()
                .option(option)
                .map(word -> word.says(option.written() + " (" + word.text() + ") " + must))
                .ifPresent(mistakes::add);
    }
}
