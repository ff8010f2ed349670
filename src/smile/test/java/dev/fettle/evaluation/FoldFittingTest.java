package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Descent;
import dev.fettle.learner.Learner;
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
        return second(told, new Standings(0));
    }

    private static FoldFitting second(Told told, Standings standings) {
        Learner descent = new Descent();
        Standings.Key key = new Standings.Key(descent, descent.configure(Map.of()), 1, 1);
        return new FoldFitting(told, 1, Metrics.RMSE, ZEROS, told.resource(), standings, key);
    }

    /** With three epochs, then with five: what a training from the beginning would have told is told. */
    @Test
    void aTrainingThatGoesOnTellsWhatOneFromTheBeginningTells() {
        Standings standings = new Standings(1000);
        FoldFitting three = second(told(3, 0), standings);
        assertThat(three.stood()).isEmpty();
        three.keep("third", 10);
        assertThat(List.of(report(three, 1), report(three, 2), report(three, 3), three.ends(3)))
                .containsOnly(true);
        Told told = told(5, 0);
        FoldFitting five = second(told, standings);
        assertThat(five.stood()).contains("third");
        assertThat(standings.bytes()).isZero();
        assertThat(standings.reused()).isEqualTo(3);
        report(five, 4);
        five.ends(0.5);
        assertThat(told.reports())
                .containsExactly(
                        Map.entry(6, 1.0), Map.entry(7, 2.0), Map.entry(8, 3.0), Map.entry(9, 4.0), Map.entry(10, 0.5));
    }

    @Test
    void whatEndedBeforeItsResourceWasUsedTellsNoMoreWhenItGoesOn() {
        Standings standings = new Standings(1000);
        FoldFitting three = second(told(3, 0), standings);
        report(three, 1);
        three.keep("first", 10);
        three.ends(1);
        Told told = told(5, 0);
        assertThat(second(told, standings).stood()).contains("first");
        assertThat(told.reports()).containsExactly(Map.entry(6, 1.0));
    }

    @Test
    void aTrainingThatWasStoppedIsNotKept() {
        Standings standings = new Standings(1000);
        FoldFitting three = second(told(3, 6), standings);
        three.keep("third", 10);
        three.ends(3);
        assertThat(standings.bytes()).isZero();
        assertThat(second(told(5, 0), standings).stood()).isEmpty();
    }

    @Test
    void theOldestMakeRoomAndLessIsNotGoneBackTo() {
        Standings standings = new Standings(25);
        Learner descent = new Descent();
        for (int fold = 0; fold < 3; fold++) {
            Standings.Key key = new Standings.Key(descent, descent.configure(Map.of()), 1, fold);
            standings.keep(key, new Standings.Entry("fold " + fold, 10, 3, List.of()));
        }
        assertThat(standings.bytes()).isEqualTo(20);
        Standings.Key first = new Standings.Key(descent, descent.configure(Map.of()), 1, 0);
        Standings.Key last = new Standings.Key(descent, descent.configure(Map.of()), 1, 2);
        assertThat(standings.take(first, 9)).isEmpty();
        assertThat(standings.take(last, 3)).isEmpty();
        assertThat(standings.take(last, 4)).isPresent();
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
