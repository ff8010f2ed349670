package dev.fettle.sampler;

import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.List;

/**
 * The state of one search as an immutable value. Laws: proposing or telling changes nothing but returns the next state;
 * the same state proposes the same points; trials are told in the order of their numbers.
 */
public interface Search {
    /** At most {@code count} ≥ 1 proposals inside the space; fewer, or none, when there is nothing left to propose. */
    Step propose(int count);

    /**
     * The state that knows one more result.
     *
     * @param loss to be minimised; +∞ if the trial failed, never NaN
     */
    Search tell(Trial.Finished trial, double loss);

    /** What was proposed, and the state after it. */
    record Step(List<Proposal> proposals, Search next) {
        public Step {
            proposals = List.copyOf(proposals);
        }
    }
}
