package dev.fettle.kernel.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.Crossover;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.genetic.Mutation;
import dev.fettle.sampler.genetic.NsgaSampler;
import dev.fettle.sampler.gradient.GradientSampler;
import dev.fettle.sampler.gradient.Optimizer;
import dev.fettle.sampler.gradient.PolishedSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(Methods.ALL, Options.ALL);

    /** Of six coordinates. */
    private static final SearchSpace SPACE = SpaceText.parse("w[2][2] ~ normal(0, 1)\nb[2] ~ normal(0, 1)");

    private static Method method(String magic) {
        return Methods.ALL.stream()
                .filter(m -> m.magic().equals(magic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMethodOfTheLanguageIsThere() {
        assertThat(Methods.ALL)
                .extracting(Method::magic)
                .containsExactly(
                        "gridsearch",
                        "randomsearch",
                        "bayesopt",
                        "tpe",
                        "cmaes",
                        "genetic",
                        "swarm",
                        "gradient",
                        "hyperband");
    }

    @Test
    void aGridIsTriedAsAWholeAndHasNoBaseline() {
        Method grid = method("gridsearch");
        assertThat(grid.title()).isEqualTo("Grid search");
        assertThat(total("gridsearch", "")).isEqualTo(Budget.ALL);
        assertThat(grid.exhaustive()).isTrue();
        assertThat(grid.startsWithDefaults()).isFalse();
        assertThat(sampler("gridsearch", "")).isInstanceOf(GridSampler.class);
        assertThat(Header.read(VOCABULARY, grid, List.of("--qmc"), true).mistakes())
                .singleElement()
                .satisfies(m -> assertThat(m.message())
                        .isEqualTo("Option (--qmc) must go with a method that has it. Maybe %%randomsearch."));
    }

    @Test
    void randomSearchHasSixtyTrialsAndABaseline() {
        Method random = method("randomsearch");
        assertThat(random.title()).isEqualTo("Random search");
        assertThat(total("randomsearch", "")).isEqualTo(60);
        assertThat(random.exhaustive()).isFalse();
        assertThat(random.startsWithDefaults()).isTrue();
        assertThat(sampler("randomsearch", "")).isEqualTo(new RandomSampler(false));
        assertThat(sampler("randomsearch", "--qmc")).isEqualTo(new RandomSampler(true));
    }

    @ParameterizedTest
    @CsvSource({"bayesopt, Bayesian optimisation", "tpe, TPE", "cmaes, CMA-ES"})
    void aMethodThatListensHasFiftyTrialsAndABaseline(String magic, String title) {
        Method method = method(magic);
        assertThat(method.title()).isEqualTo(title);
        assertThat(total(magic, "")).isEqualTo(50);
        assertThat(method.exhaustive()).isFalse();
        assertThat(method.startsWithDefaults()).isTrue();
    }

    @Test
    void theSettingsOfAModelAreTheSamplersOwnUnlessTheyAreGiven() {
        assertThat(sampler("bayesopt", "")).isEqualTo(new BayesSampler());
        assertThat(sampler("bayesopt", "-i 7")).isEqualTo(new BayesSampler().withInit(7));
        assertThat(sampler("tpe", "")).isEqualTo(new TpeSampler());
        assertThat(sampler("tpe", "--init 7")).isEqualTo(new TpeSampler().withInit(7));
        assertThat(sampler("tpe", "--init 7 --polish")).isEqualTo(new PolishedSampler(new TpeSampler().withInit(7)));
        assertThat(sampler("bayesopt", "--polish")).isEqualTo(new PolishedSampler(new BayesSampler()));
        assertThat(method("bayesopt").rule().mistakes(values("bayesopt", "--polish --batch 4"), 50))
                .extracting(Mistake::message)
                .containsExactly("--batch (4) must not stand beside --polish, where one trial follows the other. Maybe"
                        + " leave --batch out.");
        assertThat(sampler("cmaes", "")).isEqualTo(new CmaSampler());
        assertThat(sampler("cmaes", "--sigma 0.3")).isEqualTo(new CmaSampler().withSigma(0.3));
    }

    @Test
    void aPopulationHasAsManyTrialsAsItsGenerationsHaveMembers() {
        assertThat(total("genetic", "")).isEqualTo(10_000);
        assertThat(total("genetic", "--method nsga2")).isEqualTo(5_000);
        assertThat(total("genetic", "--population 20 --generations 30")).isEqualTo(600);
        assertThat(total("swarm", "")).isEqualTo(1_800);
        assertThat(total("swarm", "--particles 7 --iterations 3")).isEqualTo(21);
        assertThat(total("swarm", "--particles 10000 --iterations 1000000")).isEqualTo(Budget.ALL - 1);
        assertThat(method("genetic").total().shown()).isEqualTo("population × generations");
        assertThat(method("swarm").startsWithDefaults()).isTrue();
    }

    @Test
    void aGradientHasAsManyTrialsAsItsStepsHaveDifferences() {
        assertThat(total("gradient", "")).isEqualTo(7 + 1000 * 13);
        assertThat(total("gradient", "--steps 3")).isEqualTo(7 + 39);
        assertThat(total("gradient", "--steps 1000000")).isEqualTo(13_000_007);
        assertThat(method("gradient")
                        .total()
                        .by()
                        .applyAsInt(values("gradient", "--steps 30"), new Method.Extent(SPACE, true)))
                .isEqualTo(1 + 12 + 30);
        assertThat(sampler("gradient", "")).isEqualTo(new GradientSampler());
        assertThat(sampler("gradient", "--rate 0.5 --optimizer adam --steps 10 --starts 3 --clip 0.1"))
                .isEqualTo(new GradientSampler()
                        .withRate(0.5)
                        .withOptimizer(Optimizer.ADAM)
                        .withSteps(4)
                        .withClip(0.1));
        assertThat(method("gradient").rule().mistakes(values("gradient", "--steps 20 --trials 50"), 50))
                .extracting(Mistake::message)
                .containsExactly(
                        "--steps (20) must not stand beside --trials, which says the total. Maybe leave --trials"
                                + " out.");
    }

    @Test
    void theSettingsOfThePopulationsReachTheirSamplers() {
        GeneticSampler ga = new GeneticSampler();
        assertThat(sampler("genetic", "")).isEqualTo(ga);
        assertThat(sampler("genetic", "--population 2")).isEqualTo(ga.withPopulation(2));
        assertThat(
                        sampler(
                                "genetic",
                                "--population 10 --crossover 0.9 --mutation 1 --gene 0.3 --sigma 0.2 --tournament 10 --elite 0"))
                .isEqualTo(ga.withPopulation(10)
                        .withCrossover(0.9, new Crossover.TwoPoint())
                        .withMutation(1, 0.3, new Mutation.Gaussian(0.2))
                        .withTournament(10)
                        .withElite(0));
        assertThat(sampler("genetic", "--mate uniform --mutate polynomial"))
                .isEqualTo(ga.withCrossover(0.5, new Crossover.Uniform())
                        .withMutation(0.2, 0.1, new Mutation.Polynomial(20)));
        assertThat(sampler("genetic", "--mate blend")).isEqualTo(ga.withCrossover(0.5, new Crossover.Blend(0.5)));
        assertThat(sampler("genetic", "--method nsga2")).isEqualTo(new NsgaSampler());
        assertThat(sampler("genetic", "--method nsga2 --population 16 --mate two_point --mutate gaussian"))
                .isEqualTo(new NsgaSampler(16, 0.9, new Crossover.TwoPoint(), new Mutation.Gaussian(0.05)));
        assertThat(sampler("swarm", "")).isEqualTo(new SwarmSampler().withParticles(30));
        assertThat(sampler("swarm", "--particles 5 --topology ring"))
                .isEqualTo(new SwarmSampler().withParticles(5).withTopology(SwarmSampler.Topology.RING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genetic | --tournament 101 | --tournament (101) must be at most the population (100). Maybe --tournament 3.",
                "genetic | --population 2 --tournament 3 | --tournament (3) must be at most the population (2). Maybe --tournament 2.",
                "genetic | --elite 100 | --elite (100) must be below the population (100). Maybe --elite 1.",
                "genetic | --generations 20 --trials 50 | --generations (20) must not stand beside --trials, which says the total. Maybe --trials 2000.",
                "genetic | --mutate polynomial --sigma 0.1 | --sigma (0.1) must go with --mutate gaussian.",
                "genetic | --method nsga2 --gene 0.3 | --gene (0.3) must go with --method ga; NSGA-II has no choice.",
                "swarm | --iterations 20 --trials 50 | --iterations (20) must not stand beside --trials, which says the total. Maybe --trials 600."
            })
    void optionsOfPopulationsMustGoTogether(String magic, String line, String message) {
        assertThat(method(magic).rule().mistakes(values(magic, line), 50))
                .extracting(Mistake::message)
                .containsExactly(message);
    }

    private static int total(String magic, String options) {
        return method(magic).total().by().applyAsInt(values(magic, options), new Method.Extent(SPACE, false));
    }

    private static OptionValues values(String magic, String options) {
        List<String> words = options.isEmpty() ? List.of() : List.of(options.split(" "));
        Header header = Header.read(VOCABULARY, method(magic), words, true);
        assertThat(header.mistakes()).isEmpty();
        Map<Option<?>, Object> given = new LinkedHashMap<>();
        header.options().forEach((o, word) -> given.put(o, o.argument().parser().parse(o.written(), word.text())));
        return new OptionValues(header, given);
    }

    private static Sampler sampler(String magic, String options) {
        return method(magic).sampler().apply(values(magic, options));
    }

    @Test
    void aModelThatWouldNeverSpeakIsAMistake() {
        for (String magic : List.of("bayesopt", "tpe")) {
            Method.Rule rule = method(magic).rule();
            assertThat(rule.mistakes(values(magic, "--init 200"), 110))
                    .extracting(Mistake::message)
                    .containsExactly(
                            "--init (200) must be at most the total of trials (110), or the model never speaks."
                                    + " Maybe --init 22.");
            assertThat(rule.mistakes(values(magic, "s --init 111"), 110))
                    .extracting(m -> m.place().column())
                    .containsExactly(("%%" + magic + " s --init ").length() + 1);
            assertThat(rule.mistakes(values(magic, "--init 2"), 1))
                    .extracting(Mistake::message)
                    .allSatisfy(m -> assertThat(m).endsWith("Maybe --init 1."));
            assertThat(rule.mistakes(values(magic, "--init 110"), 110)).isEmpty();
            assertThat(rule.mistakes(values(magic, ""), 1)).isEmpty();
        }
    }

    @Test
    void theCellOfAHelpPageIsACellOfItsMethod() {
        for (Method method : Methods.ALL) {
            String[] parts = method.example().split("\n", 2);
            assertThat(parts[0]).startsWith("%%" + method.magic() + " ");
            List<String> words = List.of(parts[0].split(" "));
            assertThat(Header.read(VOCABULARY, method, words.subList(1, words.size()), true)
                            .mistakes())
                    .isEmpty();
            SpaceText text = SpaceText.read(parts[1], 2, JavaValues.NONE);
            assertThat(text.mistakes()).isEmpty();
            assertThat(text.space().size().isPresent() || !method.exhaustive()).isTrue();
        }
    }
}
