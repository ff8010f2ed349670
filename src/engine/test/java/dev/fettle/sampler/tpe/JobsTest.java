package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract asks of 12 trials, of 200. */
class JobsTest {
    private static final SearchSpace SPACE = TpeSamplerTest.nested();

    @ParameterizedTest(name = "{0} jobs")
    @ValueSource(ints = {2, 8})
    void theTableOfTwoHundredTrialsIsTheSameAtAnyJobsAndWhenCut(int jobs) throws Exception {
        List<String> one = study(new MemoryJournal(), 1);
        MemoryJournal whole = new MemoryJournal();
        assertThat(study(whole, jobs)).isEqualTo(one).hasSize(200);
        MemoryJournal torn = new MemoryJournal();
        torn.append(0, whole.read(0).subList(0, 151));
        assertThat(study(torn, jobs)).isEqualTo(one);
    }

    /** With up to {@code jobs} in the air, of which the youngest lands first. */
    private static List<String> study(Journal journal, int jobs) {
        StudyConfig config =
                StudyConfig.of("s", SPACE, Trials.LOSS, new TpeSampler()).withBatch(8);
        Study study = Study.open(config, journal, InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(200).withOnError(Budget.OnError.IGNORE));
        List<Trial.Running> air = new ArrayList<>();
        while (true) {
            Optional<Trial.Running> next = air.size() < jobs ? lease.ask(() -> true) : Optional.empty();
            next.ifPresent(air::add);
            if (next.isEmpty()) {
                if (air.isEmpty()) {
                    return study.history().trials().stream()
                            .map(t -> t.number() + " " + t.proposal())
                            .toList();
                }
                land(lease, air.remove(air.size() - 1));
            }
        }
    }

    private static void land(Lease lease, Trial.Running trial) {
        double loss = Arrays.stream(SPACE.encode(trial.point()))
                .filter(u -> !Double.isNaN(u))
                .map(u -> Math.abs(u - 0.3))
                .sum();
        if (trial.number() % 9 == 0) {
            lease.fail(trial.number(), trial.attempt(), Failure.thrown("E", ""));
        } else {
            lease.tell(trial.number(), trial.attempt(), Score.of(loss));
        }
    }
}
