package dev.fettle.study;

import dev.fettle.pruner.Pruner;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The question, without threads, clock or files: two studies with the same configuration and objective give the same
 * table. Immutable, for any thread.
 *
 * <pre>{@code
 * StudyConfig config = StudyConfig.of("curve", space, Goal.minimize("rmse"), new RandomSampler())
 *         .withSeed(7)
 *         .trying(start, "default");
 * }</pre>
 *
 * @param name of the study and of the notebook variable
 * @param goals what is sought, at least one, in the order of the values of a score
 * @param seed of every random stream
 * @param batch how far at least proposals of a sampler that listens may run ahead of results, and those of any sampler where
 *     trials are pruned; at least 1
 * @param trials how many the sampler plans with; a continued study keeps what it was begun with
 * @param mostResource as in {@link Question}
 * @param tries to be run before the sampler's own, in this order; one that was run before shares that trial's score
 * @param earlier results of an earlier study, in this space and for these goals, that a sampler which listens knows before
 *     anything else; neither history nor pruner nor budget sees them. They keep the numbers that they had there
 * @param fingerprints of data, folds and objective, by name; a continued study must share them
 * @param essence what of a point its score depends on: points of one essence share the score of the first. Pure, for any
 *     thread
 */
public record StudyConfig(
        String name,
        SearchSpace space,
        List<Goal> goals,
        Sampler sampler,
        Pruner pruner,
        Seed seed,
        int batch,
        OptionalInt trials,
        OptionalInt mostResource,
        List<Proposal> tries,
        List<Trial.Completed> earlier,
        Map<String, String> fingerprints,
        UnaryOperator<Point> essence) {
    /** Every point is another; the same object in any JVM. */
    public static final UnaryOperator<Point> WHOLE = WholePoint.ITSELF;

    public StudyConfig {
        if (batch < 1) {
            throw new IllegalArgumentException("Batch (" + batch + ") must be at least 1.");
        }
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("Goals () must be at least one.");
        }
        goals = List.copyOf(goals);
        tries = List.copyOf(tries);
        earlier = List.copyOf(earlier);
        fingerprints = Map.copyOf(fingerprints);
        for (Proposal p : tries) {
            if (!space.canonical(p.point().entries()).equals(p.point()) || !space.allows(p.point())) {
                throw new IllegalArgumentException("Point (" + p.point() + ") must lie in the space.");
            }
        }
        Earlier.check(earlier, space, goals);
    }

    /** Seed 42, one after the other, nothing pruned, nothing tried before: what the other methods change. */
    public static StudyConfig of(String name, SearchSpace space, Goal goal, Sampler sampler) {
        return of(name, space, List.of(goal), sampler);
    }

    /** The same for several goals. */
    public static StudyConfig of(String name, SearchSpace space, List<Goal> goals, Sampler sampler) {
        return new StudyConfig(
                name,
                space,
                goals,
                sampler,
                Pruner.NONE,
                new Seed(42),
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Map.of(),
                WHOLE);
    }

    private StudyConfig with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** On its way to another configuration. */
    private static final class Copy {
        private final StudyConfig of;
        private Sampler sampler;
        private Pruner pruner;
        private Seed seed;
        private int batch;
        private OptionalInt trials;
        private OptionalInt mostResource;
        private List<Proposal> tries;
        private List<Trial.Completed> earlier;
        private Map<String, String> fingerprints;
        private UnaryOperator<Point> essence;

        Copy(StudyConfig of) {
            this.of = of;
            this.sampler = of.sampler;
            this.pruner = of.pruner;
            this.seed = of.seed;
            this.batch = of.batch;
            this.trials = of.trials;
            this.mostResource = of.mostResource;
            this.tries = of.tries;
            this.earlier = of.earlier;
            this.fingerprints = of.fingerprints;
            this.essence = of.essence;
        }

        StudyConfig made() {
            return new StudyConfig(
                    of.name,
                    of.space,
                    of.goals,
                    sampler,
                    pruner,
                    seed,
                    batch,
                    trials,
                    mostResource,
                    tries,
                    earlier,
                    fingerprints,
                    essence);
        }
    }

    /** With another sampler; as below, all else stays. */
    public StudyConfig withSampler(Sampler other) {
        return with(c -> c.sampler = other);
    }

    /** With another pruner; {@link Pruner#NONE} for none. */
    public StudyConfig withPruner(Pruner other) {
        return with(c -> c.pruner = other);
    }

    /** With another seed; any number is one. */
    public StudyConfig withSeed(long value) {
        return with(c -> c.seed = new Seed(value));
    }

    /** With proposals so far ahead of results, at least 1; the table may depend on it. */
    public StudyConfig withBatch(int ahead) {
        return with(c -> c.batch = ahead);
    }

    /** With so many trials for the sampler to plan with; it is a budget that ends a run. */
    public StudyConfig withTrials(int planned) {
        return with(c -> c.trials = OptionalInt.of(planned));
    }

    /** With what a full evaluation uses, at least 1; see {@link Question}. */
    public StudyConfig withMostResource(int most) {
        return with(c -> c.mostResource = OptionalInt.of(most));
    }

    /** With fingerprints in place of those it has. */
    public StudyConfig withFingerprints(Map<String, String> others) {
        return with(c -> c.fingerprints = others);
    }

    /** With another {@link #essence}; {@link #WHOLE} for none. */
    public StudyConfig withEssence(UnaryOperator<Point> other) {
        return with(c -> c.essence = other);
    }

    /**
     * With results of an earlier study in place of those it has; {@link Earlier} brings them into the space.
     *
     * @throws IllegalArgumentException if a point is not canonical in the space or fails a constraint, or if a score does not
     *     have a finite value for each goal
     */
    public StudyConfig withEarlier(List<Trial.Completed> results) {
        return with(c -> c.earlier = results);
    }

    /**
     * One more point to be run before the sampler's own, behind those given before: a full evaluation, with the {@link
     * #mostResource} that there is by now.
     *
     * @param origin as {@link Proposal#origin}: "try", "default"
     * @throws IllegalArgumentException if the point is not canonical in the space, or fails a constraint
     */
    public StudyConfig trying(Point point, String origin) {
        Proposal full = new Proposal(point, mostResource.orElse(Proposal.ALL), null, origin);
        List<Proposal> all = Stream.concat(tries.stream(), Stream.of(full)).toList();
        return with(c -> c.tries = all);
    }

    /** The first goal. */
    public Goal goal() {
        return goals.get(0);
    }

    /** Whether the sampler listens to results, those of {@link #earlier} among them. */
    public boolean listens() {
        return !(fresh(trials).pace() instanceof Pace.Free);
    }

    /** Whether points may be proposed again, as {@link Sampler#repeats} says. */
    public boolean repeats() {
        return sampler.repeats();
    }

    /**
     * How many trials can run at once, as a proposal waits for the results that it is to know; {@link Integer#MAX_VALUE} if
     * it waits for none. Where generations differ, that of the first.
     */
    public int ahead() {
        Pace pace = fresh(trials).pace();
        if (pace instanceof Pace.Generation g) {
            return g.most();
        }
        if (pace instanceof Pace.Window w) {
            return Math.max(w.lag(), batch);
        }
        return prunes() ? batch : Integer.MAX_VALUE;
    }

    /** A search that has proposed nothing; if it listens it knows the earlier results and what is tried first. */
    Search search(OptionalInt planned) {
        Search search = fresh(planned);
        boolean deaf = search.pace() instanceof Pace.Free;
        for (Trial.Completed result : deaf ? List.<Trial.Completed>of() : earlier) {
            search = search.tell(Told.of(result, goals));
        }
        return search.expecting(tries.stream().map(Proposal::point).toList());
    }

    private Search fresh(OptionalInt planned) {
        return sampler.start(new Question(space, goals, planned, mostResource), seed.child("sampler"));
    }

    /** The finished generations of a search of this study that was told so much, as {@link Search#spreads} says. */
    public List<Spread> spreads(History history) {
        return search(trials).spreads(told(history));
    }

    /** The steps of a search of this study down a gradient, as {@link Search#slopes} says. */
    public List<Slope> slopes(History history) {
        return search(trials).slopes(told(history));
    }

    private List<Told> told(History history) {
        return history.trials().stream().map(t -> Told.of(t, goals)).toList();
    }

    /** What a reader should know of a search that has come so far, as {@link Sampler#remarks} says. */
    public List<String> remarks(History history) {
        List<String> ofSampler = sampler.remarks(history.size() + (listens() ? earlier.size() : 0));
        return Stream.concat(ofSampler.stream(), Slope.remarks(slopes(history)).stream())
                .toList();
    }

    /** How much of the resource so many trials use together, as {@link Sampler#spends} says. */
    public OptionalLong spends(int trials) {
        return sampler.spends(trials);
    }

    /** Whether a trial may be ended early. */
    boolean prunes() {
        return !pruner.equals(Pruner.NONE);
    }
}
