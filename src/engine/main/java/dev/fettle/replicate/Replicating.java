package dev.fettle.replicate;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One search that proposes, and rounds behind it in which the best come again. Immutable, for any thread.
 *
 * @param left how many proposals the first one still has
 * @param replicates how many there are behind it
 * @param batch of a first one that takes results one by one
 * @param arms who may come again
 * @param rounds null until they begin
 */
record Replicating(
        Search first,
        int left,
        int replicates,
        int batch,
        Arms arms,
        @Nullable Rounds rounds) implements Search {
    /** Before the first proposal. */
    static Replicating start(Search first, int most, int replicates, int batch) {
        boolean free = first.pace() instanceof Pace.Free;
        return new Replicating(
                free ? Fixed.of(first, most) : first, most, replicates, batch, Arms.of(replicates), null);
    }

    /**
     * The points that come again, in their order.
     *
     * @param latest the number of the last trial of each that was scored; one that was not comes no more
     * @param rounds how many there are
     * @param made how many were begun
     * @param waiting of the last of them
     */
    private record Rounds(Map<Point, Integer> latest, int rounds, int made, List<Proposal> waiting) {
        static Rounds of(List<Told.Scored> chosen, int replicates) {
            Map<Point, Integer> latest = new LinkedHashMap<>();
            chosen.forEach(t -> latest.put(t.trial().point(), t.trial().number()));
            return new Rounds(latest, chosen.isEmpty() ? 0 : replicates / chosen.size(), 0, List.of());
        }

        /** With the next round begun, if that before is over. */
        Rounds ready() {
            if (!waiting.isEmpty() || made == rounds) {
                return this;
            }
            List<Proposal> next = latest.entrySet().stream()
                    .map(e -> new Proposal(e.getKey(), made + 2, e.getValue(), Replicated.ORIGIN))
                    .toList();
            return new Rounds(latest, rounds, made + 1, next);
        }

        Rounds behind() {
            return new Rounds(latest, rounds, made, waiting.subList(1, waiting.size()));
        }

        Rounds tell(Told told) {
            Map<Point, Integer> all = new LinkedHashMap<>(latest);
            Point point = told.trial().point();
            if (told instanceof Told.Scored) {
                all.computeIfPresent(point, (p, n) -> told.trial().number());
            } else {
                all.remove(point);
            }
            return new Rounds(all, rounds, made, waiting);
        }
    }

    private int rest() {
        return first instanceof Fixed fixed ? Math.min(left, fixed.left()) : left;
    }

    private Replicating ready() {
        if (rounds != null) {
            return with(rounds.ready());
        }
        return rest() > 0 ? this : begun();
    }

    private Replicating begun() {
        return with(Rounds.of(arms.chosen(replicates), replicates).ready());
    }

    private Replicating with(Rounds next) {
        return new Replicating(first, left, replicates, batch, arms, next);
    }

    private Replicating with(Search other, int rest, Arms known) {
        return new Replicating(other, rest, replicates, batch, known, null);
    }

    /** A first one that takes results one by one has its proposals in batches, since nothing may be unknown when the rounds begin. */
    @Override
    public Pace pace() {
        Replicating now = ready();
        if (now.rounds != null) {
            return new Pace.Generation(Math.max(1, now.rounds.waiting().size()));
        }
        Pace own = first.pace();
        int size = own instanceof Pace.Generation g
                ? g.size()
                : own instanceof Pace.Window w ? Math.max(w.lag(), batch) : Integer.MAX_VALUE;
        return new Pace.Generation(Math.min(rest(), size));
    }

    private static Proposal once(Proposal proposal) {
        return new Proposal(proposal.point(), 1, proposal.from(), proposal.origin());
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        return Step.oneByOne(this, count, goOn, now -> now.ready().one(goOn));
    }

    private Step one(BooleanSupplier goOn) {
        if (rounds == null) {
            Step step = first.propose(1, goOn);
            // A first one that has nothing left makes room.
            return step.proposals().isEmpty() && goOn.getAsBoolean()
                    ? begun().one(goOn)
                    : new Step(
                            step.proposals().stream().map(Replicating::once).toList(),
                            with(step.next(), left - 1, arms));
        }
        return rounds.waiting().isEmpty()
                ? new Step(List.of(), this)
                : new Step(List.of(rounds.waiting().get(0)), with(rounds.behind()));
    }

    @Override
    public Replicating made(List<Proposal> proposals) {
        Replicating now = this;
        for (Proposal proposal : proposals) {
            now = proposal.resource() > 1 && now.rounds == null ? now.begun() : now.ready();
            now = now.rounds == null
                    ? now.with(now.first.made(List.of(proposal)), now.left - 1, now.arms)
                    : now.with(now.rounds.behind());
        }
        return now;
    }

    @Override
    public Replicating tell(Told told) {
        if (rounds != null) {
            return with(rounds.tell(told));
        }
        return with(first.tell(told), left, told instanceof Told.Scored s && isOwn(s.trial()) ? arms.plus(s) : arms);
    }

    /** Whether it was evaluated here, for the first time: neither in an earlier study, nor for another trial. */
    private static boolean isOwn(Trial.Completed trial) {
        return trial.proposal().resource() == 1 && trial.source() == trial.number();
    }

    /** Trials that somebody else runs first are some of the first search's. */
    @Override
    public Replicating expecting(List<Point> points) {
        return with(first.expecting(points), Math.max(0, left - points.size()), arms);
    }

    @Override
    public List<Spread> spreads(List<? extends Told> told) {
        return first.spreads(ofFirst(told));
    }

    @Override
    public List<Slope> slopes(List<? extends Told> told) {
        return first.slopes(ofFirst(told));
    }

    private static List<? extends Told> ofFirst(List<? extends Told> told) {
        return told.stream().filter(t -> !Replicated.is(t.trial())).toList();
    }
}
