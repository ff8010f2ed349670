package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Observation;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)");

    /** Losses fall up to trial {@code best} and rise behind it. */
    private static List<Observation> line(int n, int best) {
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    double[] u = {(i + 0.5) / n};
                    return new Observation(SPACE.decode(u), u, Math.abs(i - best), Double.NaN, true);
                })
                .toList();
    }

    @Test
    void fewTrialsAreAllLookedAtAndEverywhere() {
        List<Observation> heard = line(50, 7);
        Region region = Region.of(heard, new Embedding(SPACE), 50);
        assertThat(region.heard()).isEqualTo(heard);
        assertThat(region.low()).containsExactly(0);
        assertThat(region.high()).containsExactly(1);
    }

    @Test
    void ofManyTheNearestToTheBestInTheirOrder() {
        List<Observation> heard = line(51, 20);
        Region region = Region.of(heard, new Embedding(SPACE), 11);
        assertThat(region.heard()).isEqualTo(heard.subList(15, 26));
        assertThat(region.low()).containsExactly(15.5 / 51);
        assertThat(region.high()).containsExactly(25.5 / 51);
    }

    @Test
    void aBestAtTheEdgeMovesTheBox() {
        Region region = Region.of(line(51, 20).subList(20, 51), new Embedding(SPACE), 11);
        assertThat(region.low()[0]).isCloseTo(18.0 / 51, within(1e-12));
        assertThat(region.high()).containsExactly(30.5 / 51);
    }

    @Test
    void aPrunedTrialIsTheBestOnlyWhereNoneIsComplete() {
        List<Observation> pruned = line(9, 2).stream()
                .map(o -> new Observation(o.point(), o.place(), o.loss() - 100, Double.NaN, false))
                .toList();
        List<Observation> all =
                Stream.concat(pruned.stream(), line(9, 7).stream().skip(4)).toList();
        Region region = Region.of(all, new Embedding(SPACE), 5);
        assertThat(region.contenders()).allMatch(i -> region.heard().get(i).complete());
        assertThat(region.heard()).contains(all.get(9 + 3));
        assertThat(Region.of(pruned, new Embedding(SPACE), 9).contenders()).hasSize(9);
    }

    @Test
    void whatIsInactiveInAllOfThemMayTakeAnyValue() {
        SearchSpace space = SpaceText.parse("a in {p, q}\nx ~ uniform(0, 1) if a == q");
        List<Observation> heard = IntStream.range(0, 9)
                .mapToObj(i -> {
                    double[] u = space.encode(space.decode(new double[] {0.1, 0.2}));
                    return new Observation(space.decode(new double[] {0.1, 0.2}), u, i, Double.NaN, true);
                })
                .toList();
        Region region = Region.of(heard, new Embedding(space), 4);
        assertThat(region.heard()).hasSize(4);
        assertThat(region.low()[1]).isZero();
        assertThat(region.high()[1]).isEqualTo(1);
    }

    @Test
    void aPartIsHalfAsWideAndInside() {
        Region whole = new Region(List.of(), new double[] {0, 0.2}, new double[] {1, 0.6});
        RandomGenerator random = new Seed(1).random();
        double least = 1;
        double most = 0;
        for (int i = 0; i < 100; i++) {
            Region part = whole.part(random);
            for (int c = 0; c < 2; c++) {
                assertThat(part.low()[c]).isGreaterThanOrEqualTo(whole.low()[c]);
                assertThat(part.high()[c]).isLessThanOrEqualTo(whole.high()[c] + 1e-15);
                assertThat(part.high()[c] - part.low()[c])
                        .isCloseTo(0.5 * (whole.high()[c] - whole.low()[c]), within(1e-12));
            }
            least = Math.min(least, part.low()[0]);
            most = Math.max(most, part.high()[0]);
        }
        assertThat(least).isLessThan(0.1);
        assertThat(most).isGreaterThan(0.9);
    }
}
