package dev.fettle.sampler.evidence;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A search that begins with evenly spread points and then lets a model choose, one point behind the other; where the model
 * leaves it to chance, or has nothing new to offer, the next of the even points comes. Never the same point twice. Immutable,
 * for any thread.
 *
 * @param even where points come from that no model chose
 * @param init the model speaks once so many trials are told or under way
 * @param origin of what the model proposes
 */
public record Learning(Evidence evidence, Unseen even, int init, Chooser chooser, Seed seed, String origin)
        implements Search {
    /** Nothing heard yet. */
    public static Learning start(Question question, Seed seed, int init, Chooser chooser, String origin) {
        Unseen even = Unseen.of(question, seed.child("even"), true);
        return new Learning(Evidence.none(question.space()), even, init, chooser, seed.child("model"), origin);
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
        boolean first = evidence.size() < init;
        Point chosen = first ? null : chooser.choose(evidence, seed.child(evidence.made()), goOn);
        if (chosen != null && !evidence.knows(chosen) && evidence.space().allows(chosen)) {
            return with(chosen, origin, even);
        }
        Unseen.Found found = even.next(evidence, goOn);
        Point spread = found.point();
        return spread == null ? new Step(List.of(), this) : with(spread, first ? "init" : "even", found.next());
    }

    private Step with(Point point, String source, Unseen next) {
        List<Proposal> one = List.of(Proposal.of(point, source));
        return new Step(one, new Learning(evidence.made(one), next, init, chooser, seed, origin));
    }

    @Override
    public Search tell(Told told) {
        return new Learning(evidence.tell(told), even, init, chooser, seed, origin);
    }

    @Override
    public Search expecting(List<Point> points) {
        return new Learning(evidence.expecting(points), even, init, chooser, seed, origin);
    }

    @Override
    public Search made(List<Proposal> proposals) {
        return new Learning(evidence.made(proposals), even, init, chooser, seed, origin);
    }
}
