package dev.fettle.kernel.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.cell.Options;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(names).containsExactly("gridsearch", "randomsearch");
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

    private static Sampler sampler(String magic, String option) {
        Header header = Header.read(VOCABULARY, method(magic), option.isEmpty() ? List.of() : List.of(option), true);
        Map<Option<?>, Object> given = new LinkedHashMap<>();
        header.options().keySet().forEach(o -> given.put(o, true));
        return method(magic).sampler().apply(new OptionValues(header, given));
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
