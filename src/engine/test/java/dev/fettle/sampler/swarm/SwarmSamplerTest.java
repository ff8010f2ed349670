package dev.fettle.sampler.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.run.Tuning;
import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.History;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwarmSamplerTest implements SamplerContract, AnySpaceContract {
    private static final SearchSpace CUBE = SpaceText.parse("w[5] ~ uniform(-10, 10)");

    @Override
    public Sampler sampler() {
        return new SwarmSampler();
    }

    private static History sphere(SwarmSampler sampler, int jobs) {
        return Tuning.minimize("loss", CUBE, p -> Arrays.stream(p.reals("w"))
                        .map(v -> v * v)
                        .sum())
                .sampler(sampler)
                .jobs(jobs)
                .trials(3_000)
                .run();
    }

    @ParameterizedTest
    @EnumSource(SwarmSampler.Topology.class)
    void theSphereIsBelow1em4In100Moves(SwarmSampler.Topology topology) {
        SwarmSampler sampler = new SwarmSampler().withParticles(30).withTopology(topology);
        assertThat(sphere(sampler, 1).best().orElseThrow().score().value()).isLessThan(1e-4);
    }

    @Test
    void theTableIsTheSameAtAnyJobs() {
        List<?> one = sphere(new SwarmSampler(), 1).trials().stream()
                .map(t -> t.point())
                .toList();
        for (int jobs : new int[] {2, 8}) {
            assertThat(sphere(new SwarmSampler(), jobs).trials().stream()
                            .map(t -> t.point())
                            .toList())
                    .isEqualTo(one);
        }
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new SwarmSampler().withParticles(1))
                .hasMessage("Particles (1) must lie in [2, 10000]. Maybe 0, which chooses a number.");
        assertThatThrownBy(() -> new SwarmSampler(0, SwarmSampler.Topology.RING, 0))
                .hasMessage("Clamp (0.0) must lie in (0, 1]. Maybe 0.5.");
    }
}
