package dev.fettle.sampler.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.run.Tuning;
import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.History;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneticSamplerTest implements SamplerContract, AnySpaceContract {
    private static final SearchSpace CUBE = SpaceText.parse("w[10] ~ uniform(-10, 10)");

    @Override
    public Sampler sampler() {
        return new GeneticSampler();
    }

    private static double sphere(Point point) {
        return Arrays.stream(point.reals("w")).map(v -> v * v).sum();
    }

    private static double rastrigin(Point point) {
        return Arrays.stream(point.reals("w"))
                .map(v -> 10 + v * v - 10 * StrictMath.cos(2 * Math.PI * v))
                .sum();
    }

    private static History run(long seed, int jobs, ToDoubleFunction<Point> loss) {
        return Tuning.minimize("loss", CUBE, loss)
                .sampler(new GeneticSampler())
                .seed(seed)
                .jobs(jobs)
                .trials(10_000)
                .run();
    }

    private static double best(History history) {
        return history.best().orElseThrow().score().value();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aHundredGenerationsFindTheBottomOfSphereAndRastrigin(long seed) {
        assertThat(best(run(seed, 1, GeneticSamplerTest::sphere))).isLessThan(1);
        assertThat(best(run(seed, 1, GeneticSamplerTest::rastrigin))).isLessThan(30);
    }

    @Test
    void unchangedClonesAreNotRunAgain() {
        History history = run(1, 1, GeneticSamplerTest::sphere);
        assertThat(history.size()).isEqualTo(10_000);
        assertThat(history.evaluated())
                .hasSize((int) points(history).stream().distinct().count());
        // Of 9,900 children a fifth is mutated, and new; three fifths are crossed or mutated: each within four
        // deviations.
        assertThat(history.evaluated().size()).isBetween(100 + 1_980 - 160, 100 + 5_940 + 195);
    }

    @Test
    void theTableIsTheSameAtAnyJobs() {
        List<Point> one = points(run(7, 1, GeneticSamplerTest::sphere));
        assertThat(points(run(7, 2, GeneticSamplerTest::sphere))).isEqualTo(one);
        assertThat(points(run(7, 8, GeneticSamplerTest::sphere))).isEqualTo(one);
    }

    private static List<Point> points(History history) {
        return history.trials().stream().map(t -> t.point()).toList();
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new GeneticSampler().withPopulation(1))
                .hasMessage("Population (1) must lie in [2, 10000]. Maybe 100.");
        assertThatThrownBy(() -> new GeneticSampler().withTournament(101))
                .hasMessage("Tournament (101) must lie in [1, 100], as the population has no more. Maybe 3.");
        assertThatThrownBy(() -> new GeneticSampler().withElite(100))
                .hasMessage("Elite (100) must lie in [0, 99]. Maybe 1.");
        assertThatThrownBy(() -> new GeneticSampler().withCrossover(1.5, new Crossover.Uniform()))
                .hasMessage("Crossover (1.5) must lie in [0, 1]. Maybe 0.5.");
        assertThatThrownBy(() -> new Mutation.Gaussian(0)).hasMessage("Sigma (0.0) must lie in (0, 1]. Maybe 0.05.");
        assertThatThrownBy(() -> new Crossover.Simulated(Double.NaN)).hasMessageStartingWith("Eta (NaN) must");
    }
}
