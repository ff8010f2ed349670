package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.NoJournal;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a trial of an objective that costs nothing costs. The honest figures are a benchmark's: ./fettle bench overhead. */
@Tag("slow")
class CostTest {
    private static final int TRIALS = 100_000;

    @Test
    void aTrialTakesLittleTimeAndMemory() {
        StudyConfig config = StudyConfig.of("s", SpaceText.parse("""
                        activation in {relu, tanh, logistic}
                        solver in {adam, sgd}
                        hidden ~ logInt(4, 128)
                        alpha ~ logUniform(1e-6, 10)
                        rate ~ logUniform(1e-4, 1)
                        """), Goal.minimize("loss"), new RandomSampler());
        ExecutorService executor = Executors.newSingleThreadExecutor();
        long bytes = used();
        long start = System.nanoTime();
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        new Runner(executor, InstantSource.system())
                .run(study.begin(Budget.trials(TRIALS)), Objective.of(p -> p.real("alpha")), Limits.jobs(1));
        double micros = (System.nanoTime() - start) / 1e3 / TRIALS;
        bytes = (used() - bytes) / TRIALS;
        executor.shutdownNow();
        assertThat(study.trials().size()).isEqualTo(TRIALS);
        // It takes about 8 µs and 520 bytes. The bounds are against growth with the number of trials and against a
        // forgotten
        // copy: time may be thirty times that on a busy machine, bytes are counted exactly but for what other tests
        // free.
        assertThat(micros).isLessThan(250);
        assertThat(bytes).isLessThan(1000);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
