package dev.fettle.report.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContendersTest {
    private static Score score(double... folds) {
        return Score.of(Arrays.stream(folds).average().orElseThrow())
                .withFolds(Arrays.stream(folds).boxed().toList());
    }

    /** Of the points 1 to {@code n}. */
    private static History history(Goal goal, int n, IntFunction<Score> scores) {
        return Histories.grid(SearchSpace.of(Whole.between("i", 1, n)), goal, p -> scores.apply(p.whole("i")));
    }

    @Test
    void whatIsWorseOnAllFoldsIsNoContender() {
        double[][] folds = {{0.7, 0.8, 0.9}, {0.71, 0.79, 0.9}, {0.2, 0.3, 0.4}, {0.7, 0.8, 0.9}};
        History history = history(Goal.maximize("score"), 4, i -> score(folds[i - 1]));
        assertThat(Contenders.of(history, CorrectedTest.ofFolds(3))).isEqualTo(new Contenders(4, List.of(1, 2, 4)));
    }

    @Test
    void lowIsGoodWhereItIsTheGoal() {
        double[][] folds = {{7, 8, 9}, {7, 8.1, 9}, {2, 3, 4.5}};
        History history = history(Goal.minimize("loss"), 3, i -> score(folds[i - 1]));
        Contenders contenders = Contenders.of(history, CorrectedTest.ofFolds(3));
        assertThat(contenders.trials()).containsExactly(3);
        assertThat(contenders.isClear()).isTrue();
    }

    @Test
    void pointsWithOtherFoldsAreNotCompared() {
        History history = history(
                Goal.maximize("score"), 3, i -> i == 1 ? score(1, 2, 3) : i == 2 ? score(0.9, 2.1) : Score.of(0));
        Contenders contenders = Contenders.of(history, CorrectedTest.ofFolds(3));
        assertThat(contenders).isEqualTo(new Contenders(1, List.of(1)));
        assertThat(contenders.isClear()).isFalse();
    }

    @Test
    void withoutFoldsNothingIsKnown() {
        assertThat(Contenders.of(history(Goal.maximize("score"), 3, Score::of), CorrectedTest.ofFolds(5)))
                .isEqualTo(Contenders.UNKNOWN);
        assertThat(Contenders.of(History.empty(Goal.maximize("score")), CorrectedTest.ofFolds(5)))
                .isEqualTo(Contenders.UNKNOWN);
    }

    /**
     * Classifiers that are all as good as each other, whose mistakes are partly the same since some rows are hard, on folds as
     * in a cross-validation. The first is as truly best as any; it must be a contender in 95 of 100 studies. Of 400 studies
     * fewer than 363 would be so by chance, if the probability were 0.95, once in 7000 times (binomial).
     */
    @ParameterizedTest
    @CsvSource({"5, 3, 120", "5, 10, 1200", "72, 3, 1200", "72, 5, 120", "72, 10, 120"})
    void theTrulyBestIsAmongThem(int points, int k, int rows) {
        RandomGenerator random = new java.util.SplittableRandom(points * 1000L + k);
        int among = 0;
        for (int study = 0; study < 400; study++) {
            double[] hard = random.doubles(rows, -1, 1).toArray();
            History history = history(Goal.maximize("accuracy"), points, i -> score(folds(hard, k, random)));
            among += Contenders.of(history, CorrectedTest.ofFolds(k)).trials().contains(1) ? 1 : 0;
        }
        assertThat(among).isGreaterThanOrEqualTo(363);
    }

    private static double[] folds(double[] hard, int k, RandomGenerator random) {
        double[] folds = new double[k];
        for (int row = 0; row < hard.length; row++) {
            folds[row * k / hard.length] += hard[row] + random.nextGaussian() < 0.8 ? (double) k / hard.length : 0;
        }
        return folds;
    }
}
