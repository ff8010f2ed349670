package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
    private static final double[] LINE = {0.02, 0.3, 0.31, 0.31, 0.7, 1};

    private static Mixture mixture(SearchSpace space, double[][] places, TpeSampler settings) {
        double[] weights =
                IntStream.range(0, places.length).mapToDouble(i -> 1 + 0.1 * i).toArray();
        Group all = Group.of(space, settings.together()).get(0);
        return new Mixture(all, space.axes(), places, weights, settings, new Pulse(() -> true));
    }

    private static Mixture line(SearchSpace space, double[] places, TpeSampler settings) {
        return mixture(
                space, Arrays.stream(places).mapToObj(u -> new double[] {u}).toArray(double[][]::new), settings);
    }

    private static double density(Mixture mixture, SearchSpace space, double... u) {
        return Math.exp(mixture.logDensity(u, Cells.of(space.scalars(), u), new Pulse(() -> true)));
    }

    @ParameterizedTest
    @EnumSource(Bandwidth.class)
    void theDensityOfAContinuumIntegratesToOne(Bandwidth bandwidth) {
        SearchSpace space = SpaceText.parse("x ~ logUniform(1e-5, 1)");
        for (double least : new double[] {0.01, 0.2, 1}) {
            Mixture mixture = line(space, LINE, new TpeSampler().withBandwidth(bandwidth, least, false));
            int bins = 20_000;
            double sum = 0;
            for (int i = 0; i < bins; i++) {
                sum += density(mixture, space, (i + 0.5) / bins) / bins;
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k in 1..7",
                "k ~ int(0, 1000)",
                "k ~ logInt(1, 300)",
                "k ~ normal(0, 1, step 0.25)",
                "k ~ uniform(0, 1, step 0.1)",
                "k in {small < medium < large}",
                "k in {a, b, c, d}",
                "k in {alone}"
            })
    void theSharesOfAllValuesAddUpToOne(String text) {
        SearchSpace space = SpaceText.parse(text);
        Scalar scalar = space.scalars().get(0);
        Mixture mixture = line(space, LINE, new TpeSampler());
        double sum = 0;
        for (long k = 0; k < scalar.size().orElseThrow(); k++) {
            sum += density(mixture, space, scalar.encode(scalar.value(k)));
        }
        // Narrow cells use a series that is right to 1e-3 or better; see Bells.
        assertThat(sum).isCloseTo(1, within(1e-4));
    }

    /** Pearson's chi-square at a false alarm of 1e-5 each; the seed is fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"k in 1..7", "k ~ logInt(1, 12)", "k in {a, b, c}"})
    void drawsFollowTheDensity(String text) {
        SearchSpace space = SpaceText.parse(text);
        Scalar scalar = space.scalars().get(0);
        Mixture mixture = line(space, LINE, new TpeSampler());
        int values = (int) scalar.size().orElseThrow();
        List<Object> all = IntStream.range(0, values).mapToObj(scalar::value).toList();
        int[] counts = new int[values];
        RandomGenerator random = new Seed(3).random();
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double[] u = new double[1];
            mixture.draw(u, random);
            counts[all.indexOf(scalar.decode(u[0]))]++;
        }
        double chi = 0;
        for (int k = 0; k < values; k++) {
            double expected = draws * density(mixture, space, scalar.encode(all.get(k)));
            chi += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        assertThat(chi).isLessThan(new ChiSquaredDistribution(values - 1).inverseCumulativeProbability(1 - 1e-5));
    }

    @Test
    void aKernelSpansItsParameters() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");
        double[][] diagonal = {{0.1, 0.1}, {0.9, 0.9}};
        Mixture mixture = mixture(space, diagonal, new TpeSampler().withBandwidth(Bandwidth.SCOTT, 0.01, false));
        assertThat(density(mixture, space, 0.1, 0.1)).isGreaterThan(4 * density(mixture, space, 0.1, 0.9));
    }

    @Test
    void gapsAreThoseToTheFartherNeighbour() {
        assertThat(Bandwidth.NEIGHBOURS.widths(new double[] {0.5, 0.1, 0.25}, 9))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0.25, 0.15, 0.25);
        assertThat(Bandwidth.NEIGHBOURS.widths(new double[] {0.3}, 9)).containsExactly(0.7);
        assertThat(Bandwidth.NEIGHBOURS.widths(new double[] {0.3, 0.3}, 9)).containsExactly(0, 0);
        assertThat(Bandwidth.NEIGHBOURS.widths(new double[0], 9)).isEmpty();
        assertThat(Bandwidth.SCOTT.widths(new double[16], 4)[7]).isCloseTo(0.2 / Math.sqrt(2), within(1e-15));
    }

    @Test
    void withoutTrialsThePriorIsAllThereIs() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\nc in {a, b, c, d}");
        Mixture prior = mixture(space, new double[0][], new TpeSampler());
        // φ(0)/(Φ(½) − Φ(−½)) = 0.3989422804/0.3829249225.
        assertThat(density(prior, space, 0.5, 0.1)).isCloseTo(0.25 * 1.0418290, within(1e-7));
    }
}
