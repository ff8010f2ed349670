package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The search that goes through brackets, rung by rung and each rung as a whole; behind the last bracket it begins again with
 * the first. Who runs ahead of results has the next rung filled from those that are there. Immutable, for any thread.
 *
 * @param ends of all trials, anybody's
 * @param number of the bracket, from 0 and over all passes
 * @param floor of the rung in its bracket, from 0
 */
record Halving(List<Bracket> brackets, Draws draws, Ends ends, int number, int floor, Rung rung) implements Search {
    static Halving start(List<Bracket> brackets, Draws draws) {
        return begin(brackets, draws, Ends.NONE, 0);
    }

    private static Halving begin(List<Bracket> brackets, Draws draws, Ends ends, int number) {
        Bracket bracket = brackets.get(number % brackets.size());
        Draws.Source source = draws.source(number, bracket.sizes().get(0), ends);
        Rung rung = Rung.drawn(bracket.resources().get(0), origin(number, 0), source);
        return new Halving(brackets, draws, ends, number, 0, rung);
    }

    private static String origin(int number, int floor) {
        return "bracket " + (number + 1) + ", rung " + (floor + 1);
    }

    private Bracket bracket() {
        return brackets.get(number % brackets.size());
    }

    /** The next rung, or that of the next bracket if there is none or nobody to go on. */
    private Halving climb() {
        List<Integer> sizes = bracket().sizes();
        int next = floor + 1;
        if (next == sizes.size()) {
            return begin(brackets, draws, ends, number + 1);
        }
        int more = bracket().resources().get(next);
        Rung above = rung.next(sizes.get(next), sizes.get(floor), more, origin(number, next));
        return above.left() == 0
                ? begin(brackets, draws, ends, number + 1)
                : new Halving(brackets, draws, ends, number, next, above);
    }

    private Halving with(Rung other) {
        return new Halving(brackets, draws, ends, number, floor, other);
    }

    @Override
    public Pace pace() {
        return new Pace.Generation(Math.max(1, rung.left()));
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        List<Proposal> proposals = new ArrayList<>();
        Halving now = this;
        while (proposals.size() < count && goOn.getAsBoolean()) {
            Halving ready = now.ready();
            Optional<Rung> more = ready.rung.propose(goOn);
            if (more.isPresent()) {
                proposals.add(more.get().last());
                now = ready.with(more.get());
            } else if (ready.rung.proposed().isEmpty() || !goOn.getAsBoolean()) {
                break;
            } else {
                now = ready.with(ready.rung.closed());
            }
        }
        return new Step(proposals, now);
    }

    /** At a rung with somebody to come, unless there are no points at all. */
    private Halving ready() {
        return rung.left() > 0 || rung.proposed().isEmpty() ? this : climb();
    }

    @Override
    public Halving made(List<Proposal> proposals) {
        Halving now = this;
        for (Proposal proposal : proposals) {
            Halving ready = now.ready();
            now = ready.with(ready.rung.made(proposal));
        }
        return now;
    }

    @Override
    public Halving tell(Told told) {
        boolean expected = rung.expects(told);
        Rung heard = expected ? rung.tell(told) : rung;
        Halving now = new Halving(brackets, draws, ends.plus(told), number, floor, heard);
        return expected && heard.isOver() ? now.climb() : now;
    }
}
