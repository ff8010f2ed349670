package dev.fettle.study;

import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proposal gets the next number: those of the user first, then the sampler's, made in blocks of {@code lag} from one
 * history, so that the number of jobs cannot change them. A sampler that does not learn need not hear of a repeat: its
 * proposals whose point has a number are skipped. Confined to its study.
 */
final class Frontier {
    /** After so many skipped proposals in a row the search counts as exhausted. */
    static final int SKIPS = 10_000;

    private final int lag;
    private final Deque<Proposal> enqueued = new ArrayDeque<>();
    private final Deque<Proposal> proposed = new ArrayDeque<>();
    private final Map<Point, Integer> firstWith = new HashMap<>();
    private Search search;
    private int numbered;
    private int skipped;

    Frontier(Search search, int lag) {
        this.search = search;
        this.lag = lag;
    }

    void enqueue(Proposal proposal) {
        enqueued.add(proposal);
    }

    /** How many proposals have a number. */
    int numbered() {
        return numbered;
    }

    /**
     * The proposal that number {@code numbered() + 1} will have; empty if the search must hear more first, or is exhausted.
     *
     * @param told how many trials were told in number order
     */
    Optional<Proposal> peek(int told) {
        if (!enqueued.isEmpty()) {
            return Optional.of(enqueued.getFirst());
        }
        if (lag == Sampler.UNLIMITED) {
            skip();
        } else if (proposed.isEmpty() && told == numbered) {
            propose(lag);
        }
        return Optional.ofNullable(proposed.peekFirst());
    }

    private void propose(int count) {
        Search.Step step = search.propose(count);
        proposed.addAll(step.proposals());
        search = step.next();
    }

    /** Leaves a proposal with a fresh point, if there is one, as the only one. */
    private void skip() {
        while (skipped < SKIPS) {
            if (proposed.isEmpty()) {
                propose(1);
            }
            Proposal first = proposed.peekFirst();
            if (first == null || !firstWith.containsKey(first.point())) {
                skipped = 0;
                return;
            }
            proposed.removeFirst();
            skipped++;
        }
    }

    /** Numbers what {@link #peek} showed; the number under which the point was proposed before, or null. */
    @Nullable
    Integer take() {
        Proposal taken = enqueued.isEmpty() ? proposed.removeFirst() : enqueued.removeFirst();
        numbered++;
        return firstWith.putIfAbsent(taken.point(), numbered);
    }

    void tell(Trial.Finished trial, double loss) {
        search = search.tell(trial, loss);
    }
}
