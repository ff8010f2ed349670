package dev.fettle.report.insight;

import dev.fettle.random.Seed;
import dev.fettle.report.edge.Edge;
import dev.fettle.report.trust.Contenders;
import dev.fettle.report.trust.Optimism;
import dev.fettle.report.view.Generations;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.report.view.belief.SurrogatePlane;
import dev.fettle.report.view.belief.SurrogateSlice;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each computed when it is first asked for, and once. */
final class LazyInsights implements Insights {
    private final History history;
    private final Background background;
    private final SearchSpace space;
    private final OptionalDouble perfect;
    private final Once<List<String>> unlearnt;
    private final Once<Importance> importance;
    private final Once<VarianceShare> share;
    private final Once<Caveat> caveat;
    private final Once<Optional<Surrogate>> surrogate;
    private final Once<Optional<Surrogate>> overview;
    private final Once<Optional<Surrogate.Next>> next;
    private final Once<Optional<Optimism>> optimism;
    private final Once<List<String>> edges;
    private final Once<Outlook> outlook;
    private final Once<List<Spread>> spreads;
    private final Once<List<Slope>> slopes;

    LazyInsights(
            History history,
            SearchSpace space,
            Seed seed,
            Background background,
            Supplier<List<Spread>> spreads,
            Supplier<List<Slope>> slopes) {
        this.perfect = background.landmarks().perfect();
        this.unlearnt = new Once<>(() -> background.landmarks().sentences(history, this::optimism));
        this.history = history;
        this.background = background;
        this.space = space;
        this.importance = new Once<>(() -> Importance.of(history, space, seed));
        this.share = new Once<>(() -> VarianceShare.of(history, space));
        this.caveat = new Once<>(() -> Caveat.of(history, space, background));
        this.surrogate = new Once<>(() -> Surrogate.of(space, history));
        this.overview = new Once<>(() -> Surrogate.overview(space, history));
        this.next = new Once<>(() -> surrogate().flatMap(Surrogate::next));
        this.optimism =
                new Once<>(() -> background.rescorer().flatMap(r -> Optimism.of(history, r, seed.child("optimism"))));
        this.edges = new Once<>(() -> Edge.of(history, space, background.legal()).stream()
                .map(Edge::sentence)
                .toList());
        this.outlook = new Once<>(this::look);
        this.spreads = new Once<>(spreads);
        this.slopes = new Once<>(slopes);
    }

    @Override
    public Importance importance() {
        return importance.get();
    }

    @Override
    public VarianceShare share() {
        return share.get();
    }

    @Override
    public List<String> unlearnt() {
        return unlearnt.get();
    }

    @Override
    public List<String> byChoice() {
        return ByChoice.of(history, space).map(ByChoice::sentences).orElse(List.of());
    }

    @Override
    public Caveat caveat() {
        return caveat.get();
    }

    @Override
    public double lead(Trial.Completed other) {
        return Contenders.lead(
                history, other, background.test(other.score().folds().size()));
    }

    @Override
    public Optional<Optimism> optimism() {
        return optimism.get();
    }

    @Override
    public List<String> edges() {
        return edges.get();
    }

    @Override
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

    @Override
    public SurrogateSlice along(String name) {
        return SurrogateSlice.of(model("surrogate"), promising(), history, space, name);
    }

    @Override
    public SurrogatePlane over(String x, String y) {
        return SurrogatePlane.of(model("contour"), promising(), history, space, x, y);
    }

    private Surrogate model(String plot) {
        return overview.get()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Plot (" + plot + ") must have " + Surrogate.FEWEST + " scored trials to show."));
    }

    private @Nullable Point promising() {
        return next.get().map(Surrogate.Next::point).orElse(null);
    }

    @Override
    public List<Spread> spreads() {
        return spreads.get();
    }

    @Override
    public List<Slope> slopes() {
        return slopes.get();
    }

    @Override
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
