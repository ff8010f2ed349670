package dev.fettle.sampler.population;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search of all methods with a population: a generation is bred as a whole, from the random stream of its number, and
 * proposed one by one; when all of it is told the next can be bred. Equal points are proposed again, and share the score of
 * the first. Who runs ahead of results has the next generation bred from those that are there. A trial that is nobody's
 * counts only before the first generation. Immutable, for any thread.
 *
 * @param number of the generation that is proposed, from 1
 * @param brood null until it is bred
 * @param made how many of its points are proposed
 * @param heard of those in a row that are told; null for none
 */
public record Generations(
        Population population,
        Seed seed,
        int number,
        @Nullable Brood brood,
        int made,
        @Nullable Heard heard) implements Search {
    /** Ends of trials, the last one first. */
    record Heard(Outcome last, @Nullable Heard before, int count) {
        static List<Outcome> inOrder(@Nullable Heard heard) {
            Outcome[] all = new Outcome[heard == null ? 0 : heard.count];
            for (Heard at = heard; at != null; at = at.before) {
                all[at.count - 1] = at.last;
            }
            return List.of(all);
        }
    }

    /** A search that has proposed nothing. */
    public static Generations of(Population first, Seed seed) {
        return new Generations(first, seed, 1, null, 0, null);
    }

    @Override
    public Pace pace() {
        return new Pace.Generation(Math.max(1, population.size() - made), population.most());
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        List<Proposal> proposals = new ArrayList<>();
        Generations now = this;
        while (proposals.size() < count && goOn.getAsBoolean()) {
            Generations ready = now.ready(goOn);
            Brood bred = ready.brood;
            if (bred == null) {
                break;
            }
            proposals.add(Proposal.of(bred.point(ready.made), ready.origin()));
            now = ready.at(bred, ready.made + 1, ready.heard);
        }
        return new Step(proposals, now);
    }

    /** With a brood that has points left; without one if it is to stop, or if there are no points. */
    private Generations ready(BooleanSupplier goOn) {
        if (brood != null && made < brood.size()) {
            return this;
        }
        Generations next = brood == null ? this : after(brood, heard);
        return next.at(next.population.breed(seed.child(next.number), goOn), 0, null);
    }

    private Generations at(@Nullable Brood bred, int proposed, @Nullable Heard ends) {
        return new Generations(population, seed, number, bred, proposed, ends);
    }

    private Generations after(Brood bred, @Nullable Heard ends) {
        return new Generations(bred.after(Heard.inOrder(ends)), seed, number + 1, null, 0, null);
    }

    @Override
    public Generations made(List<Proposal> proposals) {
        Generations now = this;
        for (Proposal proposal : proposals) {
            now = now.remade(proposal.point());
        }
        return now;
    }

    private Generations remade(Point point) {
        Generations ready = ready(() -> true);
        Brood bred = ready.brood;
        if (bred == null) {
            return this;
        }
        Brood same = bred.point(ready.made).equals(point) ? bred : bred.with(ready.made, point);
        return ready.at(same, ready.made + 1, ready.heard);
    }

    @Override
    public Generations tell(Told told) {
        Brood bred = brood;
        if (bred == null) {
            return number > 1
                    ? this
                    : new Generations(population.knowing(Outcome.of(told)), seed, number, null, made, heard);
        }
        int next = heard == null ? 0 : heard.count();
        if (next == made || !bred.point(next).equals(told.trial().point())) {
            return this;
        }
        Heard ends = new Heard(Outcome.of(told), heard, next + 1);
        return ends.count() == bred.size() ? after(bred, ends) : at(bred, made, ends);
    }

    private String origin() {
        return population.origin(number);
    }

    /** The search is run again for them; the trials of the sampler are known by their origin. */
    @Override
    public List<Spread> spreads(List<? extends Told> told) {
        List<Spread> spreads = new ArrayList<>();
        again(told, (before, one, trials) -> {
            Brood ended = before.brood;
            if (ended != null && !Double.isNaN(ended.width())) {
                spreads.add(spread(ended, before.heard, Outcome.of(one), trials, spreads));
            }
        });
        return List.copyOf(spreads);
    }

    @Override
    public List<Slope> slopes(List<? extends Told> told) {
        List<Slope> slopes = new ArrayList<>();
        again(
                told,
                (before, one, trials) ->
                        before.tell(one).population.slope(trials).ifPresent(slopes::add));
        return List.copyOf(slopes);
    }

    /** Looks at the state before the last trial of a generation. */
    private interface Look {
        void at(Generations before, Told last, int trials);
    }

    private void again(List<? extends Told> told, Look look) {
        Generations at = this;
        int trials = 0;
        for (Told one : told) {
            Proposal proposal = one.trial().proposal();
            Generations before = proposal.origin().equals(at.origin()) ? at.made(List.of(proposal)) : at;
            at = before.tell(one);
            trials++;
            if (at.number > before.number) {
                look.at(before, one, trials);
            }
        }
    }

    private static Spread spread(Brood ended, @Nullable Heard ends, Outcome last, int trials, List<Spread> before) {
        long earlier =
                before.stream().filter(s -> s.restart() == ended.restart()).count();
        double best = last.grade() == 0 ? last.loss() : Double.NaN;
        for (Outcome end : Heard.inOrder(ends)) {
            best = end.grade() == 0 && !(end.loss() >= best) ? end.loss() : best;
        }
        return new Spread(ended.restart(), (int) earlier + 1, trials, ended.width(), Double.NaN, best);
    }
}
