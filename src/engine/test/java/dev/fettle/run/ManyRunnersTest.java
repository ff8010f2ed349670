package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.study.StudyTest;
import dev.fettle.study.Toys;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several runners with several jobs each, as if each were a process of its own, on one journal. */
class ManyRunnersTest {
    private static final int TRIALS = 240;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    static Stream<Sampler> samplers() {
        return Stream.of(
                new RandomSampler(),
                new RandomSampler(true),
                new Toys.Climber(new Pace.Window(20)),
                new Toys.Climber(new Pace.Generation(24)));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theirTableIsThatOfOne(Sampler sampler) throws Exception {
        List<String> one = table(sampler, 1, new MemoryJournal());
        assertThat(one).hasSize(TRIALS);
        Journal journal = new MemoryJournal();
        assertThat(table(sampler, 6, journal)).isEqualTo(one);
        List<Integer> told = journal.read(0).stream()
                .filter(Event.Told.class::isInstance)
                .map(event -> ((Event.Told) event).number())
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        List<Event> asked =
                journal.read(0).stream().filter(Event.Asked.class::isInstance).toList();
        assertThat(asked).hasSize(TRIALS);
    }

    private List<String> table(Sampler sampler, int runners, Journal journal) throws Exception {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1), Whole.between("k", 1, 5));
        StudyConfig config = StudyConfig.of("s", space, Goal.minimize("loss"), sampler);
        Objective objective = Objective.of(p -> Math.abs(p.real("x") - 0.3) + p.whole("k"));
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            all.add(executor.submit(() -> {
                Study study = Study.open(config, journal, StudyTest.CLOCK);
                try (Lease lease = study.begin(Budget.trials(TRIALS))) {
                    new Runner(executor).run(lease, objective, Limits.jobs(runners == 1 ? 1 : 4));
                }
                return true;
            }));
        }
        for (Future<Boolean> one : all) {
            one.get();
        }
        return Study.open(config, journal, StudyTest.CLOCK).history().trials().stream()
                .map(t -> t.number() + " " + t.proposal())
                .toList();
    }
}
