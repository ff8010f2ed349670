package dev.fettle.sampler.hyperband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AshaSamplerTest {
    @Nested
    class WithRandomPoints implements SamplerContract, AnySpaceContract {
        @Override
        public Sampler sampler() {
            return new AshaSampler(1, 9, 3);
        }
    }

    @Nested
    class WithTpe implements SamplerContract {
        @Override
        public Sampler sampler() {
            return new AshaSampler(1, 4, 2).withPoints(new TpeSampler().withInit(2));
        }
    }

    @Test
    void eachRungIsPlannedWithAThirdOfTheOneBelow() {
        Sampler sampler = new AshaSampler(1, 9, 3);
        assertThat(sampler.spends(13)).hasValue(27);
        assertThat(sampler.remarks(0)).containsExactly("Resource of the rungs: 1, 3, 9; of each the best 1/3 goes on.");
        assertThat(sampler.remarks(1)).isEmpty();
    }

    /** Where the first are the best, and nobody who has gone on is overtaken. */
    @Test
    void oneGoesOnAsSoonAsAThirdIsBehindIt() {
        Goal goal = Goal.minimize("loss");
        Search search = new AshaSampler(1, 9, 3).start(Question.of(Studies.SPACE, goal), new Seed(1));
        List<Integer> resources = new ArrayList<>();
        for (int n = 1; n <= 13; n++) {
            Search.Step step = search.propose(1, () -> true);
            Proposal proposal = step.proposals().get(0);
            resources.add(proposal.resource());
            Trial.Running trial = new Trial.Running(n, 1, proposal, List.of(), Instant.EPOCH);
            search = step.next().tell(Told.of(trial.complete(Score.of(n), Duration.ZERO), List.of(goal)));
        }
        assertThat(resources).containsExactly(1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 3, 9);
    }

    @Test
    void whoeverGoesOnIsAmongTheFirstThirdOfAllThatWereToldByThen() {
        for (int batch : new int[] {1, 4}) {
            List<Trial.Finished> trials =
                    Studies.run(new AshaSampler(1, 27, 3), 200, batch, batch).trials();
            for (Trial.Finished trial : trials) {
                Integer from = trial.proposal().from();
                if (from != null) {
                    List<Trial.Finished> rung = trials.subList(0, trial.number() - batch).stream()
                            .filter(t -> t.proposal().resource() * 3
                                    == trial.proposal().resource())
                            .toList();
                    long better = rung.stream()
                            .filter(t -> Studies.loss(t) < Studies.loss(trials.get(from - 1)))
                            .count();
                    assertThat(better).isLessThan(rung.size() / 3);
                }
            }
        }
    }

    @Test
    void theJobsMakeNoDifferenceAndTheBatchDoes() {
        Sampler sampler = new AshaSampler(1, 27, 3);
        List<?> eight = proposals(Studies.run(sampler, 200, 8, 1));
        assertThat(proposals(Studies.run(sampler, 200, 8, 2))).isEqualTo(eight);
        assertThat(proposals(Studies.run(sampler, 200, 8, 8))).isEqualTo(eight);
        assertThat(proposals(Studies.run(sampler, 200, 1, 8))).isNotEqualTo(eight);
    }

    private static List<?> proposals(History history) {
        return history.trials().stream().map(Trial::proposal).toList();
    }

    @Test
    void eachRungHasAboutAThirdOfTheOneBelow() {
        Map<Integer, Long> sizes = Studies.run(new AshaSampler(1, 27, 3), 400, 1, 1).trials().stream()
                .collect(Collectors.groupingBy(t -> t.proposal().resource(), TreeMap::new, Collectors.counting()));
        long below = sizes.getOrDefault(1, 0L);
        for (int resource = 3; resource <= 27; resource *= 3) {
            assertThat(sizes.get(resource)).isBetween(below / 3, below / 3 + 5);
            below = sizes.getOrDefault(resource, 0L);
        }
    }

    @Test
    void itsRungsLeadDownFromTheMost() {
        assertThat(new AshaSampler(1, 81, 3).resources()).containsExactly(1, 3, 9, 27, 81);
        assertThat(new AshaSampler(4, 100, 3).resources()).containsExactly(11, 33, 100);
        assertThat(new AshaSampler(5, 5, 2).resources()).containsExactly(5);
        assertThatThrownBy(() -> new AshaSampler(1, 5, 1)).hasMessage("Eta (1) must be at least 2.");
    }
}
