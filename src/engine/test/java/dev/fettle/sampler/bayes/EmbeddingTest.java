package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static double squared(SearchSpace space, Map<String, ?> a, Map<String, ?> b) {
        Embedding embedding = new Embedding(space);
        double[] x = embedding.of(space.encode(space.canonical(a)));
        double[] y = embedding.of(space.encode(space.canonical(b)));
        assertThat(x).hasSize(embedding.features());
        double sum = 0;
        for (int f = 0; f < x.length; f++) {
            sum += (x[f] - y[f]) * (x[f] - y[f]);
        }
        return sum;
    }

    @Test
    void numbersDifferByTheirDistance() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 10)");
        assertThat(squared(space, Map.of("x", 2.0), Map.of("x", 5.0))).isCloseTo(0.09, within(1e-15));
    }

    @Test
    void valuesWithoutOrderDifferByOneWhateverTheyAre() {
        for (SearchSpace space : new SearchSpace[] {
            SearchSpace.of(Choice.of("c", "a", "b")), SearchSpace.of(Choice.of("c", "a", "b", "d", "e"))
        }) {
            Choice choice = (Choice) space.parameters().get(0);
            for (Object a : choice.values()) {
                for (Object b : choice.values()) {
                    assertThat(squared(space, Map.of("c", a), Map.of("c", b)))
                            .isCloseTo(a.equals(b) ? 0 : 1, within(1e-15));
                }
            }
        }
    }

    @Test
    void whatIsInactiveInBothIsNoDistance() {
        SearchSpace space =
                SpaceText.parse("s in {sgd, adam}\nm ~ uniform(0, 1) if s == sgd\nb ~ uniform(0, 1) if s == adam");
        double same = squared(space, Map.of("s", "sgd", "m", 0.1), Map.of("s", "sgd", "m", 0.3));
        assertThat(same).isCloseTo(0.04, within(1e-15));
        double other = squared(space, Map.of("s", "sgd", "m", 0.5), Map.of("s", "adam", "b", 0.5));
        assertThat(other).isCloseTo(1 + 0.25 + 0.25, within(1e-15));
    }

    @Test
    void everyElementOfAnArrayHasItsOwnFeature() {
        SearchSpace space = SpaceText.parse("w[3] ~ uniform(0, 1)");
        assertThat(new Embedding(space).features()).isEqualTo(3);
        Point point = space.decode(new double[] {0.1, 0.2, 0.3});
        assertThat(new Embedding(space).of(space.encode(point))).containsExactly(0.1, 0.2, 0.3);
    }
}
