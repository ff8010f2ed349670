package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Requests of one run that are served at once. Trials are asked for as if nothing of the rest had happened yet, and so do not
 * depend on it.
 *
 * @param asks for the next trial
 * @param others each about another trial
 */
record Batch(Lease lease, List<Request> asks, List<Request> others) {
    /** Whether there may be something that is to happen. */
    boolean isWorthATurn(Decisions decisions) {
        boolean asking = !asks.isEmpty() && decisions.prospect().isAny();
        return asking || others.stream().anyMatch(request -> request.decide().isPresent());
    }

    /** What is to happen, from the state as it is, of which nothing changes. */
    List<Event> decide(Decisions decisions, BooleanSupplier goOn) {
        List<Event> events = new ArrayList<>();
        if (!asks.isEmpty()) {
            events.addAll(decisions.asked(asks.size(), goOn));
        }
        others.forEach(request -> request.decide().ifPresent(events::add));
        return events;
    }

    /**
     * Serves those for whom it has happened. Who gets none of several trials asks again; if there is none at all, that is the
     * answer.
     */
    void serve(List<Event> happened, Decisions decisions) {
        others.forEach(Request::grant);
        int asked = 0;
        int granted = 0;
        for (Event event : happened) {
            if (event instanceof Event.Asked one) {
                Trial.Running trial = decisions.running(one.number(), one.attempt());
                asked++;
                if (trial != null) {
                    asks.get(granted).grant(trial);
                    granted++;
                }
                // Else it shares the end of an earlier trial.
            }
        }
        if (asked == 0) {
            asks.forEach(request -> request.grant(null));
        }
    }
}
