package dev.fettle.run;

import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates on the threads of an executor. An evaluation that is begun while its thread lands another one runs on that
 * thread, so that a short trial costs no change of threads. Whatever an objective does, its evaluation lands, and an
 * interrupt meant for it never reaches what the thread does next.
 */
public final class ThreadCrew implements Crew {
    /** Who runs on a thread, while it lands something. */
    private static final ThreadLocal<Worker> LANDING = new ThreadLocal<>();

    private final Executor executor;
    private final int places;

    private static final class Worker {
        private final ThreadCrew crew;
        private @Nullable Flight next;

        Worker(ThreadCrew crew) {
            this.crew = crew;
        }
    }

    /**
     * A crew.
     *
     * @param executor must be able to run as many tasks at once as there are places, and one more for each evaluation that was
     *     given up; fewer threads only make the run slower, but with none left it waits for its time or for a stop
     * @param places at least 1
     */
    public ThreadCrew(Executor executor, int places) {
        this.executor = executor;
        this.places = places;
    }

    @Override
    public int places() {
        return places;
    }

    @Override
    public Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener) {
        Flight flight = new Flight(trial, objective, seed, listener);
        Worker worker = LANDING.get();
        if (worker != null && worker.crew == this && worker.next == null) {
            worker.next = flight;
        } else {
            executor.execute(() -> work(flight));
        }
        return flight;
    }

    /** A thread's life: evaluation behind evaluation, until there is none for it. */
    private void work(Flight first) {
        for (Flight flight = first; flight != null; ) {
            Listener.Landing end = flight.run();
            Worker worker = new Worker(this);
            LANDING.set(worker);
            try {
                flight.listener.landed(end);
            } finally {
                LANDING.remove();
            }
            flight = worker.next;
        }
    }

    private static final class Flight implements Evaluation, Probe {
        /** What is told of an evaluation that could not even say why it failed: there was no memory left. */
        private static final Listener.Landing LOST = new Listener.Landing.Threw(Failure.thrown("OutOfMemoryError", ""));

        private final Trial.Running trial;
        private final Objective objective;
        private final long seed;
        private final Listener listener;
        private @Nullable Thread thread;
        private boolean interrupted;
        private boolean landed;
        private volatile boolean wanted = true;

        Flight(Trial.Running trial, Objective objective, long seed, Listener listener) {
            this.trial = trial;
            this.objective = objective;
            this.seed = seed;
            this.listener = listener;
        }

        /** Comes back normally, whatever the objective does: one trial must not end the run. */
        Listener.Landing run() {
            try {
                return evaluate();
            } catch (Throwable e) {
                // Not even its name could be kept.
                return LOST;
            } finally {
                end();
            }
        }

        private Listener.Landing evaluate() {
            try {
                if (!begin()) {
                    return LOST;
                }
                listener.began();
                return new Listener.Landing.Returned(Objects.requireNonNull(
                        objective.evaluate(trial.point(), this), "Score (null) must be a number."));
            } catch (Throwable e) {
                return new Listener.Landing.Threw(Failure.of(e));
            }
        }

        private synchronized boolean begin() {
            thread = Thread.currentThread();
            return !interrupted;
        }

        private synchronized void end() {
            thread = null;
            landed = true;
            Thread.interrupted();
        }

        @Override
        public synchronized boolean interrupt() {
            interrupted |= !landed;
            wanted = false;
            if (thread != null) {
                thread.interrupt();
            }
            return !landed;
        }

        @Override
        public synchronized String place() {
            return "thread " + (thread == null ? "none" : thread.getName());
        }

        @Override
        public boolean report(int step, double score) {
            if (wanted && listener.reported(new Report(step, score)) instanceof Verdict.Stop) {
                wanted = false;
            }
            return wanted;
        }

        @Override
        public int resource() {
            return trial.proposal().resource();
        }

        @Override
        public long seed() {
            return seed;
        }

        @Override
        public int number() {
            return trial.number();
        }
    }
}
