package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.trial.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a learner tells on the second of the folds; the targets are 0, so that the score is the value predicted. */
class FoldFittingTest {
    private static final Dataset ZEROS =
            new Dataset("d", List.of(new Feature.Numbers("a", new double[2])), "y", new Dataset.Values(new double[2]));

    private record Told(int resource, int last, List<Map.Entry<Integer, Double>> reports) implements Probe {
        @Override
        public long seed() {
            return 1;
        }

        @Override
        public int number() {
            return 1;
        }

        @Override
        public boolean report(int step, double score) {
            reports.add(Map.entry(step, score));
            return step != last;
        }
    }

    private static Told told(int resource, int last) {
        return new Told(resource, last, new ArrayList<>());
    }

    private static boolean report(FoldFitting fitting, int step) {
        return fitting.report(step, rows -> new double[][] {{step}, {step}});
    }

    private static FoldFitting second(Told told) {
        return new FoldFitting(told, 1, Metrics.RMSE, ZEROS);
    }

    /** A learner need not tell its last step, which is that of the whole fold; one that does is not heard twice. */
    @Test
    void theLastStepOfAFoldIsToldOnceByItsEnd() {
        Told told = told(3, 0);
        FoldFitting fitting = second(told);
        assertThat(List.of(report(fitting, 1), report(fitting, 2), report(fitting, 3), fitting.ends(0.5)))
                .containsOnly(true);
        assertThat(told.reports()).containsExactly(Map.entry(4, 1.0), Map.entry(5, 2.0), Map.entry(6, 0.5));
    }

    @Test
    void withoutAResourceOnlyTheFoldsAreTold() {
        Told told = told(0, 0);
        FoldFitting fitting = second(told);
        assertThat(report(fitting, 1)).isTrue();
        assertThat(fitting.ends(0.5)).isTrue();
        assertThat(told.reports()).containsExactly(Map.entry(2, 0.5));
    }

    @Test
    void whoWasToldToStopTellsNothingMore() {
        Told told = told(9, 10);
        FoldFitting fitting = second(told);
        assertThat(report(fitting, 1)).isFalse();
        assertThat(report(fitting, 2)).isFalse();
        assertThat(fitting.ends(0.5)).isFalse();
        assertThat(told.reports()).containsExactly(Map.entry(10, 1.0));
    }
}
