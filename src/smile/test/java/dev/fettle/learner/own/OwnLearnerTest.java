package dev.fettle.learner.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.classification.Classifier;
import smile.classification.KNN;
import smile.regression.Regression;

class OwnLearnerTest {
    private static final Dataset IRIS = Bundled.dataset("iris", null);
    private static final Dataset DIABETES = Bundled.dataset("diabetes", null);

    private static Learner classes(Trainer.OfClasses trainer) {
        return new OwnLearner("mine", trainer);
    }

    private static Learner values(Trainer.OfValues trainer) {
        return new OwnLearner("mine", trainer);
    }

    private static Model fit(Learner learner, Map<String, ?> values, Dataset data) {
        return learner.fit(learner.configure(values), data, Fitting.of(new Seed(9)));
    }

    private static double score(Learner learner, Dataset data, Metric metric, Point point) throws Exception {
        return Task.of(data, 0, 5, learner, List.of(metric), Map.of(), 1)
                .objective()
                .evaluate(point, Probe.of(1))
                .value();
    }

    @Test
    void aClassifierOfSmileIsScoredAsOurOwnIs() throws Exception {
        Learner mine = classes((p, x, y) -> KNN.fit(x, y, p.whole("k")));
        assertThat(score(mine, IRIS, Metrics.ACCURACY, Point.of(Map.of("k", 5))))
                .isCloseTo(0.97, within(0.02));
        assertThat(score(mine, IRIS, Metrics.ACCURACY, Point.of(Map.of("k", 119))))
                .isLessThan(0.9);
    }

    @Test
    void aPlainFunctionIsEnough() throws Exception {
        ToDoubleFunction<double[]> wide = x -> x[2] < 2.5 ? 0 : x[3] < 1.7 ? 1 : 2;
        assertThat(score(classes((p, x, y) -> wide), IRIS, Metrics.ACCURACY, Point.of(Map.of())))
                .isGreaterThan(0.9);
        ToDoubleFunction<double[]> constant = x -> 152;
        assertThat(score(values((p, x, y) -> constant), DIABETES, Metrics.RMSE, Point.of(Map.of())))
                .isBetween(70.0, 85.0);
    }

    @Test
    void aRegressionOfSmilePredictsValues() {
        Learner mine = values((p, x, y) -> {
            double mean = Arrays.stream(y).average().orElseThrow();
            return (Regression<double[]>) row -> mean;
        });
        assertThat(fit(mine, Map.of(), DIABETES).predictor().predict(DIABETES)[7][0])
                .isCloseTo(152.13348416289594, within(1e-9));
    }

    @Test
    void theSeedOfTheTrainingIsAmongTheValues() {
        Learner mine = classes(
                (p, x, y) -> (Classifier<double[]>) row -> p.whole("seed") == (int) new Seed(9).value() ? 1 : 0);
        assertThat(fit(mine, Map.of(), IRIS).predictor().predict(IRIS)[0]).containsExactly(0, 1, 0);
        assertThat(fit(mine, Map.of("seed", 3), IRIS).predictor().predict(IRIS)[0])
                .containsExactly(1, 0, 0);
    }

    @Test
    void itLearnsWhatItsTrainerTakes() {
        assertThat(classes((p, x, y) -> y).problems(DIABETES)).hasSize(1);
        assertThat(values((p, x, y) -> y).problems(IRIS)).hasSize(1);
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThatThrownBy(() -> fit(classes((p, x, y) -> "tree"), Map.of(), IRIS))
                .hasMessage(
                        "Result of mine (String) must be a Classifier<double[]> of Smile, or a ToDoubleFunction<double[]>.");
        assertThatThrownBy(() -> fit(values((p, x, y) -> 3), Map.of(), DIABETES))
                .hasMessageStartingWith("Result of mine (Integer) must be a Regression<double[]>");
    }

    @Test
    void whatItThrowsIsTheFailure() {
        assertThatThrownBy(() -> fit(
                        classes((p, x, y) -> {
                            throw new IOException("no file");
                        }),
                        Map.of(),
                        IRIS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("IOException: no file");
        assertThatThrownBy(() -> fit(classes((p, x, y) -> KNN.fit(x, y, p.whole("neighbours"))), Map.of("k", 3), IRIS))
                .hasMessageContaining("neighbours");
    }

    @Test
    void anInterruptEndsItAndStaysSet() {
        Learner mine = classes((p, x, y) -> {
            throw new InterruptedException("stop");
        });
        assertThatThrownBy(() -> fit(mine, Map.of(), IRIS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTrainerMayWriteIntoItsRowsAndReachesNobodyElses() {
        String before = IRIS.fingerprint();
        double petal = IRIS.x()[0][0];
        fit(
                classes((p, x, y) -> {
                    x[0][0] = 1e9;
                    y[0] = 2;
                    return KNN.fit(x, y, 3);
                }),
                Map.of(),
                IRIS);
        assertThat(IRIS.x()[0][0]).isEqualTo(petal);
        assertThat(IRIS.fingerprint()).isEqualTo(before);
    }

    @Test
    void aClassWithoutRowsInAFoldGetsNoShareAndTheOthersKeepTheirPlaces() {
        int[] last = IntStream.range(50, 150).toArray();
        Learner mine = classes((p, x, y) -> {
            assertThat(IntStream.of(y).distinct()).containsExactly(0, 1);
            return KNN.fit(x, y, 5);
        });
        double[][] said = fit(mine, Map.of(), IRIS.rows(last)).predictor().predict(IRIS);
        assertThat(said[149]).startsWith(0);
        assertThat(said[149][2]).isGreaterThan(0.5);
        assertThat(said[60][1]).isGreaterThan(0.5);
    }

    @Test
    void modelsOfTheOtherKindAndAnswersThatAreNoClassAreRefused() {
        assertThatThrownBy(() -> fit(classes((p, x, y) -> (Regression<double[]>) row -> 0.99), Map.of(), IRIS))
                .hasMessageContaining("must be a Classifier<double[]>");
        assertThatThrownBy(() -> fit(values((p, x, y) -> (Classifier<double[]>) row -> 0), Map.of(), DIABETES))
                .hasMessageContaining("must be a Regression<double[]>");
        ToDoubleFunction<double[]> half = row -> 0.5;
        assertThatThrownBy(() -> fit(classes((p, x, y) -> half), Map.of(), IRIS))
                .hasMessage("Result of mine (0.5) must be a class, 0 to 2.");
        ToDoubleFunction<String> strings = String::length;
        assertThatThrownBy(() -> fit(classes((p, x, y) -> strings), Map.of(), IRIS))
                .hasMessageEndingWith("must take a double[], and takes something else.");
    }
}
