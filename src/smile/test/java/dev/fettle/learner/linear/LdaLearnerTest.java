package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LdaLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new LdaLearner();
    }

    @Test
    void eachSolverReadsItsOwn() {
        assertThat(List.of("solver", "shrinkage", "tol"))
                .filteredOn(h -> learner().reads(h, learner().configure(Map.of())))
                .containsExactly("solver", "tol");
        assertThat(List.of("solver", "shrinkage", "tol"))
                .filteredOn(h -> learner().reads(h, learner().configure(Map.of("solver", "lsqr"))))
                .containsExactly("solver", "shrinkage");
    }

    /** In 64ths, so that the shift itself rounds nothing. */
    private static Dataset shifted(Dataset data, double by) {
        List<Feature> features = new ArrayList<>();
        for (Feature feature : data.features()) {
            double[] x = ((Feature.Numbers) feature).x();
            features.add(new Feature.Numbers(
                    feature.name(),
                    DoubleStream.of(x).map(v -> Math.rint(v * 64) / 64 + by).toArray()));
        }
        return data.with(features);
    }

    @Test
    void whereZeroIsDoesNotMatter() {
        for (String solver : List.of("svd", "lsqr")) {
            double[][] here = predictions(shifted(sets().get(2), 0), Map.of("solver", solver), Fitting.of(new Seed(1)));
            double[][] far =
                    predictions(shifted(sets().get(2), 1e8), Map.of("solver", solver), Fitting.of(new Seed(1)));
            for (int i = 0; i < here.length; i++) {
                assertThat(far[i]).as(solver).containsExactly(here[i], within(1e-5));
            }
        }
    }

    @Test
    void noShrinkageIsAShrinkageOfZero() {
        Dataset data = sets().get(2);
        assertThat(predictions(data, Map.of("solver", "lsqr", "shrinkage", 0), Fitting.of(new Seed(1))))
                .isDeepEqualTo(predictions(data, Map.of("solver", "lsqr"), Fitting.of(new Seed(1))));
    }

    /** Variances stay, and a factor on a feature changes nothing else. */
    @Test
    void shrinkageByItselfHangsOnNoUnit() {
        Centered few = Centered.of(new double[][] {{1, 2}, {2, 1}, {4, 7}});
        double[][] covariance = few.covariance();
        double[][] shrunk = few.shrunkCovariance();
        double[][] wider =
                Centered.of(new double[][] {{1, 20}, {2, 10}, {4, 70}}).shrunkCovariance();
        assertThat(shrunk[0][0]).isCloseTo(covariance[0][0], within(1e-12));
        assertThat(shrunk[0][1]).isPositive().isLessThan(covariance[0][1]);
        assertThat(wider[0][1]).isCloseTo(10 * shrunk[0][1], within(1e-12));
        Centered alone = Centered.of(new double[][] {{1, 2}});
        assertThat(alone.shrunkCovariance()).isDeepEqualTo(new double[2][2]);
    }

    @Test
    void withAllOfTheCovarianceShrunkTheNearestMeanIsTold() {
        Dataset data = sets().get(2);
        double[][] said = predictions(data, Map.of("solver", "lsqr", "shrinkage", 1), Fitting.of(new Seed(1)));
        double[][] means = Groups.of(data).rows().stream().map(Centered::means).toArray(double[][]::new);
        for (int i = 0; i < data.rows(); i++) {
            double[] square = new double[3];
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < 3; j++) {
                    square[k] += Math.pow(data.x()[i][j] - means[k][j], 2);
                }
            }
            for (int k = 1; k < 3; k++) {
                assertThat(said[i][k] > said[i][0]).isEqualTo(square[k] < square[0]);
            }
        }
    }
}
