package dev.fettle.sampler.cma;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.sampler.evidence.Unseen;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search: members are drawn one by one, each from the random streams of its number and its generation, and change the
 * distribution as soon as the first {@link Strategy#lambda} of them are told. Members that were drawn beyond those, which
 * happens to who runs ahead of results, belong to the next generation. Immutable, for any thread.
 *
 * <p>Whose trial is told is found by its point, the first of equal ones first; a trial that is nobody's counts only before
 * the first member is drawn. For {@link #made} a member is drawn again from the same stream and the same knowledge; if another
 * version has drawn another point its place in the cube stands for what was drawn.
 *
 * @param belief null until the first member is drawn
 * @param members in the order of proposing, those that have not changed the distribution yet
 */
record Generations(
        Start start,
        Seed seed,
        Evidence evidence,
        Unseen even,
        Unseen chance,
        @Nullable Belief belief,
        List<Member> members)
        implements Search {
    /** So many draws must be known or break a constraint before wider ones are tried. */
    private static final int DRAWS = 100;

    private static final String INIT = "init";

    private static final int WIDER_DRAWS = 20;
    private static final double[] WIDER = {2, 4, 8, 16};
    /** So many draws outside the cube before what sticks out is cut off. */
    private static final int OUTSIDE = 100;

    static Generations start(CmaSampler settings, Question question, Layout layout, Seed seed) {
        return new Generations(
                new Start(settings, layout),
                seed,
                Evidence.none(question.space()),
                Unseen.of(question, seed.child("even"), true),
                Unseen.of(question, seed.child("chance"), false),
                null,
                List.of());
    }

    private boolean isEven() {
        return belief == null && evidence.made() < start.settings().init();
    }

    @Override
    public Pace pace() {
        if (isEven()) {
            return new Pace.Generation(start.settings().init() - evidence.made());
        }
        return new Pace.Generation(Math.max(1, now().strategy().lambda() - members.size()));
    }

    /** The distribution of what is proposed next. */
    Belief now() {
        return belief == null ? start.first(evidence.observations()) : belief;
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        return Step.oneByOne(this, count, goOn, now -> now.one(goOn));
    }

    private Step one(BooleanSupplier goOn) {
        if (isEven()) {
            return spread(goOn);
        }
        Belief belief = now();
        Member drawn = drawn(belief);
        if (drawn != null) {
            return with(drawn, belief, belief.origin(), chance);
        }
        Unseen.Found any = chance.next(evidence, goOn);
        Point left = any.point();
        return left == null
                ? new Step(List.of(), this)
                : with(foreign(left, belief), belief, belief.origin() + ", by chance", any.next());
    }

    private Step spread(BooleanSupplier goOn) {
        Unseen.Found found = even.next(evidence, goOn);
        Unseen.Found any = found.point() == null ? chance.next(evidence, goOn) : found;
        Point point = any.point();
        if (point == null) {
            return new Step(List.of(), this);
        }
        boolean byChance = found.point() == null;
        List<Proposal> one = List.of(Proposal.of(point, INIT));
        Unseen nextChance = byChance ? any.next() : chance;
        return new Step(
                one, new Generations(start, seed, evidence.made(one), found.next(), nextChance, belief, members));
    }

    private Step with(Member member, Belief belief, String origin, Unseen nextChance) {
        List<Proposal> one = List.of(Proposal.of(member.point(), origin));
        List<Member> all = new ArrayList<>(members);
        all.add(member);
        return new Step(
                one, new Generations(start, seed, evidence.made(one), even, nextChance, belief, List.copyOf(all)));
    }

    /** A member whose point is new and allowed; null if hardly any is. */
    private @Nullable Member drawn(Belief belief) {
        Draws draws =
                new Draws(belief, start.layout(), seed.child(evidence.made()).random(), first(belief), OUTSIDE);
        for (int i = 0; i < DRAWS; i++) {
            Member member = draws.next(1);
            if (isNew(member)) {
                return member;
            }
        }
        for (double wider : WIDER) {
            for (int i = 0; i < WIDER_DRAWS; i++) {
                Member member = draws.next(wider);
                if (isNew(member)) {
                    return member;
                }
            }
        }
        return null;
    }

    private double @Nullable [] first(Belief belief) {
        if (!start.settings().mirrored()) {
            return null;
        }
        Seed own = seed.child("directions").child(belief.restart()).child(belief.generation());
        return new Directions(belief.strategy().n(), own).of(members.size());
    }

    private boolean isNew(Member member) {
        return evidence.space().allows(member.point()) && !evidence.knows(member.point());
    }

    /** A member that was not drawn. */
    private Member foreign(Point point, Belief belief) {
        double[] place = evidence.space().encode(point);
        Layout layout = start.layout();
        return new Member(point, layout.numbers(place, belief.bell().mean()), layout.categories(place), true, null);
    }

    @Override
    public List<Spread> spreads(List<? extends Told> told) {
        return Spreads.of(this, told);
    }

    /** Whether a proposal of a trial was made by such a search, in this state. */
    boolean isOwn(Proposal proposal) {
        return Belief.isOrigin(proposal.origin())
                || (isEven() && proposal.origin().equals(INIT));
    }

    @Override
    public Generations made(List<Proposal> proposals) {
        Generations now = this;
        for (Proposal proposal : proposals) {
            now = now.remade(proposal);
        }
        return now;
    }

    private Generations remade(Proposal proposal) {
        Step step = one(() -> true);
        boolean same =
                !step.proposals().isEmpty() && step.proposals().get(0).point().equals(proposal.point());
        if (same) {
            return (Generations) step.next();
        }
        if (isEven()) {
            return new Generations(start, seed, evidence.made(List.of(proposal)), even, chance, belief, members);
        }
        Belief belief = now();
        return (Generations) with(foreign(proposal.point(), belief), belief, proposal.origin(), chance)
                .next();
    }

    @Override
    public Generations tell(Told told) {
        Evidence wiser = evidence.tell(told);
        List<Member> all = new ArrayList<>(members);
        for (int i = 0; i < all.size(); i++) {
            Member member = all.get(i);
            if (member.isOpen() && member.point().equals(told.trial().point())) {
                all.set(i, member.ended(Member.End.of(told)));
                break;
            }
        }
        if (belief == null || !isWhole(all, belief.strategy().lambda())) {
            return new Generations(start, seed, wiser, even, chance, belief, List.copyOf(all));
        }
        return new Generations(start, seed, wiser, even, chance, after(belief, all), rest(all, belief));
    }

    private static boolean isWhole(List<Member> members, int lambda) {
        return members.size() >= lambda && members.subList(0, lambda).stream().noneMatch(Member::isOpen);
    }

    private Belief after(Belief belief, List<Member> all) {
        Strategy strategy = belief.strategy();
        Belief next = belief.after(all.subList(0, strategy.lambda()), start.layout(), start.margin(strategy));
        return next.isOver(start.layout()) ? start.again(belief.restart() + 1, seed.child("restart")) : next;
    }

    private static List<Member> rest(List<Member> all, Belief belief) {
        return all.subList(belief.strategy().lambda(), all.size()).stream()
                .map(Member::left)
                .toList();
    }
}
