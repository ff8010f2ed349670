package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestScoreTest {
    private static final Goal ACCURACY = Goal.maximize("accuracy");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 1 | 0.8843 | 1 | Test (30 rows, used once): 1.000 (95 %: 0.88 to 1)",
                "30 | 0 | 0 | 0.1157 | Test (30 rows, used once): 0 (95 %: 0 to 0.12)",
                "9000 | 0.9912 | 0.98712 | 0.99312 | Test (9000 rows, used once): 0.9912 (95 %: 0.9871 to 0.9931)",
                "88 | 54.32 | 48.21 | 60.9 | Test (88 rows, used once): 54.32 (95 %: 48 to 61)",
                "88 | 3000 | 2345 | 4321 | Test (88 rows, used once): 3000 (95 %: 2345 to 4321)",
                "88 | 3e9 | 2.3e9 | 4.3e9 | Test (88 rows, used once): 3.000e+09 (95 %: 2.300e+09 to 4.300e+09)",
                "5 | 0.25 | NaN | NaN | Test (5 rows, used once): 0.2500"
            })
    void theScoreStandsWithItsRange(int rows, double score, double low, double high, String words) {
        assertThat(new TestScore(rows, score, low, high).words()).isEqualTo(words);
    }

    private static Score folds(double mean, double error) {
        // Two folds that differ by twice the error have it.
        return Score.of(mean).withFolds(List.of(mean - error, mean + error));
    }

    @Test
    void aTestFarFromTheSearchIsTold() {
        TestScore perfect = new TestScore(30, 1, 0.8843, 1);
        assertThat(perfect.far(ACCURACY, folds(0.67, 0.14), 60))
                .isEqualTo(
                        "The test is better than the 0.6700 ± 0.14 of the search lets expect: its rows may be easier, or"
                                + " there are too few of them or in the folds. Maybe another --seed, or --repeat.");
        assertThat(new TestScore(30, 0.7, 0.5060, 0.8527).far(ACCURACY, folds(0.98, 0.01), 60))
                .isEqualTo(
                        "The test is worse than the 0.9800 ± 0.010 of the search lets expect: the best of 60 trials is"
                                + " partly lucky, or the test rows differ. Trust the test more.");
        assertThat(new TestScore(30, 2, 1.5, 2.4).far(Goal.minimize("rmse"), folds(1, 0.01), 1))
                .startsWith("The test is worse than the 1.000 ± 0.010 of the search lets expect: the best of 1 trial");
    }

    @Test
    void whatTheErrorsExplainIsNoSurprise() {
        assertThat(new TestScore(30, 1, 0.8843, 1).far(ACCURACY, folds(0.96, 0.015), 60))
                .isEmpty();
        assertThat(new TestScore(30, 0.9, 0.7347, 0.9789).far(ACCURACY, folds(0.97, 0.02), 60))
                .isEmpty();
        assertThat(new TestScore(30, 0.9, Double.NaN, Double.NaN).far(ACCURACY, Score.of(0.5), 60))
                .as("no error is known")
                .isEmpty();
    }
}
