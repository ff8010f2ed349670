package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SurrogateTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");

    private static History random(Goal goal, int n, ToDoubleFunction<Point> score, double noise, long seed) {
        RandomGenerator random = new Seed(seed).random();
        History history = History.empty(goal);
        for (int i = 1; i <= n; i++) {
            Point point = SPACE.decode(new double[] {random.nextDouble(), random.nextDouble()});
            double value = score.applyAsDouble(point) + noise * random.nextGaussian();
            history = history.plus(new Trial.Running(i, 1, Proposal.of(point, "test"), List.of(), Instant.EPOCH)
                    .complete(Score.of(value), Duration.ZERO));
        }
        return history;
    }

    private static double bowl(Point p) {
        double x = p.real("x") - 0.3;
        double y = p.real("y") - 0.6;
        return x * x + 2 * y * y;
    }

    private static Point at(double x, double y) {
        return SPACE.canonical(Map.of("x", x, "y", y));
    }

    @Test
    void withoutNoiseItInterpolates() {
        History history = random(Goal.maximize("score"), 40, p -> 10 - bowl(p), 0, 1);
        Surrogate surrogate = Surrogate.of(SPACE, history).orElseThrow();
        Surrogate.Belief belief = surrogate.at(at(0.3, 0.6));
        assertThat(belief.mean()).isCloseTo(10, within(0.01));
        assertThat(belief.low()).isLessThanOrEqualTo(belief.mean());
        assertThat(belief.high()).isGreaterThanOrEqualTo(belief.mean());
        assertThat(surrogate.noise()).isLessThan(0.01);
        assertThat(surrogate.best()).isEqualTo(history.best().orElseThrow());
        Surrogate.Next next = surrogate.next().orElseThrow();
        assertThat(10 - bowl(next.point()))
                .isGreaterThan(history.best().orElseThrow().score().value());
    }

    /** The noise is 0.2: a scaled chi-square of 100 lies between 0.7 and 1.35 of it but for one in a thousand. */
    @Test
    void theNoiseIsThatOfTheScores() {
        History history = random(Goal.minimize("loss"), 100, SurrogateTest::bowl, 0.2, 2);
        assertThat(Surrogate.of(SPACE, history).orElseThrow().noise()).isBetween(0.14, 0.27);
    }

    /** Bands that hold 95 % hold between 85 and 100 of 100 places but for less than one in a thousand, were they independent. */
    @Test
    void theBandHoldsTheScore() {
        History history = random(Goal.minimize("loss"), 60, SurrogateTest::bowl, 0.05, 3);
        Surrogate surrogate = Surrogate.of(SPACE, history).orElseThrow();
        RandomGenerator random = new Seed(4).random();
        int inside = 0;
        for (int i = 0; i < 100; i++) {
            Point point = at(random.nextDouble(), random.nextDouble());
            Surrogate.Belief belief = surrogate.at(point);
            inside += belief.low() <= bowl(point) && bowl(point) <= belief.high() ? 1 : 0;
        }
        assertThat(inside).isGreaterThanOrEqualTo(85);
    }

    /**
     * Noise of a tenth of the range, 50 seeds, the trials those that the sampler itself has made. Were both alike, the mean of
     * the differences would lie two standard errors above 0 in one of 40 cases.
     */
    @Test
    void theBestBeliefIsBetterThanTheBestScore() {
        List<Double> gains = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            RandomGenerator luck = new Seed(seed).child("luck").random();
            History history = Tuning.minimize("loss", SPACE, p -> bowl(p) + 0.12 * luck.nextGaussian())
                    .sampler(new BayesSampler())
                    .seed(seed)
                    .trials(50)
                    .run();
            Trial.Completed believed =
                    Surrogate.of(SPACE, history).orElseThrow().best();
            gains.add(bowl(history.best().orElseThrow().point()) - bowl(believed.point()));
        }
        double mean = gains.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares =
                gains.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        assertThat(mean).isGreaterThan(2 * Math.sqrt(squares / (50 * 49)));
    }

    @Test
    void aFewTrialsSayNothing() {
        assertThat(Surrogate.of(SPACE, History.empty(Goal.minimize("loss")))).isEmpty();
        assertThat(Surrogate.of(SPACE, random(Goal.minimize("loss"), 3, SurrogateTest::bowl, 0, 1)))
                .isEmpty();
    }

    /** Of 300 trials the 200 nearest to the best are modelled; a lucky one far away is none of them. */
    @Test
    void theBestBeliefIsOneOfTheTrialsThatAreModelled() {
        History history = random(Goal.minimize("loss"), 300, SurrogateTest::bowl, 0.01, 6);
        Surrogate surrogate = Surrogate.of(SPACE, history).orElseThrow();
        assertThat(bowl(surrogate.best().point())).isLessThan(0.01);
        assertThat(history.completed()).contains(surrogate.best());
    }

    /** A search that has converged: of 600 trials most lie in a thousandth of the space. */
    @Test
    void ofManyTrialsTheWholeSpaceIsSeenByAnOverview() {
        RandomGenerator random = new Seed(8).random();
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 1; i <= 600; i++) {
            double near = i < 60 ? 1 : 1e-3;
            Point point = SPACE.decode(new double[] {
                0.3 + near * (random.nextDouble() - (i < 60 ? 0.3 : 0.5)), 0.6 + near * (random.nextDouble() - 0.6)
            });
            history = history.plus(new Trial.Running(i, 1, Proposal.of(point, "test"), List.of(), Instant.EPOCH)
                    .complete(Score.of(bowl(point)), Duration.ZERO));
        }
        Surrogate surrogate = Surrogate.overview(SPACE, history).orElseThrow();
        for (double x : new double[] {0.05, 0.3, 0.6, 0.95}) {
            assertThat(surrogate.at(at(x, 0.6)).mean()).isCloseTo(bowl(at(x, 0.6)), within(0.02));
        }
        assertThat(Surrogate.of(SPACE, history)
                        .orElseThrow()
                        .next()
                        .orElseThrow()
                        .gain())
                .as("it is near the best that more trials would help")
                .isLessThan(1e-6);
    }

    /** Beyond the worst trial nothing is certain. */
    @Test
    void whatMayBeWorseThanAllTrialsHasABandToo() {
        History history = random(Goal.minimize("loss"), 30, p -> 100 * bowl(at(p.real("x") / 2, p.real("y"))), 0, 1);
        History left = History.empty(Goal.minimize("loss"));
        for (Trial.Finished trial : history.trials()) {
            Point p = at(trial.point().real("x") / 2, trial.point().real("y"));
            left = left.plus(new Trial.Running(trial.number(), 1, Proposal.of(p, "test"), List.of(), Instant.EPOCH)
                    .complete(Score.of(100 * bowl(p)), Duration.ZERO));
        }
        Surrogate.Belief far = Surrogate.of(SPACE, left).orElseThrow().at(at(1, 0));
        assertThat(far.high()).isGreaterThan(far.mean());
        assertThat(far.low()).isLessThan(far.mean());
        assertThat(far.high())
                .isGreaterThan(left.trials().stream()
                        .mapToDouble(t -> ((Trial.Completed) t).score().value())
                        .max()
                        .orElseThrow());
    }

    @Test
    void whatWasTriedIsNotNext() {
        SearchSpace few = SpaceText.parse("x in 1..2\ny in 1..3");
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 0; i < 6; i++) {
            Point point = few.canonical(Map.of("x", i / 3 + 1, "y", i % 3 + 1));
            history = history.plus(new Trial.Running(i + 1, 1, Proposal.of(point, "test"), List.of(), Instant.EPOCH)
                    .complete(Score.of(i), Duration.ZERO));
        }
        Point left = history.trials().get(5).point();
        assertThat(Surrogate.of(few, history.first(5)).orElseThrow().next())
                .hasValueSatisfying(n -> assertThat(n.point()).isEqualTo(left));
        assertThat(Surrogate.of(few, history).orElseThrow().next()).isEmpty();
    }

    @Test
    void theSameTrialsGiveTheSame() {
        History history = random(Goal.minimize("loss"), 30, SurrogateTest::bowl, 0.1, 5);
        Surrogate a = Surrogate.of(SPACE, history).orElseThrow();
        Surrogate b = Surrogate.of(SPACE, history).orElseThrow();
        assertThat(a.at(at(0.1, 0.9))).isEqualTo(b.at(at(0.1, 0.9)));
        assertThat(a.next()).isEqualTo(b.next());
    }
}
