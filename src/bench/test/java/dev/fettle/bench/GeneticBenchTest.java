package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneticBenchTest {
    @ParameterizedTest
    @CsvSource({"SPHERE, 0.1", "RASTRIGIN, 20"})
    void aRunOfTheTutorialComesNearTheBottom(GeneticBench.Problem problem, double most) {
        GeneticBench.Outcome outcome = GeneticBench.ours(problem, 1);
        assertThat(outcome.best()).isBetween(0.0, most);
        assertThat(outcome.evaluations()).isBetween(1_000, 10_000);
        assertThat(problem.loss(new double[10])).isZero();
    }
}
