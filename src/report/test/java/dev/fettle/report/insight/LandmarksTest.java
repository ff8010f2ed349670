package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.edge.Legal;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Summary;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** A winner beside a model that does not look at the features. */
class LandmarksTest {
    private static final SearchSpace SPACE = SearchSpace.of(Choice.of("x", 3.0, 5.0));
    private static final History LOSSES = Histories.grid(SPACE, Goal.minimize("rmse"), p -> Score.of(p.real("x")));
    private static final History GAINS =
            Histories.grid(SPACE, Goal.maximize("accuracy"), p -> Score.of(p.real("x") / 10));

    private static List<String> sentences(History history, DoubleSupplier dummy) {
        return new Landmarks(OptionalDouble.empty(), dummy, "the mean").sentences(history);
    }

    @Test
    void aWinnerThatIsNoBetterIsToldSo() {
        assertThat(sentences(LOSSES, () -> 2.5))
                .containsExactly(
                        "The winner is worse than predicting the mean without a look at the features: rmse 2.500."
                                + " Maybe other ranges, or features of one scale.");
        assertThat(sentences(LOSSES, () -> 3))
                .singleElement()
                .asString()
                .startsWith("The winner is no better than predicting the mean");
        assertThat(sentences(GAINS, () -> 0.6)).hasSize(1);
    }

    @Test
    void aBetterWinnerAndOneThatNobodyCanCompareAreNot() {
        assertThat(sentences(LOSSES, () -> 3.5)).isEmpty();
        assertThat(sentences(GAINS, () -> 0.4)).isEmpty();
        assertThat(sentences(LOSSES, () -> Double.NaN)).isEmpty();
        assertThat(Landmarks.NONE.sentences(LOSSES)).isEmpty();
        assertThat(sentences(History.empty(Goal.minimize("rmse")), () -> {
                    throw new AssertionError("Nothing is to be compared.");
                }))
                .isEmpty();
    }

    @Test
    void itIsTheFirstOfTheCaveats() {
        Landmarks landmarks = new Landmarks(OptionalDouble.empty(), () -> 1, "the mean");
        Insights insights = Insights.of(
                LOSSES,
                SPACE,
                new Seed(1),
                new Background(null, landmarks, Legal.UNKNOWN, Optional.empty(), Optional.empty()));
        assertThat(Summary.of(Draft.of(SPACE, LOSSES).insights(insights).report())
                        .caveats()
                        .get(0))
                .startsWith("The winner is worse than predicting the mean");
    }
}
