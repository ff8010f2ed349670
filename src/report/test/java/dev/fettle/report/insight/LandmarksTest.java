package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.edge.Legal;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Summary;
import dev.fettle.report.trust.Optimism;
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
        return sentences(history, dummy, Optional.empty());
    }

    private static List<String> sentences(History history, DoubleSupplier dummy, Optional<Optimism> optimism) {
        return new Landmarks(OptionalDouble.empty(), dummy, "the mean").sentences(history, () -> optimism);
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
        assertThat(Landmarks.NONE.sentences(LOSSES, Optional::empty)).isEmpty();
        assertThat(sentences(History.empty(Goal.minimize("rmse")), () -> {
                    throw new AssertionError("Nothing is to be compared.");
                }))
                .isEmpty();
    }

    @Test
    void aWinnerThatMayBeLuckyIsToldSo() {
        Optimism wide = new Optimism(2, 3.2, 2.9, 3.6, 1);
        assertThat(sentences(LOSSES, () -> 3.5, Optional.of(wide)))
                .containsExactly(
                        "Corrected for luck the winner may be no better than predicting the mean without a look at the features: rmse 3.500."
                                + " Maybe more rows; or the features do not tell the target.");
        assertThat(sentences(LOSSES, () -> 3.7, Optional.of(wide))).isEmpty();
        assertThat(sentences(GAINS, () -> 0.3, Optional.of(new Optimism(2, 0.4, 0.28, 0.5, 1))))
                .hasSize(1);
        assertThat(sentences(GAINS, () -> 0.3, Optional.of(new Optimism(2, 0.4, 0.31, 0.5, 1))))
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
