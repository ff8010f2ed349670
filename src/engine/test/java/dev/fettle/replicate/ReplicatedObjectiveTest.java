package dev.fettle.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicatedObjectiveTest {
    private static final Point X = Point.of(Map.of("x", 0.5));

    private record Asking(int resource, List<Integer> reports) implements Probe {
        Asking(int resource) {
            this(resource, new ArrayList<>());
        }

        @Override
        public boolean report(int step, double score) {
            reports.add(step);
            return true;
        }

        @Override
        public long seed() {
            return 42;
        }

        @Override
        public int number() {
            return 3;
        }
    }

    private static Score seeded(Point point, Probe probe) {
        assertThat(probe.resource()).isEqualTo(Proposal.ALL);
        probe.report(1, 0);
        double value = probe.seed() == 42 ? 1 : (probe.seed() >>> 40) * 0x1p-24;
        return Score.of(value).withFolds(List.of(value - 1, value + 1));
    }

    @Test
    void theFirstEvaluationIsTheObjectiveItselfAndAloneReports() throws Exception {
        Objective objective = ReplicatedObjective.of(ReplicatedObjectiveTest::seeded);
        for (int resource : List.of(1, Proposal.ALL)) {
            Asking probe = new Asking(resource);
            assertThat(objective.evaluate(X, probe)).isEqualTo(seeded(X, new Asking(0)));
            assertThat(probe.reports()).containsExactly(1);
        }
        Asking again = new Asking(3);
        assertThat(objective.evaluate(X, again).folds()).hasSize(6);
        assertThat(again.reports()).isEmpty();
    }

    @Test
    void whatIsKnownIsNotEvaluatedAgainAndScoresTheSame() throws Exception {
        List<Long> seeds = new ArrayList<>();
        Objective counted = ReplicatedObjective.of((Objective) (point, probe) -> {
            seeds.add(probe.seed());
            return seeded(point, probe);
        });
        Score one = counted.evaluate(X, new Asking(1));
        Score three = counted.evaluate(X, new Asking(3));
        assertThat(seeds).hasSize(3).doesNotHaveDuplicates();
        assertThat(counted.evaluate(X, new Asking(1))).isEqualTo(one);
        assertThat(counted.evaluate(X, new Asking(2)).folds()).hasSize(4);
        assertThat(seeds).as("the first, which reports, is evaluated anew").hasSize(4);
        assertThat(three.folds().subList(0, 2)).isEqualTo(one.folds());
        assertThat(three.value())
                .isCloseTo(three.folds().stream().mapToDouble(v -> v).average().orElseThrow(), within(1e-12));
        Objective plain = ReplicatedObjective.of(ReplicatedObjectiveTest::seeded);
        assertThat(sent(plain).evaluate(X, new Asking(3))).isEqualTo(three);
    }

    private static Objective sent(Objective objective) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(objective);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Objective) in.readObject();
        }
    }

    @Test
    void scoresAreTakenTogetherPartByPart() {
        Score a = Score.of(List.of(1.0, 10.0))
                .withMetrics(Map.of("m", 1.0, "only", 5.0))
                .withFoldsByGoal(List.of(List.of(0.0, 2.0)))
                .withWarnings(Map.of("w", 2))
                .withMark(7)
                .withGradient(List.of(1.0))
                .withTrainings(List.of(new Training(1, 2)))
                .withPredictions("first");
        Score b = Score.of(List.of(3.0, 30.0))
                .withMetrics(Map.of("m", 3.0))
                .withFoldsByGoal(List.of(List.of(3.0, 3.0)))
                .withWarnings(Map.of("w", 1, "v", 1))
                .withMark(9)
                .withGradient(List.of(3.0))
                .withTrainings(List.of(new Training(3, 4)))
                .withPredictions("second");
        Score both = Replicates.together(List.of(a, b));
        assertThat(both.values()).containsExactly(2.0, 20.0);
        assertThat(both.metrics()).isEqualTo(Map.of("m", 2.0));
        // A goal without folds has one an evaluation.
        assertThat(both.byFold()).containsExactly(List.of(0.0, 2.0, 3.0, 3.0), List.of(10.0, 30.0));
        assertThat(both.warnings()).isEqualTo(Map.of("w", 3, "v", 1));
        assertThat(both.mark())
                .isNotIn(0L, 7L, 9L)
                .isNotEqualTo(Replicates.together(List.of(b, a)).mark());
        assertThat(both.gradient()).containsExactly(2.0);
        assertThat(both.trainings()).hasSize(2);
        assertThat(both.predictions()).isEqualTo("first");
        assertThat(Replicates.together(List.of(a))).isSameAs(a);
        assertThat(Replicates.together(List.of(a, b.withMark(0))).mark()).isZero();
    }
}
