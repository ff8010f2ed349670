package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.report.trust.Optimism;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Scores that are known without a search, by the first goal. Immutable, for any thread if the supplier is.
 *
 * @param perfect the score that none is better than; empty where nobody knows of one
 * @param dummy the score of a model that does not look at the features, NaN where it has none; asked for when it is needed
 * @param predicts what that model predicts, "the mean" say
 */
public record Landmarks(OptionalDouble perfect, DoubleSupplier dummy, String predicts) {
    /** Nothing is known. */
    public static final Landmarks NONE = new Landmarks(OptionalDouble.empty(), () -> Double.NaN, "nothing");

    /**
     * That the best trial is no better than the model that does not look at the features, or perhaps is not: what it would
     * score on new rows may be as bad. Empty if it is better.
     *
     * @param optimism what it would score on new rows, where that is known
     */
    List<String> sentences(History history, Supplier<Optional<Optimism>> optimism) {
        double score = history.best().map(t -> t.score().value()).orElse(Double.NaN);
        double without = Double.isNaN(score) ? score : dummy.getAsDouble();
        Goal goal = history.goal();
        if (Double.isNaN(without)) {
            return List.of();
        }
        String landmark = "predicting " + predicts + " without a look at the features: " + goal.name() + " "
                + Wording.score(without);
        if (!goal.better(score, without)) {
            return List.of("The winner is " + (score == without ? "no better" : "worse") + " than " + landmark
                    + ". Maybe other ranges, or features of one scale.");
        }
        boolean doubtful = optimism.get()
                .filter(o -> !(goal.better(o.low(), without) && goal.better(o.high(), without)))
                .isPresent();
        return doubtful
                ? List.of("Corrected for luck the winner may be no better than " + landmark
                        + ". Maybe more rows; or the features do not tell the target.")
                : List.of();
    }
}
