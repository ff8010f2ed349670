package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {
    private static final SearchSpace MIXED =
            SpaceText.parse("x ~ uniform(0, 1)\nk in 1..50\na in {p, q, r}\ny ~ logUniform(1e-6, 1)");

    @Test
    void aFlatLandscapeIsLeftWithTwiceThePopulation() {
        List<Told> told = Runs.run(new CmaSampler(), MIXED, 1, 100, p -> 7);
        List<String> origins =
                told.stream().map(t -> t.trial().proposal().origin()).toList();
        assertThat(origins.subList(0, 8)).containsOnly("generation 1");
        assertThat(origins.subList(16, 24)).containsOnly("generation 3");
        assertThat(origins.subList(24, 40)).containsOnly("restart 1, generation 1");
        assertThat(origins.subList(72, 100)).containsOnly("restart 2, generation 1");
    }

    @Test
    void thePopulationMayStayAsItIs() {
        List<Told> told = Runs.run(new CmaSampler().withGrowth(1), MIXED, 1, 60, p -> 7);
        assertThat(told.get(32).trial().proposal().origin()).isEqualTo("restart 1, generation 2");
    }

    @Test
    void aSearchThatHasConvergedBeginsAgain() {
        List<Told> told = Runs.run(new CmaSampler(), Runs.cube(2), 1, 1500, p -> {
            double[] x = Runs.vector(p);
            return x[0] * x[0] + x[1] * x[1];
        });
        assertThat(Runs.origins(told)).contains("restart 1, generation 1");
        assertThat(Runs.best(told)).isLessThan(1e-15);
    }

    @Test
    void allMayFail() {
        List<Told> told = Runs.run(new CmaSampler(), MIXED, 1, 100, p -> Double.NaN);
        assertThat(told).hasSize(100);
        assertThat(Runs.origins(told)).contains("restart 1, generation 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, -1e300, 1e-300, 1.7e308})
    void lossesOfAnySizeAreRanked(double size) {
        List<Told> told =
                Runs.run(new CmaSampler(), MIXED, 2, 300, p -> size * (0.1 + p.real("x") / 2 + p.whole("k") / 200.0));
        assertThat(told).hasSize(300).allMatch(t -> MIXED.allows(t.trial().point()));
        assertThat(told.subList(200, 300).stream()
                        .mapToDouble(t -> t.trial().point().real("x") * Math.signum(size))
                        .average()
                        .orElseThrow())
                .isLessThan(size > 0 ? 0.2 : -0.8);
    }

    @Test
    void lossesOfAllSizesAtOnceAreToo() {
        double[] sizes = {1e300, -1e300, 1e-300, 0.0, -0.0, Double.NaN, Double.MAX_VALUE, -Double.MAX_VALUE};
        List<Told> told =
                Runs.run(new CmaSampler(), MIXED, 2, 400, p -> sizes[Math.floorMod(p.hashCode(), sizes.length)]);
        assertThat(told).hasSize(400);
    }

    @Test
    void aCliffOfFailuresIsAvoided() {
        List<Told> told =
                Runs.run(new CmaSampler(), MIXED, 3, 200, p -> p.real("x") > 0.3 ? Double.NaN : 1 - p.real("x"));
        assertThat(told.subList(100, 200))
                .filteredOn(Told.Lost.class::isInstance)
                .hasSizeLessThan(60);
        assertThat(Runs.best(told)).isBetween(0.7, 0.72);
    }

    /** One in five of the space is worse, so that hardly a generation is flat from end to end. */
    @Test
    void aPlateauWidensTheStepAsFarAsTheCube() {
        List<Told> told = Runs.run(new CmaSampler(), Runs.cube(3), 3, 400, p -> Runs.vector(p)[0] > 0.6 ? 1 : 0);
        List<Spread> spreads =
                new CmaSampler().start(Runs.question(Runs.cube(3)), new Seed(3)).spreads(told);
        assertThat(spreads.stream().mapToDouble(Spread::sigma).max().orElseThrow())
                .isBetween(0.5, 3.0);
    }
}
