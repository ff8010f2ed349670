package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a run lets happen next, as an event, or null for nothing; from the state as it is. */
record Decisions(State state, Lease lease, Instant now) {
    /**
     * What can be asked for, as events that may all happen at once. Behind a repeat there is no more, as its end is known and may
     * change what comes.
     *
     * @param most at least 1
     * @param goOn whether the next may be thought of; looked at again and again
     */
    List<Event> asked(int most, BooleanSupplier goOn) {
        Trial.Running lost = state.open().lost();
        if (lost != null && lease.ending(state).isEmpty()) {
            int told = state.open().told(lost.number());
            return List.of(asked(lost.number(), lost.attempt() + 1, lost.proposal(), told, null));
        }
        List<Event> asked = new ArrayList<>();
        Proposals proposals = state.proposals();
        int number = proposals.numbered() + 1;
        for (boolean repeats = false; asked.size() < most && !repeats && isReady(number, goOn); number++) {
            Proposal proposal = proposals.ready(number).orElseThrow();
            Integer source = proposals.first(number);
            asked.add(asked(number, 1, proposal, proposals.known(number), source));
            repeats = source != null;
        }
        return asked;
    }

    private boolean isReady(int number, BooleanSupplier goOn) {
        Proposals proposals = state.proposals();
        if (!isTurn(number)) {
            return false;
        }
        if (proposals.ready(number).isEmpty() && goOn.getAsBoolean()) {
            Proposals.Thought thought = proposals.thought(told());
            Proposals.Thinking thinking = thought == null ? null : thought.think(goOn);
            if (thinking != null && goOn.getAsBoolean()) {
                proposals.accept(thinking);
            }
        }
        return proposals.ready(number).isPresent();
    }

    private List<Trial.Finished> told() {
        return state.results().history().trials();
    }

    private Event.Asked asked(int number, int attempt, Proposal proposal, int told, @Nullable Integer source) {
        return new Event.Asked(now, lease.run(), number, attempt, proposal, told, source);
    }

    private boolean isTurn(int number) {
        return lease.ending(state).isEmpty() && state.isTurn(number);
    }

    /**
     * What an ask will find.
     *
     * @param ready whether something can be asked for without thinking
     * @param thought what must be thought first, if something can be asked for then
     */
    record Prospect(boolean ready, Proposals.@Nullable Thought thought) {
        /** Whether there is anything. */
        boolean isAny() {
            return ready || thought != null;
        }
    }

    Prospect prospect() {
        boolean ready = !asked(1, () -> false).isEmpty();
        boolean thinks = !ready && isTurn(state.proposals().numbered() + 1);
        return new Prospect(ready, thinks ? state.proposals().thought(told()) : null);
    }

    /** That nothing is under way, here or in another process, and nothing is left to ask for. */
    Event.@Nullable Stopped exhausted() {
        return state.open().isEmpty() && !prospect().isAny() ? stopped(Ending.EXHAUSTED) : null;
    }

    Event.@Nullable Reported reported(int number, int attempt, Report report) {
        return running(number, attempt) == null ? null : new Event.Reported(now, number, attempt, report);
    }

    Event.@Nullable Told told(int number, int attempt, Outcome outcome) {
        Trial.Running trial = wanted(number, attempt);
        return trial == null ? null : new Event.Told(now, number, attempt, took(trial), outcome);
    }

    /** Told of a trial that is pruned, unless something else has ended it. */
    Event.@Nullable Told cut(int number, int attempt, String reason) {
        return running(number, attempt) == null ? null : told(number, attempt, new Outcome.Cut(reason));
    }

    /** Nothing where the clock was turned back meanwhile. */
    private Duration took(Trial.Running trial) {
        Duration took = Duration.between(trial.started(), now);
        return took.isNegative() ? Duration.ZERO : took;
    }

    Event.@Nullable Released released(int number, int attempt) {
        return wanted(number, attempt) == null ? null : new Event.Released(now, number, attempt);
    }

    Event.@Nullable Stopped stopped(Ending reason) {
        return lease.ending(state).isEmpty() ? new Event.Stopped(now, lease.run(), reason) : null;
    }

    /** That the run is over, whatever ended it. */
    Event.@Nullable Stopped over() {
        return state.isOver(lease.run())
                ? null
                : new Event.Stopped(now, lease.run(), state.ending(lease.run()).orElse(Ending.INTERRUPTED));
    }

    /** That another run is dead, which has left trials behind. */
    Event.@Nullable Stopped takenOver(int run) {
        return lease.ending(state).isEmpty() && state.open().byRun().keySet().contains(run)
                ? new Event.Stopped(now, run, Ending.TAKEN_OVER)
                : null;
    }

    /** The trial, if this run evaluates it. */
    Trial.@Nullable Running running(int number, int attempt) {
        return lease.isAlive(state) ? state.open().running(number, attempt, lease.run()) : null;
    }

    /** The trial that is told of; null if nobody waits for it: its run is dead, it was pruned, or it was given to another run. */
    private Trial.@Nullable Running wanted(int number, int attempt) {
        Trial.Running trial = running(number, attempt);
        if (trial == null
                && lease.isAlive(state)
                && !state.results().isPruned(number)
                && !lease.isUndone(number, attempt)) {
            throw new IllegalArgumentException("Trial (" + number + ") must be running. Maybe it was told before.");
        }
        return trial;
    }
}
