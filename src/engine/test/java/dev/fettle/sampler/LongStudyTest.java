package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract asks of 12 trials, of 200; and far more of them than a model looks at: {@code -Dfettle.long.trials=2000}. */
class LongStudyTest {
    private static final int LONG = Integer.getInteger("fettle.long.trials", 600);

    private static final SearchSpace SPACE = SpaceText.parse("""
            model in {tree, net}
            depth ~ logInt(1, 64) if model == tree
            layers ~ int(1, 3) if model == net
            rate ~ logUniform(1e-4, 1) if model == net
            second ~ int(8, 64, step 8) if layers >= 2
            act in {relu, tanh, logistic} if layers >= 2
            alpha ~ logNormal(-5, 2)
            w[4] ~ uniform(-1, 1)
            """);

    static Stream<Sampler> samplers() {
        return Stream.of(new BayesSampler(), new TpeSampler(), new CmaSampler(), new RandomSampler());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplers")
    void theTableOfTwoHundredTrialsIsTheSameAtAnyJobsAndWhenCut(Sampler sampler) throws Exception {
        MemoryJournal whole = new MemoryJournal();
        List<String> one = rows(study(sampler, whole, 200, 1));
        assertThat(one).hasSize(200);
        assertThat(rows(study(sampler, new MemoryJournal(), 200, 2))).isEqualTo(one);
        assertThat(rows(study(sampler, new MemoryJournal(), 200, 8))).isEqualTo(one);
        MemoryJournal torn = new MemoryJournal();
        torn.append(0, whole.read(0).subList(0, 151));
        assertThat(rows(study(sampler, torn, 200, 8))).isEqualTo(one);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplers")
    void aLongStudyFinishesAndStillImproves(Sampler sampler) {
        History history = study(sampler, new MemoryJournal(), LONG, 8);
        assertThat(history.size()).isEqualTo(LONG);
        assertThat(history.trials().stream().map(Trial.Finished::point)).doesNotHaveDuplicates();
        assertThat(best(history)).isLessThan(best(history.first(250)));
    }

    private static double best(History history) {
        return history.best().orElseThrow().score().value();
    }

    private static List<String> rows(History history) {
        return history.trials().stream()
                .map(t -> t.number() + " " + t.proposal())
                .toList();
    }

    /** With up to {@code jobs} in the air, of which the youngest lands first; every ninth fails. */
    private static History study(Sampler sampler, Journal journal, int trials, int jobs) {
        StudyConfig config =
                StudyConfig.of("s", SPACE, Goal.minimize("loss"), sampler).withBatch(8);
        Study study = Study.open(config, journal, InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(trials).withOnError(Budget.OnError.IGNORE));
        List<Trial.Running> air = new ArrayList<>();
        while (true) {
            Optional<Trial.Running> next = air.size() < jobs ? lease.ask(() -> true) : Optional.empty();
            next.ifPresent(air::add);
            if (next.isEmpty()) {
                if (air.isEmpty()) {
                    return study.history();
                }
                land(lease, air.remove(air.size() - 1));
            }
        }
    }

    /** A distance, and a winding valley (Rosenbrock, 1960) at whose end nobody is soon. */
    private static double loss(Point point) {
        double loss = Arrays.stream(SPACE.encode(point))
                .limit(7)
                .filter(u -> !Double.isNaN(u))
                .map(u -> Math.abs(u - 0.3))
                .sum();
        double[] w = point.reals("w");
        for (int i = 0; i < 3; i++) {
            double off = w[i + 1] - w[i] * w[i];
            loss += 10 * off * off + 0.1 * (1 - w[i]) * (1 - w[i]);
        }
        return loss;
    }

    private static void land(Lease lease, Trial.Running trial) {
        if (trial.number() % 9 == 0) {
            lease.fail(trial.number(), trial.attempt(), Failure.thrown("E", ""));
        } else {
            lease.tell(trial.number(), trial.attempt(), Score.of(loss(trial.point())));
        }
    }
}
