package dev.fettle.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsPrunerTest implements PrunerContract {
    @Override
    public Pruner pruner() {
        return new FoldsPruner(0.05);
    }

    private static double[] noise(RandomGenerator random, int folds, double mean) {
        return random.doubles(folds).map(u -> mean + random.nextGaussian()).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static History told(double[] best) {
        Trial.Running trial = Curves.running(1, Proposal.ALL, best);
        return History.empty(Curves.LOSS).plus(trial.complete(Score.of(mean(best)), Duration.ZERO));
    }

    /**
     * Against a rival that was not chosen by these folds. Of 20,000 the share has a deviation of 0.0015, so 0.056 is four of
     * them above the risk: a false alarm is less likely than once in ten thousand.
     */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 10})
    void aTrialAsGoodAsItsRivalIsStoppedWithNoMoreThanTheStatedRisk(int folds) {
        RandomGenerator random = new Seed(7).random();
        int stopped = 0;
        for (int i = 0; i < 20_000; i++) {
            History told = told(noise(random, folds, 0));
            stopped += Curves.stopped(pruner(), told, noise(random, folds, 0)) > 0 ? 1 : 0;
        }
        assertThat(stopped / 20_000.0).isBetween(0.005, 0.056);
    }

    /** What the documentation says of a study of sixty trials that are all alike. */
    @Test
    void whatWouldHaveBecomeTheBestIsHardlyEverStopped() {
        RandomGenerator random = new Seed(8).random();
        int trials = 0;
        int stopped = 0;
        int best = 0;
        int bestStopped = 0;
        for (int study = 0; study < 1000; study++) {
            History told = told(noise(random, 5, 0));
            for (int n = 2; n <= 60; n++) {
                double[] curve = noise(random, 5, 0);
                boolean stop = Curves.stopped(pruner(), told, curve) > 0;
                boolean better = mean(curve) < told.best().orElseThrow().score().value();
                trials++;
                stopped += stop ? 1 : 0;
                best += better ? 1 : 0;
                bestStopped += better && stop ? 1 : 0;
                told = better && !stop ? told(curve) : told;
            }
        }
        assertThat(stopped / (double) trials).isBetween(0.12, 0.22);
        assertThat(bestStopped / (double) best).isLessThan(0.015);
    }

    @Test
    void whatIsFarWorseIsStoppedEarly() {
        RandomGenerator random = new Seed(9).random();
        int stopped = 0;
        for (int i = 0; i < 1000; i++) {
            stopped += Curves.stopped(pruner(), told(noise(random, 10, 0)), noise(random, 10, 4)) > 0 ? 1 : 0;
        }
        assertThat(stopped).isGreaterThan(950);
    }

    /** Whatever all trials find hard says nothing of one of them. */
    @Test
    void onlyDifferencesCount() {
        double[] best = {10, 0, 10, 0, 10, 0};
        assertThat(Curves.stopped(pruner(), told(best), 11.0, 1.01, 11.02, 1.01, 11, 1))
                .isEqualTo(3);
        assertThat(Curves.stopped(pruner(), told(best), 9.9, 0.3, 9.9, 0.2, 10, 0))
                .isZero();
    }

    @Test
    void equalDifferencesSayNothingOfTheirSpread() {
        assertThat(Curves.stopped(pruner(), told(new double[] {0, 0, 0, 0, 0}), 1, 1, 1, 1, 1))
                .isZero();
    }

    /** With ten epochs a fold the folds are steps 10, 20, …; what an epoch says is passed over. */
    @Test
    void stepsWithinAFoldArePassedOver() {
        double[] best = {1, 2, 1, 2, 1};
        Trial.Running first = Curves.running(1, 10);
        Trial.Running second = Curves.running(2, 10);
        for (int f = 0; f < 4; f++) {
            first = first.report(new Report(10 * f + 5, 99)).report(new Report(10 * (f + 1), best[f]));
        }
        History told = History.empty(Curves.LOSS)
                .plus(first.report(new Report(50, best[4])).complete(Score.of(1.4), Duration.ZERO));
        for (int f = 0; f < 3; f++) {
            second = second.report(new Report(10 * f + 5, 0));
            assertThat(pruner().judge(second, told)).isInstanceOf(Verdict.GoOn.class);
            second = second.report(new Report(10 * (f + 1), best[f] + 1 + 0.01 * f));
        }
        assertThat(pruner().judge(second, told)).isEqualTo(new Verdict.Stop("worse than trial 1 on 3 folds"));
    }

    @Test
    void twoOrThreeFoldsAreTooFew() {
        assertThat(Curves.stopped(pruner(), told(new double[] {0, 0.1, 0}), 9, 8, 9))
                .isZero();
        for (double risk : List.of(0.0, 0.6, Double.NaN)) {
            assertThatThrownBy(() -> new FoldsPruner(risk))
                    .hasMessage("Risk (" + risk + ") must lie in (0, 0.5]. Maybe 0.05.");
        }
    }
}
