package dev.fettle.run;

import dev.fettle.study.Study;
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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the flights of one run in the air. It takes one step at a time, whoever calls: the runner, or the thread of a
 * flight that has landed, which then flies the next one itself, so that a short trial costs no change of threads.
 */
final class Tower {
    private final Executor executor;
    private final InstantSource clock;
    private final Study study;
    private final Objective objective;
    private final Limits limits;
    private final Runnable bell;
    private final @Nullable Instant deadline;
    private final Map<Integer, Flight> flights = new LinkedHashMap<>();
    private final List<String> stubborn = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    /** Why a result could not be told: the journal has failed. */
    private @Nullable Throwable broken;
    /** Nobody waits for what still flies. */
    private boolean closed;

    /** @param bell rung when the runner should look up: after the end, at each landing */
    Tower(Executor executor, InstantSource clock, Study study, Objective objective, Limits limits, Runnable bell) {
        this.executor = executor;
        this.clock = clock;
        this.study = study;
        this.objective = objective;
        this.limits = limits;
        this.bell = bell;
        Duration time = study.budget().time();
        this.deadline = time == null ? null : clock.instant().plus(time);
    }

    /** One step of the runner: ends what is over its time, and launches what may start. Throws what a landing threw. */
    synchronized void look() {
        if (broken instanceof Error e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        step(false);
    }

    /** A thread's life: flight behind flight, until there is none for it. */
    private void fly(Flight first) {
        Flight flight = first;
        while (flight != null) {
            flight.fly();
            flight = landed(flight);
        }
    }

    /** Tells what became of a flight, unless it was given up; the next one for the same thread, or null. */
    private synchronized @Nullable Flight landed(Flight flight) {
        if (closed || !flights.remove(flight.number(), flight)) {
            return null;
        }
        Flight next = null;
        try {
            flight.tell();
            next = step(true);
        } catch (RuntimeException | Error e) {
            broken = e;
            closed = true;
        }
        // Behind a late flight the next is due before the end of the grace for which the runner waits.
        if (broken != null || flight.isLate() || study.ending().isPresent()) {
            bell.run();
        }
        return next;
    }

    private @Nullable Flight step(boolean free) {
        if (deadline != null && !clock.instant().isBefore(deadline)) {
            study.stop(Ending.TIME);
        }
        expire();
        Flight own = launch(free);
        if (flights.isEmpty()) {
            study.stop(Ending.EXHAUSTED);
        }
        return own;
    }

    /** Fills the free places; the first flight is left to the calling thread if that is free. */
    private @Nullable Flight launch(boolean free) {
        Flight own = null;
        while (flights.size() < limits.jobs()) {
            Optional<Trial.Running> trial = study.ask();
            if (trial.isEmpty()) {
                break;
            }
            Flight flight = new Flight(trial.get(), study, objective, clock);
            flights.put(flight.number(), flight);
            if (free && own == null) {
                own = flight;
            } else {
                executor.execute(() -> fly(flight));
            }
        }
        return own;
    }

    /** Interrupts the flights whose time is up, and gives up those that had their grace. */
    private void expire() {
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
                giveUp(flight);
            } else {
                flight.expire(limit, now.plus(Runner.GRACE));
            }
        }
    }

    private void giveUp(Flight flight) {
        (flight.isLate() ? abandoned : stubborn).add(flight.place());
        flights.remove(flight.number());
        flight.tell();
    }

    /** When the runner must look, though no bell has rung; null for never. */
    synchronized @Nullable Instant earliest() {
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

    /** Launches nothing any more, and hears of no landing. */
    synchronized void close() {
        closed = true;
        interrupt();
    }

    synchronized boolean isEmpty() {
        return flights.isEmpty();
    }

    synchronized void interrupt() {
        flights.values().forEach(Flight::interrupt);
    }

    /** Gives up what did not obey the interrupt. */
    synchronized void clear() {
        List.copyOf(flights.values()).forEach(this::giveUp);
    }

    synchronized List<String> stubborn() {
        return List.copyOf(stubborn);
    }

    synchronized List<String> abandoned() {
        return List.copyOf(abandoned);
    }
}
