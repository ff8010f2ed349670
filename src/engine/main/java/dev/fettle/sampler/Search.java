package dev.fettle.sampler;

import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The state of one search as an immutable value, for any thread. Laws:
 *
 * <ul>
 *   <li>proposing or telling changes nothing but returns the next state; the same state proposes the same points;
 *   <li>proposing a and then b gives what proposing a + b gives, so a search may be asked for one at a time;
 *   <li>the state after {@link #propose} and the state after {@link #made} of the same proposals propose the same points;
 *   <li>trials are told in the order of their numbers, all of them but for a search whose pace is {@link Pace.Free}; before
 *       the first proposal it may be told results of an earlier study, which have numbers of their own.
 * </ul>
 *
 * <pre>{@code
 * Search first = new RandomSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(42));
 * Search.Step step = first.propose(10, () -> true);
 * Search second = step.next().tell(Told.of(trial, List.of(Goal.minimize("loss"))));
 * }</pre>
 */
public interface Search {
    /**
     * How far proposals may run ahead of results. Asked of the first state, with and without the results of an earlier study,
     * and, if it says {@link Pace.Generation}, of the state that begins each further generation.
     */
    Pace pace();

    /**
     * At most {@code count} ≥ 1 proposals inside the space; fewer, or none, when there is nothing left to propose.
     *
     * @param goOn looked at before each proposal and at least every 10 ms; when it says false what is returned does not matter,
     *     and is thrown away
     */
    Step propose(int count, BooleanSupplier goOn);

    /** The state that knows one more result; each trial is told once. */
    Search tell(Told told);

    /**
     * The state that knows of points which somebody else runs before its first proposal, and will be told: where a search looks
     * at trials under way, these are among them.
     */
    default Search expecting(List<Point> points) {
        return this;
    }

    /**
     * The state behind proposals that this one, or another version of it, has made before: what a replay needs instead of
     * choosing them again. Quick, however long choosing takes.
     */
    default Search made(List<Proposal> proposals) {
        return proposals.isEmpty()
                ? this
                : propose(proposals.size(), () -> true).next();
    }

    /**
     * The generations that finish where this search goes on with trials to their end, in their order; none where a search has
     * no generations, or they have no width. Takes as long as going on without choosing.
     *
     * @param told all trials behind this state, in the order of their numbers; its own are known by their origin
     */
    default List<Spread> spreads(List<? extends Told> told) {
        return List.of();
    }

    /**
     * The steps down a gradient behind this state, likewise; none where a search takes none.
     *
     * @param told all trials, as for {@link #spreads}
     */
    default List<Slope> slopes(List<? extends Told> told) {
        return List.of();
    }

    /**
     * What was proposed, and the state after it.
     *
     * @param proposals empty when there is nothing left
     */
    record Step(List<Proposal> proposals, Search next) {
        public Step {
            proposals = List.copyOf(proposals);
        }

        /**
         * What {@link Search#propose} returns where proposals are chosen one by one.
         *
         * @param one the next of a state, and the state after it, of the same class; without a proposal if none is left
         */
        @SuppressWarnings("unchecked")
        public static <S extends Search> Step oneByOne(S from, int count, BooleanSupplier goOn, Function<S, Step> one) {
            List<Proposal> proposals = new ArrayList<>();
            S now = from;
            while (proposals.size() < count && goOn.getAsBoolean()) {
                Step step = one.apply(now);
                if (step.proposals().isEmpty()) {
                    break;
                }
                proposals.addAll(step.proposals());
                now = (S) step.next();
            }
            return new Step(proposals, now);
        }
    }
}
