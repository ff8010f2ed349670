package dev.fettle.sampler.gradient;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One search that proposes, and a descent from the best of what is told behind it. Immutable, for any thread.
 *
 * @param left how many proposals the first one still has
 * @param best of all that was told before the descent; null for nothing
 * @param descent null until it begins
 */
record Polished(
        Question question,
        GradientSampler settings,
        Seed seed,
        Search first,
        int left,
        Told.@Nullable Scored best,
        @Nullable Search descent)
        implements Search {
    /** Descends, if the time has come and there is something to descend from. */
    private Polished ready() {
        Told.Scored top = best;
        if (descent != null || left > 0 || top == null) {
            return this;
        }
        Point point = top.trial().point();
        return Coordinates.around(question.space(), point).count() == 0 ? this : with(descentFrom(top));
    }

    private Search descentFrom(Told.Scored top) {
        return GradientSampler.around(settings, question, top.trial().point(), seed)
                .tell(top);
    }

    private Polished with(Search down) {
        return new Polished(question, settings, seed, first, left, best, down);
    }

    private Polished with(Search other, int rest, Told.@Nullable Scored top) {
        return new Polished(question, settings, seed, other, rest, top, descent);
    }

    /** The first one has its next proposals one behind the other, however far ahead it could run. */
    @Override
    public Pace pace() {
        Search down = ready().descent;
        if (down != null) {
            return down.pace();
        }
        int size = first.pace() instanceof Pace.Generation g ? Math.max(1, Math.min(left, g.size())) : 1;
        return new Pace.Generation(size, 1 + 2 * Coordinates.most(question.space()));
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        return Step.oneByOne(this, count, goOn, now -> now.ready().one(goOn));
    }

    private Step one(BooleanSupplier goOn) {
        Search down = descent;
        if (down == null) {
            Step step = first.propose(1, goOn);
            return new Step(step.proposals(), with(step.next(), Math.max(0, left - 1), best));
        }
        Step step = down.propose(1, goOn);
        return new Step(step.proposals(), with(step.next()));
    }

    @Override
    public Polished made(List<Proposal> proposals) {
        Polished now = this;
        for (Proposal proposal : proposals) {
            now = now.ready();
            List<Proposal> one = List.of(proposal);
            Search down = now.descent;
            now = down == null
                    ? now.with(now.first.made(one), Math.max(0, now.left - 1), now.best)
                    : now.with(down.made(one));
        }
        return now;
    }

    @Override
    public Polished tell(Told told) {
        Search down = descent;
        return down == null ? with(first.tell(told), left, better(best, told)) : with(down.tell(told));
    }

    private static Told.@Nullable Scored better(Told.@Nullable Scored best, Told told) {
        return told instanceof Told.Scored scored && (best == null || scored.losses()[0] < best.losses()[0])
                ? scored
                : best;
    }

    /** Trials that somebody else runs first are some of the first search's. */
    @Override
    public Polished expecting(List<Point> points) {
        return with(first.expecting(points), Math.max(0, left - points.size()), best);
    }

    @Override
    public List<Slope> slopes(List<? extends Told> told) {
        Told.Scored top = best;
        for (int i = 0; i < told.size(); i++) {
            if (top != null && told.get(i).trial().proposal().origin().equals(Descents.START)) {
                int before = i;
                return descentFrom(top).slopes(told.subList(i, told.size())).stream()
                        .map(s -> s.behind(before))
                        .toList();
            }
            top = better(top, told.get(i));
        }
        return List.of();
    }
}
