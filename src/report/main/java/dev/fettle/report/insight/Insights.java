package dev.fettle.report.insight;

import dev.fettle.random.Seed;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
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
    private final Once<Importance> importance;
    private final Once<VarianceShare> share;
    private final Once<Caveat> caveat;

    private Insights(Supplier<Importance> importance, Supplier<VarianceShare> share, Supplier<Caveat> caveat) {
        this.importance = new Once<>(importance);
        this.share = new Once<>(share);
        this.caveat = new Once<>(caveat);
    }

    /**
     * The insights into a history; nothing is computed yet.
     *
     * @param complexity of the model at a point, lower is simpler, NaN where nothing is known; null if nobody knows
     */
    public static Insights of(
            History history, SearchSpace space, Seed seed, @Nullable ToDoubleFunction<Point> complexity) {
        return new Insights(
                () -> Importance.of(history, space, seed),
                () -> VarianceShare.of(history, space),
                () -> Caveat.of(history, space, complexity));
    }

    /** Which parameters matter, estimated from scattered points. */
    public Importance importance() {
        return importance.get();
    }

    /** Which parameters matter, over a full grid. */
    public VarianceShare share() {
        return share.get();
    }

    /** How far the winner can be trusted. */
    public Caveat caveat() {
        return caveat.get();
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
