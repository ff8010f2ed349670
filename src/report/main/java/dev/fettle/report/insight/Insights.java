package dev.fettle.report.insight;

import dev.fettle.random.Seed;
import dev.fettle.report.trust.Optimism;
import dev.fettle.report.view.Generations;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.report.view.belief.SurrogatePlane;
import dev.fettle.report.view.belief.SurrogateSlice;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be concluded from a history, each computed when it is first asked for, and once: the words of a report and its
 * figure speak of the same numbers. The same history and seed give the same. Safe for any thread.
 *
 * <pre>{@code
 * Insights insights = Insights.of(history, space, new Seed(42), Background.NONE);
 * List<Importance.Effect> strongest = insights.importance().sorted();
 * List<String> doubts = insights.caveat().sentences();
 * }</pre>
 */
public interface Insights {
    /**
     * The insights into a history; nothing is computed yet.
     *
     * @param background what is known besides
     */
    static Insights of(History history, SearchSpace space, Seed seed, Background background) {
        return of(history, space, seed, background, List::of, List::of);
    }

    /**
     * The same of a search that may have had generations, or have gone down a gradient.
     *
     * @param spreads its finished generations, in their order; asked for once at most
     * @param slopes its finished steps, likewise
     */
    static Insights of(
            History history,
            SearchSpace space,
            Seed seed,
            Background background,
            Supplier<List<Spread>> spreads,
            Supplier<List<Slope>> slopes) {
        return new LazyInsights(history, space, seed, background, spreads, slopes);
    }

    /** Which parameters matter, estimated from scattered points. */
    Importance importance();

    /** Which parameters matter, over a full grid. */
    VarianceShare share();

    /** That the winner has learnt nothing, as a sentence; empty if it has, or nobody knows. */
    List<String> unlearnt();

    /** The best of each value of a choice on which other parameters hang, as sentences; empty if there is none. */
    List<String> byChoice();

    /** How far the winner can be trusted. */
    Caveat caveat();

    /**
     * By how many standard errors the winner is better than another trial, fold by fold: those of the corrected t-test.
     *
     * @return at least 0, infinite where all folds differ by the same; NaN where they cannot be compared
     */
    double lead(Trial.Completed other);

    /** What the winner would score on new rows; empty if nobody knows. */
    Optional<Optimism> optimism();

    /** That the winner lies at the end of what was searched, as sentences; empty if it does not. */
    List<String> edges();

    /** What a model of the scores makes of the winner and of one more trial. */
    Outlook outlook();

    /**
     * What a model of the whole space believes of the score along one parameter.
     *
     * @param name of a scalar parameter, or of an element of an array
     * @throws IllegalArgumentException with a sentence, where nothing can be said
     */
    SurrogateSlice along(String name);

    /**
     * What a model of the whole space believes of the score over two parameters.
     *
     * @param x a scalar parameter, or an element of an array
     * @param y another one
     * @throws IllegalArgumentException with a sentence, where nothing can be said
     */
    SurrogatePlane over(String x, String y);

    /** How wide the finished generations of the search were; empty if it has none. */
    List<Spread> spreads();

    /** The finished steps of the search down a gradient; empty if it takes none. */
    List<Slope> slopes();

    /** The scores of the generations of the search; none if it has none. */
    Generations generations();
}
