package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search of ASHA. Immutable, for any thread.
 *
 * @param resources of the rungs, the lowest first
 * @param even draws new points where no model does
 * @param asked what was proposed
 * @param fresh how many of these are new points
 */
record Ladder(
        AshaSampler settings,
        List<Integer> resources,
        Draws draws,
        Search even,
        Ends ends,
        Set<Proposal.Key> asked,
        int fresh)
        implements Search {
    static Ladder start(AshaSampler settings, Draws draws) {
        Search even = draws.source(0, 1, Ends.NONE).search();
        return new Ladder(settings, settings.resources(), draws, even, Ends.NONE, Set.of(), 0);
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
        Proposal up = promotion();
        return up == null ? draw(goOn) : new Step(List.of(up), with(up, even));
    }

    /** Algorithm 2, line 14 on: who may go on from the highest rung that somebody may leave; null for nobody. */
    private @Nullable Proposal promotion() {
        Map<Integer, List<Told>> levels = ends.byResource();
        for (int k = resources.size() - 2; k >= 0; k--) {
            int more = resources.get(k + 1);
            List<Told> rung = firsts(levels.getOrDefault(resources.get(k), List.of()));
            List<Told.Scored> best = Ends.best(rung);
            for (int i = 0; i < Math.min(best.size(), rung.size() / settings.eta()); i++) {
                Point point = best.get(i).trial().point();
                if (!asked.contains(new Proposal.Key(point, more))) {
                    return new Proposal(point, more, best.get(i).trial().number(), "rung " + (k + 2));
                }
            }
        }
        return null;
    }

    /** Each point once. */
    private static List<Told> firsts(List<Told> rung) {
        Set<Point> seen = new HashSet<>();
        return rung.stream().filter(told -> seen.add(told.trial().point())).toList();
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
        return asked.stream()
                .filter(key -> key.resource() == least && !back.contains(key.point()))
                .map(Proposal.Key::point)
                .toList();
    }

    private Ladder with(Proposal one, Search rest) {
        Set<Proposal.Key> all = new LinkedHashSet<>(asked);
        all.add(one.key());
        int drawn = fresh + (one.from() == null ? 1 : 0);
        return new Ladder(settings, resources, draws, rest, ends, all, drawn);
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
        return new Ladder(settings, resources, draws, even, ends.plus(told), asked, fresh);
    }
}
