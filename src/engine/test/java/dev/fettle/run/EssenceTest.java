package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points that differ only in what is not read are one. */
class EssenceTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("solver in {sgd, adam}\nalpha in {1, 2, 3}\nmomentum in {" + many() + "}");

    private static String many() {
        return "1" + Stream.iterate(2, i -> i + 1).limit(149).map(i -> ", " + i).reduce("", String::concat);
    }

    /** Momentum is read under sgd alone. */
    private static Point essence(Point point) {
        Map<String, Object> read = point.entries();
        if (point.text("solver").equals("adam")) {
            read.remove("momentum");
        }
        return Point.of(read);
    }

    private final Queue<Point> evaluated = new ConcurrentLinkedQueue<>();

    private History run(Sampler sampler, int trials, int jobs) {
        StudyConfig config = StudyConfig.of("s", SPACE, List.of(Goal.minimize("loss")), sampler)
                .withEssence(EssenceTest::essence);
        Objective objective = Objective.of(point -> {
            evaluated.add(point);
            return essence(point).entries().values().stream()
                    .mapToDouble(v -> v instanceof Integer i ? i : 0.5)
                    .sum();
        });
        return new Tuning(config, objective, Budget.trials(trials), Limits.jobs(jobs)).run();
    }

    @Test
    void aGridHasAllItsPointsAndEvaluatesTheDifferentOnes() {
        History history = run(new GridSampler(), 900, 1);
        assertThat(history.size()).isEqualTo(900);
        assertThat(evaluated).hasSize(3 * 150 + 3);
        assertThat(history.completed().filter(t -> t.source() == t.number()).count())
                .isEqualTo(453);
    }

    private static Stream<Sampler> samplers() {
        return Stream.of(new GridSampler(), new RandomSampler(), new BayesSampler());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theResultDoesNotDependOnTheJobs(Sampler sampler) {
        History one = run(sampler, 40, 1);
        int evaluations = evaluated.size();
        evaluated.clear();
        History four = run(sampler, 40, 4);
        assertThat(evaluated)
                .hasSize(evaluations)
                .extracting(EssenceTest::essence)
                .doesNotHaveDuplicates();
        assertThat(four.trials().stream().map(t -> t.point() + " " + t.source()))
                .containsExactlyElementsOf(one.trials().stream()
                        .map(t -> t.point() + " " + t.source())
                        .toList());
    }
}
