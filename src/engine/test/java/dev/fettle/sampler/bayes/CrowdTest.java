package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model where more trials are under way than {@link Crowd#FROM}. */
class CrowdTest {
    private static final int LAG = 150;
    private static final SearchSpace SPACE = SpaceText.parse("x[4] ~ uniform(-1, 1)\nk in {a, b, c}");
    private static final Goal GOAL = Goal.minimize("loss");

    private static double loss(Point point) {
        double sum = point.text("k").equals("b") ? 0 : 0.5;
        for (double x : point.reals("x")) {
            sum += (x - 0.3) * (x - 0.3);
        }
        return sum;
    }

    private static Search start(Sampler sampler) {
        return sampler.start(Question.of(SPACE, GOAL), new Seed(7));
    }

    private static Told told(Proposal proposal, int number) {
        Score score = Score.of(loss(proposal.point()));
        Trial.Completed trial =
                new Trial.Completed(number, 1, proposal, List.of(), Instant.EPOCH, Duration.ZERO, score, number);
        return Told.of(trial, List.of(GOAL));
    }

    /** So many proposals, each of which knows all but the last ones; as they were made, or made again in a new search. */
    private static List<Proposal> proposals(Sampler sampler, int count, List<Proposal> before) {
        Search search = start(sampler);
        List<Proposal> all = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            if (n > LAG) {
                search = search.tell(told(all.get(n - LAG - 1), n - LAG));
            }
            if (n <= before.size()) {
                all.add(before.get(n - 1));
                search = search.made(List.of(before.get(n - 1)));
            } else {
                Search.Step step = search.propose(1, () -> true);
                all.add(step.proposals().get(0));
                search = step.next();
            }
        }
        return all;
    }

    private static double best(List<Proposal> proposals) {
        return proposals.stream().mapToDouble(p -> loss(p.point())).min().orElseThrow();
    }

    /** Wherever it was cut, within the trials that one model serves or between them. */
    @Test
    void aSearchThatGoesOnFromItsProposalsIsTheSame() {
        List<Proposal> whole = proposals(new BayesSampler(), 330, List.of());
        assertThat(whole).extracting(Proposal::origin).contains("model");
        for (int cut : new int[] {160, 301, 302, 307}) {
            assertThat(proposals(new BayesSampler(), 330, whole.subList(0, cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
    }

    @Test
    void itFindsWhatChanceDoesNot() {
        double chance = best(proposals(new RandomSampler(), 600, List.of()));
        assertThat(best(proposals(new BayesSampler(), 600, List.of()))).isLessThan(0.1 * chance);
    }
}
