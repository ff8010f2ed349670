package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.edge.Legal;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.insight.Landmarks;
import dev.fettle.report.trust.Rescorer;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LuckTest {
    /** All rows of a trial score the same. */
    private static final Rescorer SAME = new Rescorer() {
        @Override
        public int units() {
            return 20;
        }

        @Override
        public Optional<ToDoubleFunction<double[]>> of(Score score) {
            return Optional.of(counts -> score.value());
        }
    };

    @Test
    void theReportSaysWhatTheBestScoresWithoutItsLuck() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 3));
        History history = Histories.grid(space, Goal.minimize("loss"), p -> Score.of(p.whole("x") / 4.0));
        Background background =
                new Background(null, Landmarks.NONE, Legal.UNKNOWN, Optional.empty(), Optional.of(SAME));
        Insights insights = Insights.of(history, space, new Seed(1), background);
        assertThat(Summary.of(Draft.of(space, history).insights(insights).report())
                        .caveats())
                .anyMatch(line -> line.matches(
                        "Corrected for the luck of the best of 3: \\w+ 0.2500 \\(95 %: 0.2500 to 0.2500; BBC-CV\\);"
                                + " it is the best in 100 of 100 draws of the rows, ties shared\\."));
    }
}
