package dev.fettle.report.insight;

import dev.fettle.random.Seed;
import dev.fettle.report.view.Generations;
import dev.fettle.report.view.SurrogateSlice;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What can be concluded from a history, each computed when it is first asked for, and once: the words of a report and its
 * figure speak of the same numbers. The same history and seed give the same. Safe for any thread.
 *
 * <pre>{@code
 * Insights insights = Insights.of(history, space, new Seed(42), null);
 * List<Importance.Effect> strongest = insights.importance().sorted();
 * List<String> doubts = insights.caveat().sentences();
 * }</pre>
 */
public final class Insights {
    private final History history;
    private final SearchSpace space;
    private final OptionalDouble perfect;
    private final Once<List<String>> unlearnt;
    private final Once<Importance> importance;
    private final Once<VarianceShare> share;
    private final Once<Caveat> caveat;
    private final Once<Optional<Surrogate>> surrogate;
    private final Once<Optional<Surrogate>> overview;
    private final Once<Optional<Surrogate.Next>> next;
    private final Once<Outlook> outlook;
    private final Once<List<Spread>> spreads;
    private final Once<List<Slope>> slopes;

    private Insights(
            History history,
            SearchSpace space,
            Seed seed,
            @Nullable ToDoubleFunction<Point> complexity,
            Landmarks landmarks,
            Supplier<List<Spread>> spreads,
            Supplier<List<Slope>> slopes) {
        this.perfect = landmarks.perfect();
        this.unlearnt = new Once<>(() -> landmarks.sentences(history));
        this.history = history;
        this.space = space;
        this.importance = new Once<>(() -> Importance.of(history, space, seed));
        this.share = new Once<>(() -> VarianceShare.of(history, space));
        this.caveat = new Once<>(() -> Caveat.of(history, space, complexity));
        this.surrogate = new Once<>(() -> Surrogate.of(space, history));
        this.overview = new Once<>(() -> Surrogate.overview(space, history));
        this.next = new Once<>(() -> surrogate().flatMap(Surrogate::next));
        this.outlook = new Once<>(this::look);
        this.spreads = new Once<>(spreads);
        this.slopes = new Once<>(slopes);
    }

    /**
     * The insights into a history; nothing is computed yet.
     *
     * @param complexity of the model at a point, lower is simpler, NaN where nothing is known; null if nobody knows
     */
    public static Insights of(
            History history, SearchSpace space, Seed seed, @Nullable ToDoubleFunction<Point> complexity) {
        return of(history, space, seed, complexity, Landmarks.NONE, List::of, List::of);
    }

    /**
     * The same of a search that may have had generations, or have gone down a gradient.
     *
     * @param landmarks scores that are known without a search
     * @param spreads its finished generations, in their order; asked for once at most
     * @param slopes its finished steps, likewise
     */
    public static Insights of(
            History history,
            SearchSpace space,
            Seed seed,
            @Nullable ToDoubleFunction<Point> complexity,
            Landmarks landmarks,
            Supplier<List<Spread>> spreads,
            Supplier<List<Slope>> slopes) {
        return new Insights(history, space, seed, complexity, landmarks, spreads, slopes);
    }

    /** Which parameters matter, estimated from scattered points. */
    public Importance importance() {
        return importance.get();
    }

    /** Which parameters matter, over a full grid. */
    public VarianceShare share() {
        return share.get();
    }

    /** That the winner has learnt nothing, as a sentence; empty if it has, or nobody knows. */
    public List<String> unlearnt() {
        return unlearnt.get();
    }

    /** The best of each value of a choice on which other parameters hang, as sentences; empty if there is none. */
    public List<String> byChoice() {
        return ByChoice.of(history, space).map(ByChoice::sentences).orElse(List.of());
    }

    /** How far the winner can be trusted. */
    public Caveat caveat() {
        return caveat.get();
    }

    /** What a model of the scores makes of the winner and of one more trial. */
    public Outlook outlook() {
        return outlook.get();
    }

    private Outlook look() {
        return history.evaluated().size() < Outlook.FEWEST
                ? Outlook.NONE
                : surrogate()
                        .map(s -> Outlook.of(history, s, next.get(), perfect))
                        .orElse(Outlook.NONE);
    }

    /**
     * What a model of the whole space believes of the score along one parameter.
     *
     * @param name of a scalar parameter, or of an element of an array
     * @throws IllegalArgumentException with a sentence, where nothing can be said
     */
    public SurrogateSlice along(String name) {
        Surrogate model = overview.get()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Plot (surrogate) must have " + Surrogate.FEWEST + " scored trials to show."));
        return SurrogateSlice.of(model, next.get().map(Surrogate.Next::point).orElse(null), history, space, name);
    }

    /** How wide the finished generations of the search were; empty if it has none. */
    public List<Spread> spreads() {
        return spreads.get();
    }

    /** The finished steps of the search down a gradient; empty if it takes none. */
    public List<Slope> slopes() {
        return slopes.get();
    }

    /** The scores of the generations of the search; none if it has none. */
    public Generations generations() {
        return Generations.of(history, spreads());
    }

    private Optional<Surrogate> surrogate() {
        return surrogate.get();
    }

    /** A value made at its first use. */
    private static final class Once<T> {
        private final Supplier<T> maker;
        private @Nullable T value;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        }
    }
}
