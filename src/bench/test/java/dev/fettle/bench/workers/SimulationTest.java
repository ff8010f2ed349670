package dev.fettle.bench.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)");

    private static Simulation.Outcome outcome(Sampler sampler, int workers, double spread) {
        StudyConfig config =
                StudyConfig.of("s", SPACE, Goal.minimize("loss"), sampler).withBatch(12);
        return new Simulation(config, (Point p) -> p.real("x"), workers, 200, 100, spread).run();
    }

    @Test
    void theWorkersDoNotChangeThePoints() {
        for (Sampler sampler : List.of(new RandomSampler(), new TpeSampler(), new SwarmSampler().withParticles(20))) {
            List<Point> alone = outcome(sampler, 1, 0.3).points();
            assertThat(alone).hasSize(200);
            assertThat(outcome(sampler, 10, 0.3).points()).isEqualTo(alone);
        }
    }

    @Test
    void whoWaitsForNobodyIsBusyAndWhoWaitsForAGenerationIsNot() {
        assertThat(outcome(new RandomSampler(), 10, 0.3).busy()).isBetween(0.99, 1.0);
        assertThat(outcome(new TpeSampler(), 10, 0).busy()).isBetween(0.95, 1.0);
        // Generations of 20 on 15 workers: the second half of each occupies a third of them.
        assertThat(outcome(new SwarmSampler().withParticles(20), 15, 0).busy()).isBetween(0.6, 0.72);
    }
}
