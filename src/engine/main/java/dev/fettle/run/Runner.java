package dev.fettle.run;

import dev.fettle.study.Study;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a study: keeps up to {@code jobs} trials in flight on the threads of an executor and tells the study what became of
 * them, one step at a time. {@link #stop} may be called from any thread. One runner, one run.
 */
public final class Runner {
    /** How long a trial that was interrupted may take to obey. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Executor executor;
    private final InstantSource clock;
    /** Wishes to end the run; empty ones only ask the runner to look up. */
    private final BlockingQueue<Optional<Ending>> bell = new LinkedBlockingQueue<>();

    private List<String> stubborn = List.of();
    private List<String> abandoned = List.of();

    /**
     * A runner.
     *
     * @param executor must be able to run as many tasks at once as there are jobs, and one more for each trial that was
     *     abandoned; fewer threads only make the run slower, but with none left it waits for its time or for a stop
     * @param clock for the time limits
     */
    public Runner(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Ends the run soon: no trial starts any more, running ones are interrupted and released. */
    public void stop(Ending reason) {
        bell.add(Optional.of(reason));
    }

    /** As {@link #run(Study, Objective, Limits)}, without a limit on the time of a trial. */
    public Ending run(Study study, Objective objective, int jobs) {
        return run(study, objective, Limits.jobs(jobs));
    }

    /**
     * Runs until the study ends, and says why it did. An interrupt of the calling thread counts as {@link
     * Ending#INTERRUPTED} and is consumed.
     *
     * <p>A trial over its time is interrupted and fails; if it does not obey within five seconds it is abandoned: its
     * thread may run on, what it returns is ignored, and its place is free for the next.
     *
     * @throws java.io.UncheckedIOException if the journal fails; what was in flight is interrupted
     */
    public Ending run(Study study, Objective objective, Limits limits) {
        Tower tower = new Tower(executor, clock, study, objective, limits, () -> bell.add(Optional.empty()));
        try {
            tower.look();
            while (study.ending().isEmpty()) {
                next(tower.earliest()).flatMap(wish -> wish).ifPresent(study::stop);
                tower.look();
            }
            land(tower);
        } finally {
            // Nothing is left unless the journal has failed; then nobody waits for these.
            tower.close();
            stubborn = tower.stubborn();
            abandoned = tower.abandoned();
        }
        return study.ending().orElseThrow();
    }

    /** After a run: trials that ignored its end for five seconds and may still be running, by thread name. */
    public List<String> stubborn() {
        return stubborn;
    }

    /** After a run: trials that ignored the end of their time for five seconds, likewise. */
    public List<String> abandoned() {
        return abandoned;
    }

    /** What rang the bell; empty if nothing did before the deadline. */
    private Optional<Optional<Ending>> next(@Nullable Instant deadline) {
        try {
            if (deadline == null) {
                return Optional.of(bell.take());
            }
            // One more: a part of a millisecond must not become a loop without waiting.
            long millis = Duration.between(clock.instant(), deadline).toMillis() + 1;
            return Optional.ofNullable(bell.poll(Math.max(0, millis), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            return Optional.of(Optional.of(Ending.INTERRUPTED));
        }
    }

    /** After the end: what is still in flight is interrupted and, whether it obeys or not, told. */
    private void land(Tower tower) {
        tower.interrupt();
        Instant deadline = clock.instant().plus(GRACE);
        while (!tower.isEmpty() && next(deadline).isPresent()) {
            // Another landing, or another wish to end what has ended.
        }
        tower.clear();
        tower.look();
    }
}
