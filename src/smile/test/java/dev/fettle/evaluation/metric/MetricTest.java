package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against scikit-learn 1.9.1 on the same arrays. */
class MetricTest {
    private static final int[] Y = {0, 1, 2, 2, 1, 0, 0, 2};
    private static final double[][] P = {
        {.7, .2, .1}, {.1, .8, .1}, {.2, .3, .5}, {.4, .3, .3}, {.3, .3, .4}, {.5, .25, .25}, {.2, .5, .3}, {0, 0, 1}
    };
    private static final double[] VALUES = {1.5, 2, -1, 4};
    private static final double[] PREDICTED = {1, 2.5, 0, 3.25};

    @Test
    void classesAreScoredAsScikitLearnScoresThem() {
        assertThat(Metric.ACCURACY.ofClasses(Y, P)).isEqualTo(0.625);
        assertThat(Metric.BALANCED_ACCURACY.ofClasses(Y, P)).isCloseTo(0.611111111111111, within(1e-15));
        assertThat(Metric.F1_MACRO.ofClasses(Y, P)).isCloseTo(0.611111111111111, within(1e-15));
        assertThat(Metric.LOG_LOSS.ofClasses(Y, P)).isCloseTo(0.7479370471823507, within(1e-14));
    }

    @Test
    void valuesAreScoredAsScikitLearnScoresThem() {
        assertThat(Metric.RMSE.ofValues(VALUES, PREDICTED)).isCloseTo(0.7180703308172536, within(1e-15));
        assertThat(Metric.MSE.ofValues(VALUES, PREDICTED)).isCloseTo(0.515625, within(1e-15));
        assertThat(Metric.MAE.ofValues(VALUES, PREDICTED)).isCloseTo(0.6875, within(1e-15));
        assertThat(Metric.R2.ofValues(VALUES, PREDICTED)).isCloseTo(0.8374384236453202, within(1e-15));
        assertThat(Metric.R2.ofValues(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void noProbabilityIsNoClass() {
        double[][] one = {{Double.NaN, 1, 0}, {0, 1, 0}};
        double[][] all = {{Double.NaN, Double.NaN, Double.NaN}, {0, 1, 0}};
        for (String id : Metric.names(true)) {
            Metric metric = Metric.of(id).orElseThrow();
            assertThat(metric.ofClasses(new int[] {0, 1}, one)).as(id).isNaN();
            assertThat(metric.ofClasses(new int[] {0, 1}, all)).as(id).isNaN();
        }
    }

    @Test
    void namesAreThoseOfTheKindOfTarget() {
        assertThat(Metric.of("f1_macro")).contains(Metric.F1_MACRO);
        assertThat(Metric.problem("acuracy", true).orElseThrow()).endsWith("Maybe accuracy.");
        assertThat(Metric.problem("rmse", true)).isPresent();
        assertThat(Metric.problem("rmse", false)).isEmpty();
    }
}
