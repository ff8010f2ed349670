package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The search of ASHA. Immutable, for any thread.
 *
 * @param resources of the rungs, the lowest first
 * @param even draws new points where no model does
 * @param climbers who may go on
 * @param fresh how many of these are new points
 */
record Ladder(
        AshaSampler settings,
        List<Integer> resources,
        Draws draws,
        Search even,
        Ends ends,
        Climbers climbers,
        int fresh)
        implements Search {
    static Ladder start(AshaSampler settings, Draws draws) {
        Search even = draws.source(0, 1, Ends.NONE).search();
        List<Integer> resources = settings.resources();
        Climbers nobody = Climbers.none(resources, settings.eta());
        return new Ladder(settings, resources, draws, even, Ends.NONE, nobody, 0);
    }

    @Override
    public Pace pace() {
        return new Pace.Window(1);
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        return Step.oneByOne(this, count, goOn, now -> now.one(goOn));
    }

    private Step one(BooleanSupplier goOn) {
        Proposal up = climbers.next();
        return up == null ? draw(goOn) : new Step(List.of(up), with(up, even));
    }

    private Step draw(BooleanSupplier goOn) {
        boolean model = models();
        Search search = model ? draws.source(fresh + 1L, 1, ends).search().expecting(pending()) : even;
        Step drawn = search.propose(1, goOn);
        if (drawn.proposals().isEmpty()) {
            return new Step(List.of(), this);
        }
        Proposal one = new Proposal(drawn.proposals().get(0).point(), resources.get(0), null, "rung 1");
        return new Step(List.of(one), with(one, model ? even : drawn.next()));
    }

    private boolean models() {
        return draws.listens() && draws.enough(ends) != null;
    }

    /** New points that have not come back. */
    private List<Point> pending() {
        int least = resources.get(0);
        Set<Point> back = new HashSet<>();
        ends.byResource()
                .getOrDefault(least, List.of())
                .forEach(told -> back.add(told.trial().point()));
        return climbers.asked().stream()
                .filter(key -> key.resource() == least && !back.contains(key.point()))
                .map(Proposal.Key::point)
                .toList();
    }

    private Ladder with(Proposal one, Search rest) {
        int drawn = fresh + (one.from() == null ? 1 : 0);
        return new Ladder(settings, resources, draws, rest, ends, climbers.made(one.key()), drawn);
    }

    @Override
    public Ladder made(List<Proposal> proposals) {
        Ladder now = this;
        for (Proposal one : proposals) {
            boolean walked = one.from() == null && !now.models();
            now = now.with(one, walked ? now.even.made(List.of(Proposal.of(one.point(), "made"))) : now.even);
        }
        return now;
    }

    @Override
    public Ladder tell(Told told) {
        return new Ladder(settings, resources, draws, even, ends.plus(told), climbers.plus(told), fresh);
    }
}
