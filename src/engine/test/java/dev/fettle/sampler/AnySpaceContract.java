package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Nobody can count the points, as a constraint leaves some of one branch and none of the other, which has no end. */
    @Test
    default void whatAConstraintExhaustsEnds() {
        SearchSpace space = SpaceText.parse("""
                model in {tree, svm}
                depth in 1..10 if model == tree
                gamma ~ logUniform(1e-4, 1) if model == svm
                require model == tree
                """);
        Search search = sampler().start(Question.of(space, GOAL), new Seed(1));
        Set<Point> points = new HashSet<>();
        for (int n = 1; n <= 10_100; n++) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                break;
            }
            Proposal p = step.proposals().get(0);
            points.add(p.point());
            Trial.Running trial = new Trial.Running(n, 1, p, List.of(), Instant.EPOCH);
            double loss = loss(space.encode(p.point()));
            search = step.next().tell(Told.of(trial.complete(Score.of(loss), Duration.ZERO), List.of(GOAL)));
        }
        assertThat(points).hasSize(10);
    }

    private static double loss(double[] place) {
        return 0.1 + Arrays.stream(place).filter(u -> !Double.isNaN(u)).sum();
    }
}
