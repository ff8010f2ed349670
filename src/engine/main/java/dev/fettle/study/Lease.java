package dev.fettle.study;

import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The right to run a study, which one run has at a time. The next run to begin takes it away: a dead lease is asked for
 * nothing, and what it tells is not heard. Safe for any thread; every method is one step.
 *
 * <pre>{@code
 * Lease lease = study.begin(Budget.trials(60));
 * for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
 *     lease.tell(t.get().number(), t.get().attempt(), Score.of(loss(t.get().point())));
 * }
 * }</pre>
 */
public final class Lease implements AutoCloseable {
    private final Study study;
    private final int begun;
    private final Budget budget;
    /** One proposal is thought of at a time. */
    private final Object thinking = new Object();

    private volatile boolean closed;

    Lease(Study study, int begun, Budget budget) {
        this.study = study;
        this.begun = begun;
        this.budget = budget;
    }

    /** What the run was begun with. */
    public Budget budget() {
        return budget;
    }

    /** The question of its study. */
    public StudyConfig config() {
        return study.config();
    }

    /** Whether the run owns its study. */
    public boolean isAlive() {
        return !closed && study.begun() == begun;
    }

    /** Why the run ended, {@link Ending#TAKEN_OVER} if another has begun; empty while it goes on. */
    public Optional<Ending> ending() {
        if (study.begun() != begun) {
            return Optional.of(Ending.TAKEN_OVER);
        }
        return closed ? study.ending().or(() -> Optional.of(Ending.INTERRUPTED)) : study.ending();
    }

    /**
     * The next trial to run, or empty: nothing is left, the run has ended, the sampler must hear the results of running
     * trials first, or {@code goOn} said no. Waits while the sampler thinks, and while another thread asks; nobody else does.
     *
     * @param goOn looked at every now and then while the sampler thinks; false, even once, ends the wait
     */
    public Optional<Trial.Running> ask(BooleanSupplier goOn) {
        synchronized (thinking) {
            BooleanSupplier wanted = new Wanted(goOn);
            while (wanted.getAsBoolean()) {
                Study.Next next = study.next(this);
                if (next.thought() == null) {
                    return Optional.ofNullable(next.trial());
                }
                Proposals.Thinking thought = next.thought().think(wanted);
                if (wanted.getAsBoolean()) {
                    study.accept(this, thought);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether the answer is wanted; once it is not, what was thought is not to be trusted. */
    private final class Wanted implements BooleanSupplier {
        private final BooleanSupplier goOn;
        private volatile boolean over;

        Wanted(BooleanSupplier goOn) {
            this.goOn = goOn;
        }

        @Override
        public boolean getAsBoolean() {
            over |= ending().isPresent() || !goOn.getAsBoolean();
            return !over;
        }
    }

    /**
     * An intermediate score of a running trial, and what the pruner says of it. A trial that is to stop is told by this, and
     * what its evaluation still returns is not heard.
     */
    public Verdict report(int number, int attempt, Report report) {
        return study.report(this, number, attempt, report);
    }

    /**
     * The score of a running trial; NaN, ±∞ and a number of values that is not that of the goals make it fail.
     *
     * @throws IllegalArgumentException if the number was never asked for, or was told before by the user
     */
    public void tell(int number, int attempt, Score score) {
        int goals = config().goals().size();
        study.end(
                this,
                number,
                attempt,
                (trial, took) -> score.values().size() == goals
                        ? trial.complete(score, took)
                        : trial.fail(Failure.notAsMany(score, config().goals()), took));
    }

    /** The trial failed. Throws as {@link #tell} does. */
    public void fail(int number, int attempt, Failure failure) {
        study.end(this, number, attempt, (trial, took) -> trial.fail(failure, took));
    }

    /** The trial was interrupted and will be asked for again. Throws as {@link #tell} does. */
    public void release(int number, int attempt) {
        study.release(this, number, attempt);
    }

    /** Ends the run; the first ending counts. */
    public void stop(Ending reason) {
        study.stop(this, reason);
    }

    /** Gives the right back. */
    @Override
    public void close() {
        closed = true;
    }
}
