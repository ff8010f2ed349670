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

    /**
     * A runner.
     *
     * @param executor must be able to run as many tasks at once as there are jobs; fewer only make the run slower
     * @param clock for the time limit
     */
    public Runner(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Ends the run soon: no trial starts any more, running ones are interrupted and released. */
    public void stop(Ending reason) {
        messages.add(new Message.Stop(reason));
    }

    /**
     * Runs until the study ends, and says why it did. An interrupt of the calling thread counts as {@link
     * Ending#INTERRUPTED} and is consumed.
     *
     * @param jobs how many trials may be in flight at once, at least 1; the result does not depend on it
     */
    public Ending run(Study study, Objective objective, int jobs) {
        Duration time = study.budget().time();
        Instant deadline = time == null ? null : clock.instant().plus(time);
        while (study.ending().isEmpty()) {
            launch(study, objective, jobs);
            if (flights.isEmpty()) {
                study.stop(Ending.EXHAUSTED);
                break;
            }
            handle(next(deadline), study);
        }
        land(study);
        return study.ending().orElseThrow();
    }

    /** Trials that ignored the interrupt for five seconds and may still be running, by thread name. */
    public List<String> stubborn() {
        return List.copyOf(stubborn);
    }

    private void launch(Study study, Objective objective, int jobs) {
        while (flights.size() < jobs) {
            Optional<Trial.Running> trial = study.ask();
            if (trial.isEmpty()) {
                return;
            }
            Flight flight = new Flight(trial.get(), study, objective, messages);
            flights.put(trial.get().number(), flight);
            executor.execute(flight);
        }
    }

    private Message next(@Nullable Instant deadline) {
        try {
            if (deadline == null) {
                return messages.take();
            }
            long millis = Duration.between(clock.instant(), deadline).toMillis();
            Message message = messages.poll(Math.max(0, millis), TimeUnit.MILLISECONDS);
            return message == null ? new Message.Stop(Ending.TIME) : message;
        } catch (InterruptedException e) {
            return new Message.Stop(Ending.INTERRUPTED);
        }
    }

    private void handle(Message message, Study study) {
        if (message instanceof Message.Stop stop) {
            study.stop(stop.reason());
        } else if (message instanceof Message.Landed landed) {
            flights.remove(landed.number());
            landed.tell(study);
        }
    }

    /** After the end: what is still in flight is interrupted and, whether it obeys or not, released. */
    private void land(Study study) {
        flights.values().forEach(Flight::interrupt);
        Instant deadline = clock.instant().plus(GRACE);
        while (!flights.isEmpty()) {
            Message message = next(deadline);
            if (message instanceof Message.Landed landed) {
                flights.remove(landed.number());
                landed.tell(study);
            } else if (message instanceof Message.Stop stop && stop.reason() == Ending.TIME) {
                break;
            }
        }
        flights.forEach((number, flight) -> {
            stubborn.add("trial " + number + " on thread " + flight.thread());
            study.release(number);
        });
        flights.clear();
    }
}
