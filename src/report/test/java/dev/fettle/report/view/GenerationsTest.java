package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.summary.Histories;
import dev.fettle.sampler.Spread;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenerationsTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)");

    /** NaN fails. */
    private static History history(double... scores) {
        Iterator<Double> next = DoubleStream.of(scores).iterator();
        return Histories.random(SPACE, Goal.minimize("loss"), scores.length, 1, p -> {
            double score = next.next();
            return Double.isNaN(score) ? null : Score.of(score);
        });
    }

    private static Spread until(int trials) {
        return new Spread(0, 1, trials, 0.1, Double.NaN, 0);
    }

    @Test
    void eachHasItsScoresAndTheBestSoFar() {
        History history = Histories.repeating(history(2, 4, 9, 3, Double.NaN), 4);
        List<Generations.Row> rows =
                Generations.of(history, List.of(until(3), until(6))).rows();
        assertThat(rows)
                .containsExactly(
                        new Generations.Row(1, 3, 3, 2, 5, 9, rows.get(0).sd(), 2),
                        new Generations.Row(2, 6, 1, 3, 3, 3, 0, 2));
        assertThat(rows.get(0).sd()).isCloseTo(Math.sqrt((9 + 1 + 16) / 3.0), within(1e-14));
    }

    @Test
    void theLastMayHaveBeenEndedBeforeItsTime() {
        assertThat(Generations.of(history(1, 2, 3, 4, 5), List.of(until(2), until(4)))
                        .rows())
                .extracting(Generations.Row::trials)
                .containsExactly(2, 4, 5);
        assertThat(Generations.of(history(1, 2, 3), List.of()).rows()).isEmpty();
    }

    @Test
    void aGenerationOfFailuresHasNoScore() {
        Generations.Row row = Generations.of(history(Double.NaN, Double.NaN, 7), List.of(until(2)))
                .rows()
                .get(0);
        assertThat(row.scored()).isFalse();
        assertThat(row.evaluated()).isZero();
        assertThat(List.of(row.min(), row.avg(), row.max(), row.sd(), row.best()))
                .containsOnly(Double.NaN);
    }

    @Test
    void theLargestNumbersHaveAMeanAndADeviation() {
        double most = Double.MAX_VALUE;
        Generations.Row row = Generations.of(history(most, -most, most, -most), List.of(until(4)))
                .rows()
                .get(0);
        assertThat(row.avg()).isZero();
        assertThat(row.sd()).isEqualTo(most);
    }

    @Test
    void ofManyThereIsAnEvenSampleWithTheLast() {
        List<Spread> all =
                IntStream.rangeClosed(1, 11).mapToObj(GenerationsTest::until).toList();
        Generations many = Generations.of(history(new double[11]), all);
        assertThat(many.sample(6)).extracting(Generations.Row::number).containsExactly(1, 3, 5, 7, 9, 11);
        assertThat(many.sample(11)).isEqualTo(many.rows());
    }
}
