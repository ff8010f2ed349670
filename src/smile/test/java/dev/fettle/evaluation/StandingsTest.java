package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.hyperband.HyperbandSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Hyperband that goes on with trainings, and one that begins each anew. */
class StandingsTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(Real.logUniform("learning_rate", 0.01, 1), Choice.of("max_depth", 1, 3));

    private static final SearchSpace NETS =
            SearchSpace.of(Real.logUniform("learning_rate_init", 1e-3, 1e-1), Choice.of("solver", "adam", "sgd"));

    private static CrossValidation objective(String learner) {
        Map<String, Object> constants = learner.equals("mlp") ? Map.of("hidden_layer_sizes", 8) : Map.of();
        return Task.of(
                        Bundled.dataset("iris", null),
                        0,
                        3,
                        Learners.of(learner),
                        List.of(Metrics.of("log_loss").orElseThrow()),
                        constants,
                        1)
                .objective();
    }

    private static List<?> table(CrossValidation objective, int jobs) {
        SearchSpace space = objective.learner().name().equals("mlp") ? NETS : SPACE;
        return Tuning.of(Goal.minimize("log_loss"), space, objective)
                .sampler(HyperbandSampler.of(1, 9, 3))
                .trials(44)
                .jobs(jobs)
                .run()
                .trials()
                .stream()
                .map(t -> List.of(
                        t.number(), t.proposal(), t.reports(), t.match(c -> c.score(), p -> p, f -> f.failure())))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "gradient_tree_boost", "ada_boost"})
    void theTableIsTheSameWhetherTrainingsGoOnOrNot(String learner) {
        CrossValidation objective = objective(learner);
        List<?> anew = table(objective, 1);
        Standings much = new Standings(100_000_000);
        assertThat(table(objective.withStandings(much), 1)).isEqualTo(anew);
        assertThat(much.bytes()).isPositive();
        assertThat(table(objective.withStandings(new Standings(100_000_000)), 4))
                .isEqualTo(anew);
        // Where there is room for a few alone, some go on and others begin anew.
        Standings few = new Standings(much.bytes() / 5);
        assertThat(table(objective.withStandings(few), 2)).isEqualTo(anew);
        assertThat(few.bytes()).isLessThanOrEqualTo(much.bytes() / 5);
    }

    @Test
    void onAnotherMachineTheyBeginEmpty() throws Exception {
        CrossValidation objective = objective("mlp").withStandings(new Standings(100_000_000));
        table(objective, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(objective);
        CrossValidation there =
                (CrossValidation) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(table(there, 1)).isEqualTo(table(objective, 1));
    }
}
