package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.trial.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against scikit-learn 1.9.1 on the same arrays, and each by the contract. */
class MetricTest implements MetricContract {
    private static final Metric.OfClasses F1 = new Averaged(Averaged.Share.F1, Averaged.Average.MACRO);
    private static final int[] Y = {0, 1, 2, 2, 1, 0, 0, 2};
    private static final double[][] P = {
        {.7, .2, .1}, {.1, .8, .1}, {.2, .3, .5}, {.4, .3, .3}, {.3, .3, .4}, {.5, .25, .25}, {.2, .5, .3}, {0, 0, 1}
    };
    private static final double[] VALUES = {1.5, 2, -1, 4};
    private static final double[] PREDICTED = {1, 2.5, 0, 3.25};

    @Override
    public List<Metric> metrics() {
        return Metrics.ALL;
    }

    @Test
    void classesAreScoredAsScikitLearnScoresThem() {
        assertThat(Counted.ACCURACY.score(Y, P)).isEqualTo(0.625);
        assertThat(Counted.BALANCED_ACCURACY.score(Y, P)).isCloseTo(0.611111111111111, within(1e-15));
        assertThat(F1.score(Y, P)).isCloseTo(0.611111111111111, within(1e-15));
        assertThat(new LogLoss().score(Y, P)).isCloseTo(0.7479370471823507, within(1e-14));
    }

    @Test
    void valuesAreScoredAsScikitLearnScoresThem() {
        assertThat(new Rmse().score(VALUES, PREDICTED)).isCloseTo(0.7180703308172536, within(1e-15));
        assertThat(new Mse().score(VALUES, PREDICTED)).isCloseTo(0.515625, within(1e-15));
        assertThat(new Mae().score(VALUES, PREDICTED)).isCloseTo(0.6875, within(1e-15));
        assertThat(new R2().score(VALUES, PREDICTED)).isCloseTo(0.8374384236453202, within(1e-15));
    }

