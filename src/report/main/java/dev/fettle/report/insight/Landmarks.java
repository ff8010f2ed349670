package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

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

    /** That the best trial is no better than the model that does not look at the features; empty if it is. */
    List<String> sentences(History history) {
        double score = history.best().map(t -> t.score().value()).orElse(Double.NaN);
        double without = Double.isNaN(score) ? score : dummy.getAsDouble();
        Goal goal = history.goal();
        if (Double.isNaN(without) || goal.better(score, without)) {
            return List.of();
        }
        return List.of("The winner is " + (score == without ? "no better" : "worse")
                + " than predicting " + predicts + " without a look at the features: " + goal.name() + " "
                + Wording.score(without) + ". Maybe other ranges, or features of one scale.");
    }
}
