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
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(Methods.ALL, Options.ALL);

    private static Method method(String magic) {
        return Methods.ALL.stream()
                .filter(m -> m.magic().equals(magic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMethodOfTheLanguageIsThereOrComesLater() {
        List<String> names =
                new ArrayList<>(Methods.ALL.stream().map(Method::magic).toList());
        assertThat(names).containsExactly("gridsearch", "randomsearch", "bayesopt", "tpe", "cmaes");
        names.addAll(Methods.LATER);
        assertThat(names)
                .containsExactlyInAnyOrder(
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
        assertThat(grid.trials()).isEqualTo(Budget.ALL);
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
        assertThat(random.trials()).isEqualTo(60);
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
        assertThat(method.trials()).isEqualTo(50);
        assertThat(method.exhaustive()).isFalse();
        assertThat(method.startsWithDefaults()).isTrue();
    }

    @Test
    void theSettingsOfAModelAreTheSamplersOwnUnlessTheyAreGiven() {
        assertThat(sampler("bayesopt", "")).isEqualTo(new BayesSampler());
        assertThat(sampler("bayesopt", "-i 7")).isEqualTo(new BayesSampler().withInit(7));
        assertThat(sampler("tpe", "")).isEqualTo(new TpeSampler());
        assertThat(sampler("tpe", "--init 7")).isEqualTo(new TpeSampler().withInit(7));
        assertThat(sampler("cmaes", "")).isEqualTo(new CmaSampler());
        assertThat(sampler("cmaes", "--sigma 0.3")).isEqualTo(new CmaSampler().withSigma(0.3));
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
