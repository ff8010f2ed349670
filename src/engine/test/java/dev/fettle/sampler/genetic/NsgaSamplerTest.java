package dev.fettle.sampler.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.pareto.Hypervolume;
import dev.fettle.random.Seed;
import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.population.Generations;
import dev.fettle.space.Point;
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
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NsgaSamplerTest implements SamplerContract, AnySpaceContract {
    private static final SearchSpace CUBE = SpaceText.parse("x[5] ~ uniform(0, 1)");
    private static final List<Goal> GOALS = List.of(Goal.minimize("f1"), Goal.minimize("f2"));

    @Override
    public Sampler sampler() {
        return new NsgaSampler().withPopulation(16);
    }

    /** ZDT1 (Zitzler, Deb and Thiele, 2000, Evolutionary Computation 8(2)). */
    private static double[] zdt1(Point point) {
        double[] x = point.reals("x");
        double g = 1 + 9.0 / 4 * Arrays.stream(x).skip(1).sum();
        return new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))};
    }

    /** Of the 16 points that live on after the last of 100 generations. */
    private static double hypervolume(long seed) {
        Question question = new Question(CUBE, GOALS, OptionalInt.empty(), OptionalInt.empty());
        Search search = new NsgaSampler().withPopulation(16).start(question, new Seed(seed));
        for (int n = 1; n <= 1600; n++) {
            Search.Step step = search.propose(1, () -> true);
            Proposal proposal = step.proposals().get(0);
            double[] losses = zdt1(proposal.point());
            Trial.Running trial = new Trial.Running(n, 1, proposal, List.of(), Instant.EPOCH);
            search = step.next().tell(Told.of(trial.complete(Score.of(losses[0], losses[1]), Duration.ZERO), GOALS));
        }
        Evolved last = (Evolved) ((Generations) search).population();
        assertThat(last.pool()).hasSize(16);
        return Hypervolume.of(
                last.pool().stream().map(r -> r.end().losses()).toArray(double[][]::new), new double[] {11, 11});
    }

    @Test
    void zdt1IsCoveredIn95Of100Seeds() {
        assertThat(LongStream.range(0, 100).filter(s -> hypervolume(s) > 116).count())
                .isGreaterThanOrEqualTo(95);
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new NsgaSampler().withPopulation(1))
                .hasMessage("Population (1) must lie in [2, 10000]. Maybe 50.");
        assertThatThrownBy(() -> new Mutation.Polynomial(0)).hasMessage("Eta (0.0) must lie in (0, 1000]. Maybe 20.");
    }
}
