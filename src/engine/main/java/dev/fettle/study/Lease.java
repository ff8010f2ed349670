package dev.fettle.study;

import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a study. The next run of the same {@link Study} ends it, and so does another process that finds this one dead: what
 * it tells is then not heard. Runs of several processes go on side by side. Safe for any thread; every method is one step.
 *
 * <pre>{@code
 * Lease lease = study.begin(Budget.trials(60));
 * for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
 *     lease.tell(t.get().number(), t.get().attempt(), Score.of(loss(t.get().point())));
 * }
 * }</pre>
 */
public final class Lease implements AutoCloseable {
    private final StudyConfig config;
    private final Steps steps;
    private final int run;
    private final Budget budget;
    private final Attendance here;
    /** One proposal is thought of at a time. */
    private final Object thinking = new Object();

    /** Attempts that were begun a moment before another process began to write, and do not count. */
    private final Set<Attempt> undone = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    private volatile @Nullable Ending ending;
    private volatile Runnable bell = () -> {};

    private record Attempt(int number, int attempt) {}

    /** @param here by which others see that the run lives, until this is closed */
    Lease(StudyConfig config, Steps steps, int run, Budget budget, Attendance here) {
        this.config = config;
        this.steps = steps;
        this.run = run;
        this.budget = budget;
        this.here = here;
    }

    /** From 1, in the order in which the runs of the study began. */
    int run() {
        return run;
    }

    /** What the run was begun with. */
    public Budget budget() {
        return budget;
    }

    /** The question of its study. */
    public StudyConfig config() {
        return config;
    }

    /** Whether what it tells is heard. */
    public boolean isAlive() {
        return !closed && !Ending.TAKEN_OVER.equals(ending);
    }

    /**
     * Why the run ended, {@link Ending#TAKEN_OVER} if the next of its study has begun or another process has found this one
     * dead; empty while it goes on. Never waits.
     */
    public Optional<Ending> ending() {
        return orClosed(Optional.ofNullable(ending));
    }

    /** Why it ended, as far as is known; null while it goes on. */
    void end(@Nullable Ending why) {
        ending = why;
    }

    /** The same, as the state has it. */
    Optional<Ending> ending(State state) {
        return orClosed(state.ending(run));
    }

    /** {@link #isAlive}, as the state has it. */
    boolean isAlive(State state) {
        return !closed && state.ending(run).filter(Ending.TAKEN_OVER::equals).isEmpty();
    }

    private Optional<Ending> orClosed(Optional<Ending> ending) {
        return closed ? ending.or(() -> Optional.of(Ending.INTERRUPTED)) : ending;
    }

    /**
     * Learns what other processes have done, and takes over what the dead among them have left behind.
     *
     * @throws java.io.UncheckedIOException if the journal cannot be read, or could not keep what has happened
     */
    public void look() {
        if (closed) {
            return;
        }
        Map<Integer, String> others = steps.others(this);
        Set<String> gone = here.gone(Set.copyOf(others.values()));
        others.forEach((other, writer) -> {
            if (gone.contains(writer)) {
                steps.takeOver(this, other);
            }
        });
    }

    /** How often to {@link #look}; empty for never, as nobody else can write. */
    public Optional<Duration> pause() {
        return steps.pause();
    }

    /**
     * Whether the run has ended once all that has happened is kept: another process that has just begun to write may have
     * undone what happened a moment before, and then the run goes on.
     *
     * @throws UncheckedIOException if it could not be kept
     */
    public boolean isSettled() {
        steps.settle(this);
        return ending().isPresent();
    }

    /** Ends the run if nothing is under way, here or in another process, and nothing is left to ask for. */
    public void exhaust() {
        steps.exhaust(this);
    }

    /** Called by another thread when {@link #look} has something new: the journal has failed, or somebody else has begun to write. */
    public void onTrouble(Runnable wakeUp) {
        bell = wakeUp;
    }

    void wakeUp() {
        bell.run();
    }

    void undo(int number, int attempt) {
        undone.add(new Attempt(number, attempt));
    }

    boolean isUndone(int number, int attempt) {
        return undone.contains(new Attempt(number, attempt));
    }

    /**
     * The next trial to run, or empty: nothing is left, the run has ended, the sampler must hear the results of running
     * trials first, or {@code goOn} said no. Waits while the sampler thinks, and while another thread asks; nobody else does.
     *
     * @param goOn looked at every now and then while the sampler thinks; false, even once, ends the wait
     */
    public Optional<Trial.Running> ask(BooleanSupplier goOn) {
        BooleanSupplier wanted = new Wanted(() -> ending().isEmpty() && goOn.getAsBoolean());
        while (wanted.getAsBoolean()) {
            Optional<Trial.Running> next = steps.next(this);
            if (next.isPresent() || !think(wanted)) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Whether there may be something to ask for, now that this or another thread has thought of it. */
    private boolean think(BooleanSupplier wanted) {
        synchronized (thinking) {
            Decisions.Prospect prospect = steps.prospect(this);
            if (prospect.thought() != null) {
                Proposals.Thinking thinking = prospect.thought().think(wanted);
                if (wanted.getAsBoolean()) {
                    steps.accept(this, thinking);
                }
            }
            return prospect.isAny();
        }
    }

    /**
     * An intermediate score of a running trial, and what the pruner says of it. A trial that is to stop is told by this, and
     * what its evaluation still returns is not heard.
     */
    public Verdict report(int number, int attempt, Report report) {
        return steps.report(this, number, attempt, report);
    }

    /**
     * The score of a running trial; NaN, ±∞ and a number of values that is not that of the goals make it fail.
     *
     * @throws IllegalArgumentException if the number was never asked for, or was told before by the user
     */
    public void tell(int number, int attempt, Score score) {
        steps.end(this, number, attempt, outcome(score));
    }

    /** What a score is worth to the study. */
    public Outcome outcome(Score score) {
        List<Goal> goals = config().goals();
        return score.values().size() == goals.size()
                ? new Outcome.Scored(score)
                : new Outcome.Lost(Failure.notAsMany(score, goals));
    }

    /**
     * Tells what became of a running trial, and asks for the next where many processes write: one turn is enough for both then.
     * Throws as {@link #tell} does.
     *
     * @return empty if there is none, or it was not asked for; then {@link #ask}
     */
    public Optional<Trial.Running> exchange(int number, int attempt, Outcome outcome) {
        return steps.exchange(this, number, attempt, outcome);
    }

    /** The trial failed. Throws as {@link #tell} does. */
    public void fail(int number, int attempt, Failure failure) {
        steps.end(this, number, attempt, new Outcome.Lost(failure));
    }

    /** The trial was interrupted and will be asked for again. Throws as {@link #tell} does. */
    public void release(int number, int attempt) {
        steps.release(this, number, attempt);
    }

    /** Ends the run; the first ending counts. */
    public void stop(Ending reason) {
        steps.stop(this, reason);
    }

    /**
     * Ends the run, if it has not ended. All that it has told is kept then.
     *
     * @throws UncheckedIOException if it could not be; the next run will try again
     */
    @Override
    public void close() {
        if (!closed) {
            try {
                steps.close(this);
            } finally {
                closed = true;
                here.leave();
            }
        }
    }
}
