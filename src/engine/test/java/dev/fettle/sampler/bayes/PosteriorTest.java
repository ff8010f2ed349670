package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)\nc in {a, b, d}");
    private static final Embedding EMBEDDING = new Embedding(SPACE);
    private static final Kernel KERNEL = new Kernel(new double[] {0.3, 0.9, 1.4}, 1.7, 1e-3, 0.5);

    private static final Warp NONE = Warp.of(new double[0], View.STRAIGHT);

    private static double[] place(RandomGenerator random) {
        double[] u = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        return SPACE.encode(SPACE.decode(u));
    }

    private static Data data(int n, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[][] columns = new double[EMBEDDING.features()][n];
        double[] y = new double[n];
        double[] known = new double[n];
        for (int i = 0; i < n; i++) {
            double[] z = EMBEDDING.of(place(random));
            for (int f = 0; f < z.length; f++) {
                columns[f][i] = z[f];
            }
            y[i] = random.nextGaussian();
            known[i] = 0.01 * random.nextDouble();
        }
        return new Data(columns, y, known, NONE);
    }

    private static Data first(Data data, int n) {
        return new Data(
                Arrays.stream(data.columns()).map(c -> Arrays.copyOf(c, n)).toArray(double[][]::new),
                Arrays.copyOf(data.y(), n),
                Arrays.copyOf(data.known(), n),
                NONE);
    }

    private static Posterior posterior(Data data) {
        return Objects.requireNonNull(Posterior.of(EMBEDDING, KERNEL, data));
    }

    private static double[] place(Data data, int i) {
        return Arrays.stream(data.columns()).mapToDouble(c -> c[i]).toArray();
    }

    /** One trial: mean k/(s + v)·y, variance s − k²/(s + v). */
    @Test
    void oneTrialByHand() {
        Data data = data(1, 1);
        double v = 1e-3 + 0.5 * data.known()[0] + 1.7e-10;
        Posterior.Belief there = posterior(data).at(place(data, 0));
        assertThat(there.mean()).isCloseTo(1.7 / (1.7 + v) * data.y()[0], within(1e-12));
        assertThat(there.sd()).isCloseTo(Math.sqrt(1.7 - 1.7 * 1.7 / (1.7 + v)), within(1e-9));
        Posterior.Belief far = posterior(
                        new Data(new double[][] {{1e3}, {0}, {0}, {0}, {0}}, data.y(), data.known(), NONE))
                .at(new double[5]);
        assertThat(far.mean()).isCloseTo(0, within(1e-12));
        assertThat(far.sd()).isCloseTo(Math.sqrt(1.7), within(1e-12));
    }

    /** What is expected is no news: a trial that comes out as believed leaves all beliefs where they are, but surer. */
    @Test
    void aFantasyOfTheMeanMovesNoMean() {
        Data data = data(12, 2);
        Posterior before = posterior(data);
        double[] z = EMBEDDING.of(place(new Seed(5).random()));
        Posterior after = before.plus(z, KERNEL.noise());
        assertThat(after.at(z).sd()).isLessThan(0.1 * before.at(z).sd());
        RandomGenerator random = new Seed(6).random();
        for (int i = 0; i < 20; i++) {
            double[] there = EMBEDDING.of(place(random));
            assertThat(after.at(there).mean()).isCloseTo(before.at(there).mean(), within(1e-9));
            assertThat(after.at(there).sd())
                    .isLessThanOrEqualTo(before.at(there).sd() + 1e-9);
        }
    }

    @Test
    void oneMoreIsLikeAllAtOnce() {
        Data all = new Data(data(9, 3).columns(), data(9, 3).y(), new double[9], NONE);
        double[] last = place(all, 8);
        Posterior before = posterior(first(all, 8));
        all.y()[8] = before.at(last).mean();
        RandomGenerator random = new Seed(6).random();
        for (int i = 0; i < 20; i++) {
            double[] z = EMBEDDING.of(place(random));
            Posterior.Belief grown = before.plus(last, KERNEL.noise()).at(z);
            assertThat(grown.mean()).isCloseTo(posterior(all).at(z).mean(), within(1e-9));
            assertThat(grown.sd()).isCloseTo(posterior(all).at(z).sd(), within(1e-9));
        }
    }

    /** Bayes' rule: believing the first and then the last is believing all. */
    @Test
    void aTrialMoreIsTheJointPosterior() {
        Data all = data(9, 3);
        Posterior before = posterior(first(all, 8));
        double[] last = place(all, 8);
        Posterior.Belief there = before.at(last);
        double noise = 1e-3 + 0.5 * all.known()[8] + 1.7e-10;
        double[] z = EMBEDDING.of(place(new Seed(8).random()));
        double covariance = covariance(first(all, 8), z, last);
        double gain = covariance / (there.sd() * there.sd() + noise);
        Posterior.Belief joint = posterior(all).at(z);
        assertThat(joint.mean()).isCloseTo(before.at(z).mean() + gain * (all.y()[8] - there.mean()), within(1e-9));
        double variance = before.at(z).sd() * before.at(z).sd() - gain * covariance;
        assertThat(joint.sd() * joint.sd()).isCloseTo(variance, within(1e-9));
    }

    /** The posterior covariance of two places by polarisation of means: it is linear in a y of one trial. */
    private static double covariance(Data data, double[] z, double[] w) {
        // With y = k(·, w) the mean at z is what the trials explain of k(z, w).
        double[] y = new double[data.size()];
        double[][] columns = data.columns();
        double[] weights = KERNEL.weights(EMBEDDING);
        double[] d = Distances.to(columns, weights, w, data.size());
        dev.fettle.math.Matern.values(d, d.length);
        Arrays.setAll(y, i -> 1.7 * d[i]);
        double explained =
                posterior(new Data(columns, y, data.known(), NONE)).at(z).mean();
        double[][] one = Arrays.stream(w).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        double[] prior = Distances.to(one, weights, z, 1);
        dev.fettle.math.Matern.values(prior, 1);
        return 1.7 * prior[0] - explained;
    }

    @Test
    void slopesAreThoseOfTheBeliefs() {
        Posterior posterior = posterior(data(15, 4));
        double[] z = EMBEDDING.of(place(new Seed(9).random()));
        int[] features = {0, 1};
        double[] means = new double[2];
        double[] sds = new double[2];
        Posterior.Belief here = posterior.at(z, features, means, sds);
        assertThat(here.mean()).isCloseTo(posterior.at(z).mean(), within(1e-12));
        assertThat(here.sd()).isCloseTo(posterior.at(z).sd(), within(1e-12));
        double h = 1e-5;
        for (int f = 0; f < 2; f++) {
            double[] right = z.clone();
            double[] left = z.clone();
            right[f] += h;
            left[f] -= h;
            double mean = (posterior.at(right).mean() - posterior.at(left).mean()) / (2 * h);
            double sd = (posterior.at(right).sd() - posterior.at(left).sd()) / (2 * h);
            assertThat(means[f]).isCloseTo(mean, within(1e-7 * Math.max(1, Math.abs(mean))));
            assertThat(sds[f]).isCloseTo(sd, within(1e-6 * Math.max(1, Math.abs(sd))));
        }
    }

    @Test
    void manyPlacesAreManyTimesOne() {
        Posterior posterior = posterior(data(11, 5));
        Data places = data(7, 6);
        double[] means = new double[7];
        double[] sds = new double[7];
        posterior.at(places.columns(), 7, means, sds);
        for (int i = 0; i < 7; i++) {
            Posterior.Belief one = posterior.at(place(places, i));
            assertThat(means[i]).isCloseTo(one.mean(), within(1e-12));
            assertThat(sds[i]).isCloseTo(one.sd(), within(1e-12));
        }
    }

    @Test
    void theSamePlaceManyTimesIsFactoredWithJitter() {
        Kernel exact = new Kernel(new double[] {1, 1, 1}, 1, 1e-18, 0);
        Data same = new Data(new double[5][40], new double[40], new double[40], NONE);
        assertThat(Posterior.of(EMBEDDING, exact, same)).isNotNull();
    }
}
