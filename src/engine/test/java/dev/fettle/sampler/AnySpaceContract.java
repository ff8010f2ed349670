package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sampler keeps that takes any space. */
public interface AnySpaceContract {
    Goal GOAL = Goal.minimize("loss");

    Sampler sampler();

    /** The long form has 100,000 of them: FETTLE_SPACES. */
    @Test
    default void anySpaceIsServedWhateverTheLosses() {
        int count = Integer.parseInt(System.getenv().getOrDefault("FETTLE_SPACES", "150"));
        double[] units = {1, 1e300, -1e300, 1e-300, 0};
        for (int number = 0; number < count; number++) {
            SearchSpace space = RandomSpaces.of(number);
            Search search = sampler().start(Question.of(space, GOAL), new Seed(number));
            for (int n = 1; n <= 8; n++) {
                Search.Step step = search.propose(1, () -> true);
                if (step.proposals().isEmpty()) {
                    assertThat(space.size()).as("%s", space).isPresent();
                    break;
                }
                Proposal p = step.proposals().get(0);
                assertThat(space.canonical(p.point().entries())).isEqualTo(p.point());
                assertThat(space.allows(p.point())).isTrue();
                Trial.Running trial = new Trial.Running(n, 1, p, List.of(), Instant.EPOCH);
                Trial.Finished end = (n + number) % 5 == 0
                        ? trial.fail(Failure.thrown("E", ""), Duration.ZERO)
                        : trial.complete(Score.of(units[number % 5] * loss(space.encode(p.point()))), Duration.ZERO);
                search = step.next().tell(Told.of(end, List.of(GOAL)));
            }
        }
    }

    private static double loss(double[] place) {
        return 0.1 + Arrays.stream(place).filter(u -> !Double.isNaN(u)).sum();
    }
}
