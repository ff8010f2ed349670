package dev.fettle.study;

import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a study: keeps up to {@code jobs} trials in flight on the threads of an executor and tells the study what became of
 * them. The thread that calls {@link #run} does all the asking and telling; {@link #stop} may be called from any thread.
 * One runner, one run.
 */
public final class Runner {
    /** How long a trial that was interrupted may take to obey. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Executor executor;
    private final InstantSource clock;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Map<Integer, Flight> flights = new LinkedHashMap<>();
    private final List<String> stubborn = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();

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
        messages.add(new Message.Stop(reason));
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
     */
    public Ending run(Study study, Objective objective, Limits limits) {
        Duration time = study.budget().time();
        Instant deadline = time == null ? null : clock.instant().plus(time);
        try {
            while (study.ending().isEmpty()) {
                launch(study, objective, limits.jobs());
                if (flights.isEmpty()) {
                    study.stop(Ending.EXHAUSTED);
                    break;
                }
                handle(next(earliest(deadline, limits)), study);
                if (deadline != null && !clock.instant().isBefore(deadline)) {
                    study.stop(Ending.TIME);
                }
                expire(limits);
            }
            land(study);
        } finally {
            // Nothing is left unless the journal has failed; then nobody waits for these.
            flights.values().forEach(Flight::interrupt);
        }
        return study.ending().orElseThrow();
    }

    /** Trials that ignored the end of the run for five seconds and may still be running, by thread name. */
    public List<String> stubborn() {
        return List.copyOf(stubborn);
    }

    /** Trials that ignored the end of their time for five seconds and may still be running, by thread name. */
    public List<String> abandoned() {
        return List.copyOf(abandoned);
    }

    private void launch(Study study, Objective objective, int jobs) {
        while (flights.size() < jobs) {
            Optional<Trial.Running> trial = study.ask();
            if (trial.isEmpty()) {
                return;
            }
            Flight flight = new Flight(trial.get(), study, objective, clock, messages);
            flights.put(trial.get().number(), flight);
            executor.execute(flight);
        }
    }

    /** When the runner must look up, though no message has come; null for never. */
    private @Nullable Instant earliest(@Nullable Instant deadline, Limits limits) {
        Instant first = deadline;
        if (limits.trialTime() != null) {
            Instant now = clock.instant();
            for (Flight flight : flights.values()) {
                Instant due = flight.due(now, limits.trialTime());
                first = first == null || due.isBefore(first) ? due : first;
            }
        }
        return first;
    }

    /** The next message; null if none comes before the deadline. */
    private @Nullable Message next(@Nullable Instant deadline) {
        try {
            if (deadline == null) {
                return messages.take();
            }
            // One more: a part of a millisecond must not become a loop without waiting.
            long millis = Duration.between(clock.instant(), deadline).toMillis() + 1;
            return messages.poll(Math.max(0, millis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return new Message.Stop(Ending.INTERRUPTED);
        }
    }

    private void handle(@Nullable Message message, Study study) {
        if (message instanceof Message.Stop stop) {
            study.stop(stop.reason());
        } else if (message instanceof Flight flight && flights.remove(flight.number(), flight)) {
            flight.tell();
        }
    }

    /** Interrupts the trials whose time is up, and gives up those that had their grace. */
    private void expire(Limits limits) {
        Duration limit = limits.trialTime();
        if (limit == null) {
            return;
        }
        Instant now = clock.instant();
        for (Flight flight : List.copyOf(flights.values())) {
            if (now.isBefore(flight.due(now, limit))) {
                continue;
            }
            if (flight.isLate()) {
                abandon(flight);
            } else {
                flight.expire(limit, now.plus(GRACE));
            }
        }
    }

    private void abandon(Flight flight) {
        abandoned.add(flight.place());
        flights.remove(flight.number());
        flight.tell();
    }

    /** After the end: what is still in flight is interrupted and, whether it obeys or not, told. */
    private void land(Study study) {
        flights.values().forEach(Flight::interrupt);
        Instant deadline = clock.instant().plus(GRACE);
        while (!flights.isEmpty()) {
            Message message = next(deadline);
            if (message == null) {
                break;
            }
            handle(message, study);
        }
        for (Flight flight : List.copyOf(flights.values())) {
            (flight.isLate() ? abandoned : stubborn).add(flight.place());
            flights.remove(flight.number());
            flight.tell();
        }
    }
}
