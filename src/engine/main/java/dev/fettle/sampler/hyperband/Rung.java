package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.hyperband.Draws.Source;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of one rung: those that were proposed, of these the first ones that have ended, and those to come, which are
 * promoted from the rung below or, in the first rung, drawn. Immutable, for any thread.
 *
 * @param resource of each of them
 * @param origin of each of them
 * @param waiting promoted, and not yet proposed
 * @param source of those that are not yet drawn; null behind the first rung
 */
record Rung(
        int resource,
        String origin,
        List<Proposal> proposed,
        List<Told> ended,
        List<Proposal> waiting,
        @Nullable Source source) {
    Rung {
        proposed = List.copyOf(proposed);
        ended = List.copyOf(ended);
        waiting = List.copyOf(waiting);
    }

    /** The first rung of a bracket. */
    static Rung drawn(int resource, String origin, Source source) {
        return new Rung(resource, origin, List.of(), List.of(), List.of(), source);
    }

    /** A rung for the best so many of this one; an eta-th of those that were here if these were fewer than planned. */
    Rung next(int size, int planned, int more, String name) {
        int fair = (int) (((long) size * proposed.size() + planned - 1) / planned);
        List<Proposal> best = Ends.best(ended).stream()
                .limit(Math.min(size, fair))
                .map(s -> new Proposal(s.trial().point(), more, s.trial().number(), name))
                .toList();
        return new Rung(more, name, List.of(), List.of(), best, null);
    }

    /** How many are to come. */
    int left() {
        return source == null ? waiting.size() : source.count();
    }

    boolean isOver() {
        return left() == 0 && ended.size() == proposed.size();
    }

    /** The rung with one more proposed; empty if it is to stop or there is none. */
    Optional<Rung> propose(BooleanSupplier goOn) {
        if (left() == 0) {
            return Optional.empty();
        }
        if (source == null) {
            return Optional.of(with(waiting.get(0), null));
        }
        Search.Step step = source.search().propose(1, goOn);
        return step.proposals().stream()
                .map(drawn -> with(fresh(drawn.point()), source.behind(step.next())))
                .findFirst();
    }

    /** The rung with one more proposed by somebody else. */
    Rung made(Proposal proposal) {
        return with(proposal, source == null ? null : source.behind(proposal.point()));
    }

    private Proposal fresh(Point point) {
        return new Proposal(point, resource, null, origin);
    }

    private Rung with(Proposal one, @Nullable Source rest) {
        List<Proposal> all = new ArrayList<>(proposed);
        all.add(one);
        List<Proposal> others = waiting.isEmpty() ? waiting : waiting.subList(1, waiting.size());
        return new Rung(resource, origin, all, ended, others, rest);
    }

    /** The last that was proposed. */
    Proposal last() {
        return proposed.get(proposed.size() - 1);
    }

    /** Without those to come. */
    Rung closed() {
        return new Rung(resource, origin, proposed, ended, List.of(), null);
    }

    /** Whether it is the next of those that are proposed. */
    boolean expects(Told told) {
        return ended.size() < proposed.size()
                && proposed.get(ended.size())
                        .key()
                        .equals(told.trial().proposal().key());
    }

    Rung tell(Told told) {
        List<Told> all = new ArrayList<>(ended);
        all.add(told);
        return new Rung(resource, origin, proposed, all, waiting, source);
    }
}
