package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 6));

    private static History scores(Goal goal, double... scores) {
        return Histories.grid(
                SPACE, goal, p -> Double.isNaN(scores[p.whole("x") - 1]) ? null : Score.of(scores[p.whole("x") - 1]));
    }

    @Test
    void equalScoresShareTheLowestRankInTheOrderOfTheirNumbers() {
        Ranking ranking = Ranking.of(scores(Goal.maximize("score"), 0.5, 0.9, 0.7, 0.9, 0.7, 0.9));
        assertThat(ranking.rows())
                .extracting(Ranking.Row::rank, Ranking.Row::number)
                .containsExactly(
                        Tuple.tuple(1, 2),
                        Tuple.tuple(1, 4),
                        Tuple.tuple(1, 6),
                        Tuple.tuple(4, 3),
                        Tuple.tuple(4, 5),
                        Tuple.tuple(6, 1));
    }

    @Test
    void theGoalDecidesWhichWayIsUp() {
        assertThat(Ranking.of(scores(Goal.minimize("score"), 3, 1, 2, 4, 5, 6)).rows())
                .extracting(Ranking.Row::number)
                .containsExactly(2, 3, 1, 4, 5, 6);
    }

    @Test
    void failedTrialsComeLastAndShareARank() {
        Ranking ranking = Ranking.of(scores(Goal.maximize("score"), Double.NaN, 0.1, Double.NaN, 0.2, 0.3, 0.4));
        assertThat(ranking.rows().subList(4, 6))
                .extracting(Ranking.Row::rank, Ranking.Row::number, Ranking.Row::scored)
                .containsExactly(Tuple.tuple(5, 1, Optional.empty()), Tuple.tuple(5, 3, Optional.empty()));
    }

    @Test
    void whereAllFailedAllAreFirstAndNobodyWins() {
        double nan = Double.NaN;
        Ranking ranking = Ranking.of(scores(Goal.maximize("score"), nan, nan, nan, nan, nan, nan));
        assertThat(ranking.rows()).allMatch(r -> r.rank() == 1);
        assertThat(ranking.winner()).isEmpty();
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Ranking.of(scores(Goal.minimize("score"), 0.0, -0.0, 1, 1, 1, 1))
                        .rows())
                .extracting(Ranking.Row::rank, Ranking.Row::number)
                .startsWith(Tuple.tuple(1, 1), Tuple.tuple(1, 2));
    }

    @Test
    void theWinnerIsTheBestOfTheHistory() {
        History history = Histories.iris72();
        assertThat(Ranking.of(history).winner().orElseThrow().number())
                .isEqualTo(history.best().orElseThrow().number());
    }

    @Test
    void prunedTrialsStandBetweenTheScoredAndTheFailed() {
        History history = scores(Goal.maximize("score"), 1, Double.NaN, 3, 4, 5, 6)
                .plus(Histories.running(7, Point.of(Map.of("x", 1))).prune("hopeless", Duration.ofSeconds(1)));
        assertThat(Ranking.of(history).rows().subList(4, 7))
                .extracting(Ranking.Row::rank, Ranking.Row::number)
                .containsExactly(Tuple.tuple(5, 1), Tuple.tuple(6, 7), Tuple.tuple(7, 2));
    }
}
