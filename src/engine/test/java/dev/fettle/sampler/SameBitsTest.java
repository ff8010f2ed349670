package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.genetic.NsgaSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same proposals on every JDK and machine. Whoever changes a sampler on purpose changes its number here, and says in the
 * release notes that seeds mean other trials.
 */
class SameBitsTest {
    private static final SearchSpace SPACE = SpaceText.parse("""
            model in {tree, net}
            depth ~ int(1, 30)          if model == tree
            rate ~ logUniform(1e-5, 1)  if model == net
            size in {8 < 16 < 32 < 64}
            w[2] ~ uniform(-1, 2)
            """);

    static Stream<Arguments> samplers() {
        return Stream.of(
                Arguments.of(new BayesSampler(), 1404541448),
                Arguments.of(new TpeSampler(), -735710950),
                Arguments.of(new CmaSampler(), -885391047),
                Arguments.of(new GeneticSampler().withPopulation(10), 1234125250),
                Arguments.of(new NsgaSampler().withPopulation(10), -649660739),
                Arguments.of(new SwarmSampler().withParticles(10), 1019772623),
                Arguments.of(new RandomSampler(true), 1118878627));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplers")
    void theSameOnEveryMachine(Sampler sampler, int digest) {
        List<Goal> goals = List.of(Goal.minimize("loss"));
        Search search = sampler.start(Question.of(SPACE, goals.get(0)), new Seed(1));
        int hash = 0;
        for (int n = 1; n <= 60; n++) {
            Search.Step step = search.propose(1, () -> true);
            Proposal proposal = step.proposals().get(0);
            hash = 31 * hash + proposal.point().toString().hashCode();
            double loss = Arrays.stream(SPACE.encode(proposal.point()))
                    .filter(u -> !Double.isNaN(u))
                    .map(u -> (u - 0.3) * (u - 0.3))
                    .sum();
            Trial.Running trial = new Trial.Running(n, 1, proposal, List.of(), Instant.EPOCH);
            search = step.next().tell(Told.of(trial.complete(Score.of(loss), Duration.ZERO), goals));
        }
        assertThat(hash).isEqualTo(digest);
    }
}