    @Test
    void equalTargetsAreAnsweredAsScikitLearnDoes() {
        assertThat(new R2().score(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.2}))
                .isEqualTo(0);
        assertThat(new R2().score(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1}))
                .isEqualTo(1);
        assertThat(new R2().score(new double[] {1}, new double[] {1})).isNaN();
    }

    @Test
    void namesAreThoseOfTheKindOfTarget() {
        assertThat(Metrics.of("f1_macro")).contains(F1);
        assertThat(Metrics.problem("acuracy", Metric.OfClasses.class).orElseThrow())
                .endsWith("Maybe accuracy.");
        assertThat(Metrics.problem("neg_root_mean_squared_error", Metric.OfValues.class)
                        .orElseThrow())
                .endsWith("Maybe rmse.");
        assertThat(Metrics.problem("neg_root_mean_squared_error", Metric.OfClasses.class)
                        .orElseThrow())
                .doesNotContain("Maybe rmse");
        assertThat(Metrics.problem("rmse", Metric.OfClasses.class)).isPresent();
        assertThat(Metrics.problem("rmse", Metric.OfValues.class)).isEmpty();
        assertThat(Metrics.ALL).extracting(Metric::id).doesNotHaveDuplicates();
    }

    @Test
    void whatScoresTheSecondOfTwoClassesNeedsTwo() {
        Metric.OfClasses f1 = (Metric.OfClasses) Metrics.of("f1").orElseThrow();
        Metric.OfClasses auc = (Metric.OfClasses) Metrics.of("roc_auc").orElseThrow();
        assertThat(Metrics.problem(f1, 2)).isEmpty();
        assertThat(Metrics.problem(f1, 3))
                .contains("Metric (f1) must have two classes, and there are 3. Maybe f1_macro.");
        assertThat(Metrics.problem(auc, 3)).isPresent().get().asString().endsWith("Maybe roc_auc_ovr.");
        assertThat(Metrics.problem(F1, 3)).isEmpty();
    }

    /** scikit-learn's f1_macro takes the classes of both sides, its balanced accuracy those that are right somewhere. */
    @Test
    void aClassThatIsOnlyPredictedCountsForF1AndNotForBalancedAccuracy() {
        int[] y = {0, 0, 1, 1};
        double[][] p = {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        assertThat(F1.score(y, p)).isCloseTo(0.5555555555555555, within(1e-15));
        assertThat(Counted.BALANCED_ACCURACY.score(y, p)).isEqualTo(0.75);
    }

    /** The examples of scikit-learn's documentation. */
    @Test
    void theExamplesOfScikitLearnComeOut() {
        assertThat(Counted.BALANCED_ACCURACY.score(new int[] {0, 1, 0, 0, 1, 0}, sure(2, 0, 1, 0, 0, 0, 1)))
                .isEqualTo(0.625);
        assertThat(F1.score(new int[] {0, 1, 2, 0, 1, 2}, sure(3, 0, 2, 1, 0, 0, 1)))
                .isCloseTo(0.8 / 3, within(1e-15));
        assertThat(Counted.ACCURACY.score(new int[] {0, 1, 2, 3}, sure(4, 0, 2, 1, 3)))
                .isEqualTo(0.5);
        double[][] ham = {{.1, .9}, {.9, .1}, {.8, .2}, {.35, .65}};
        assertThat(new LogLoss().score(new int[] {1, 0, 0, 1}, ham)).isCloseTo(0.21616, within(5e-6));
        double[] y = {3, -0.5, 2, 7};
        double[] said = {2.5, 0.0, 2, 8};
        assertThat(new R2().score(y, said)).isCloseTo(0.948608137044968, within(1e-12));
        assertThat(new Mse().score(y, said)).isEqualTo(0.375);
        assertThat(new Rmse().score(y, said)).isCloseTo(0.6123724356957945, within(1e-15));
        assertThat(new Mae().score(y, said)).isEqualTo(0.5);
    }

    private static double[][] sure(int classes, int... predicted) {
        double[][] p = new double[predicted.length][classes];
        for (int i = 0; i < p.length; i++) {
            p[i][predicted[i]] = 1;
        }
        return p;
    }

    @Test
    void ofEqualProbabilitiesTheFirstClassIsPredicted() {
        assertThat(Counted.ACCURACY.score(new int[] {0, 1}, new double[][] {{.5, .5}, {.5, .5}}))
                .isEqualTo(0.5);
        assertThat(Counted.ACCURACY.score(new int[] {1}, new double[][] {{.2, .4, .4}}))
                .isEqualTo(1);
    }

    @Test
    void aCertainMistakeCostsAsMuchAsTheLastBitAllows() {
        assertThat(new LogLoss().score(new int[] {0}, new double[][] {{0, 1}}))
                .isCloseTo(52 * Math.log(2), within(1e-12));
        assertThat(new LogLoss().score(new int[] {1}, new double[][] {{0, 1}})).isCloseTo(Math.ulp(1.0), within(1e-20));
        assertThat(new LogLoss().score(new int[] {1, 0}, new double[][] {{.5, .5}, {.25, .75}}))
                .isCloseTo(1.5 * Math.log(2), within(1e-12));
    }

    @Test
    void aPredictionWorseThanTheMeanHasANegativeShare() {
        assertThat(new R2().score(new double[] {1, 3}, new double[] {3, 1})).isEqualTo(-3);
        assertThat(new R2().score(new double[] {1, 3}, new double[] {2, 2})).isEqualTo(0);
    }

    @Test
    void metricsStandInTheirOrderEachWithItsDirection() {
        assertThat(Metrics.names(Metric.OfClasses.class))
                .containsExactly(
                        "accuracy",
                        "balanced_accuracy",
                        "f1",
                        "f1_macro",
                        "f1_micro",
                        "f1_weighted",
                        "precision",
                        "precision_macro",
                        "precision_micro",
                        "precision_weighted",
                        "recall",
                        "recall_macro",
                        "recall_micro",
                        "recall_weighted",
                        "roc_auc",
                        "roc_auc_ovr",
                        "roc_auc_ovo",
                        "average_precision",
                        "log_loss",
                        "brier",
                        "mcc",
                        "cohen_kappa");
        assertThat(Metrics.names(Metric.OfValues.class))
                .containsExactly("rmse", "mse", "mae", "median_ae", "r2", "mape", "explained_variance");
        assertThat(Metrics.ALL)
                .filteredOn(m -> m.direction() == Direction.MINIMIZE)
                .extracting(Metric::id)
                .containsExactly("log_loss", "brier", "rmse", "mse", "mae", "median_ae", "mape");
        assertThat(Metrics.of("no_such")).isEmpty();
    }
}
