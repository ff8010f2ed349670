package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceShareTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("a", 0, 1), Whole.between("b", 0, 1));

    private static Point point(int a, int b) {
        return Point.of(Map.of("a", a, "b", b));
    }

    private static double share(VarianceShare shares, String name) {
        return shares.shares().stream()
                .filter(s -> s.parameter().equals(name))
                .findFirst()
                .orElseThrow()
                .share();
    }

    @Test
    void aSumHasNoInteractions() {
        History history =
                Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(2.0 * p.whole("a") + p.whole("b")));
        VarianceShare shares = VarianceShare.of(history, SPACE);
        assertThat(share(shares, "a")).isCloseTo(0.8, ROUNDING);
        assertThat(share(shares, "b")).isCloseTo(0.2, ROUNDING);
        assertThat(shares.rest()).isCloseTo(0, ROUNDING);
        assertThat(shares.complete()).isTrue();
    }

    /** Sums of the same scores in another order differ in their last digits. */
    @Test
    void roundingIsNoEffect() {
        SearchSpace space = SearchSpace.of(Whole.between("a", 0, 30), Whole.between("b", 0, 6));
        History history = Histories.grid(space, Goal.maximize("score"), p -> Score.of(Math.sin(p.whole("a")) / 3));
        assertThat(share(VarianceShare.of(history, space), "b")).isZero();
    }

    @Test
    void whatHasNoEffectHasNoShareWhereItsPointsShareScores() {
        History history = Histories.of(
                Goal.maximize("score"), List.of(point(0, 0), point(0, 1), point(1, 0)), p -> Score.of(p.whole("a")));
        Trial.Completed third = (Trial.Completed) history.trial(3).orElseThrow();
        History shared = history.plus(new Trial.Completed(
                4, 1, Proposal.of(point(1, 1), "grid"), List.of(), Instant.EPOCH, Duration.ZERO, third.score(), 3));
        VarianceShare shares = VarianceShare.of(shared, SPACE);
        assertThat(share(shares, "a")).isCloseTo(1, ROUNDING);
        assertThat(share(shares, "b")).isZero();
        assertThat(shares.complete()).isTrue();
    }

    @Test
    void exclusiveOrIsAllInteraction() {
        History history = Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(p.whole("a") ^ p.whole("b")));
        VarianceShare shares = VarianceShare.of(history, SPACE);
        assertThat(shares.shares()).allMatch(s -> s.share() == 0);
        assertThat(shares.rest()).isEqualTo(1);
    }

    @Test
    void equalScoresHaveNoVarianceToShare() {
        VarianceShare shares =
                VarianceShare.of(Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(0.1)), SPACE);
        assertThat(shares.flat()).isTrue();
        assertThat(shares.shares()).allMatch(s -> s.share() == 0);
        assertThat(shares.rest()).isEqualTo(0);
    }

    @Test
    void enormousScoresDoNotOverflow() {
        History history =
                Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(p.whole("a") == 0 ? 1e300 : -1e300));
        assertThat(share(VarianceShare.of(history, SPACE), "a")).isCloseTo(1, ROUNDING);
    }

    @Test
    void aConditionalParameterCountsOnlyWhereItExists() {
        Expression sgd =
                new Expression.Binary(Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"));
        SearchSpace space = SearchSpace.of(
                Choice.of("solver", "sgd", "adam"), Whole.between("rate", 0, 1).when(sgd));
        History history = Histories.grid(
                space, Goal.maximize("score"), p -> Score.of(p.text("solver").equals("adam") ? 10 : p.whole("rate")));
        VarianceShare shares = VarianceShare.of(history, space);
        double total = 2 * 0.25 + 3 * 0 + 2 * Math.pow(0.5 - 11.0 / 3, 2) + Math.pow(10 - 11.0 / 3, 2);
        assertThat(share(shares, "rate")).isCloseTo(0.5 / total, ROUNDING);
        assertThat(share(shares, "rate") + share(shares, "solver") + shares.rest())
                .isCloseTo(1, ROUNDING);
        assertThat(shares.complete()).isTrue();
    }

    @Test
    void failedPointsMakeItAGuide() {
        History history = Histories.grid(
                SPACE, Goal.maximize("score"), p -> p.whole("a") + p.whole("b") == 2 ? null : Score.of(p.whole("a")));
        VarianceShare shares = VarianceShare.of(history, SPACE);
        assertThat(shares.complete()).isFalse();
        assertThat(share(shares, "a")).isGreaterThan(0.7);
        assertThat(shares.shares().stream()
                        .mapToDouble(VarianceShare.Share::share)
                        .sum())
                .as("parts of a whole")
                .isCloseTo(1, ROUNDING);
        assertThat(shares.rest()).isZero();
    }

    @Test
    void scatteredPointsExplainNoMoreThanThereIs() {
        SearchSpace space = SearchSpace.of(Real.uniform("a", 0, 1), Real.uniform("b", 0, 1), Real.uniform("c", 0, 1));
        for (int seed = 0; seed < 50; seed++) {
            History history = Histories.random(
                    space, Goal.minimize("loss"), 15, seed, p -> Score.of(p.real("a") + p.real("b") + p.real("c")));
            VarianceShare shares = VarianceShare.of(history, space);
            double sum = shares.shares().stream()
                    .mapToDouble(VarianceShare.Share::share)
                    .sum();
            assertThat(sum + shares.rest()).isCloseTo(1, ROUNDING);
        }
    }

    @Test
    void aContinuumIsCutIntoCells() {
        SearchSpace space = SearchSpace.of(Real.logUniform("alpha", 1e-6, 1));
        History history = Histories.of(
                Goal.maximize("score"),
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(i -> space.decode(new double[] {i / 60.0}))
                        .toList(),
                p -> Score.of(Math.floor(6 * space.encode(p)[0])));
        VarianceShare shares = VarianceShare.of(history, space);
        assertThat(share(shares, "alpha")).isGreaterThan(0.9);
        assertThat(shares.complete()).isFalse();
    }

    @Test
    void nothingScoredIsFlat() {
        VarianceShare shares = VarianceShare.of(Histories.grid(SPACE, Goal.maximize("score"), p -> null), SPACE);
        assertThat(shares.flat()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 2.220446049250313e-16", "0, 4.9e-324", "-1.7976931348623157e308, 1.198e308", "0, 1e300"})
    void sharesDependOnNoScale(double low, double step) {
        History history = Histories.grid(
                SPACE,
                Goal.maximize("score"),
                p -> Score.of(low + step * p.whole("a") + step * p.whole("a") + step * p.whole("b")));
        assertThat(share(VarianceShare.of(history, SPACE), "a")).isCloseTo(0.8, within(1e-9));
    }
}
