package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sampler keeps; an implementer names its sampler and is done. */
public interface SamplerContract {
    Sampler sampler();

    /** The spaces that the sampler takes: a finite one and a continuum; a sampler that refuses the latter says so here. */
    default List<SearchSpace> spaces() {
        return List.of(finite(), continuous());
    }

    /** A small space with a condition. */
    static SearchSpace finite() {
        return SearchSpace.of(
                Choice.of("solver", "sgd", "adam"),
                Choice.of("momentum", 0.5, 0.9).when(sgd()),
                Whole.between("k", 1, 5));
    }

    /** Every kind of parameter, and a condition on one that has no end. */
    static SearchSpace continuous() {
        return SearchSpace.of(
                Choice.of("solver", "sgd", "adam"),
                Real.uniform("momentum", 0.5, 0.99).when(sgd()),
                Real.logUniform("alpha", 1e-5, 1e-1),
                new Real("dropout", 0, 0.5, Scale.LINEAR, 0.1, null, null),
                Whole.between("k", 1, 5));
    }

    private static Expression sgd() {
        return new Expression.Binary(Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void proposalsAreCanonicalPointsOfTheSpace(long seed) {
        for (SearchSpace space : spaces()) {
            for (Proposal p : run(space, seed, 12)) {
                assertThat(space.canonical(p.point().entries())).isEqualTo(p.point());
                assertThat(p.origin()).isNotBlank();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void sameSeedSameProposals(long seed) {
        for (SearchSpace space : spaces()) {
            assertThat(run(space, seed, 12)).isNotEmpty().isEqualTo(run(space, seed, 12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void proposingLeavesTheStateAsItWas(long seed) {
        for (SearchSpace space : spaces()) {
            Search search = sampler().start(Question.of(space, Goal.minimize("loss")), new Seed(seed));
            assertThat(search.propose(3, () -> true))
                    .extracting(Search.Step::proposals)
                    .isEqualTo(search.propose(3, () -> true).proposals());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void neverMoreThanAskedFor(long seed) {
        for (SearchSpace space : spaces()) {
            Search search = sampler().start(Question.of(space, Goal.minimize("loss")), new Seed(seed));
            for (int count = 1; count < 20; count++) {
                assertThat(search.propose(count, () -> true).proposals()).hasSizeLessThanOrEqualTo(count);
            }
        }
    }

    /** Proposes and tells, one by one, with a loss that depends on the point alone. */
    private List<Proposal> run(SearchSpace space, long seed, int count) {
        List<Proposal> all = new ArrayList<>();
        Search search = sampler().start(Question.of(space, Goal.minimize("loss")), new Seed(seed));
        while (all.size() < count) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                return all;
            }
            Proposal proposal = step.proposals().get(0);
            all.add(proposal);
            double score = Arrays.stream(space.encode(proposal.point()))
                    .filter(u -> !Double.isNaN(u))
                    .sum();
            Trial.Finished trial = new Trial.Running(all.size(), 1, proposal, List.of(), Instant.EPOCH)
                    .complete(Score.of(score), Duration.ZERO);
            search = step.next().tell(Told.of(trial, List.of(Goal.minimize("loss"))));
        }
        return all;
    }
}
