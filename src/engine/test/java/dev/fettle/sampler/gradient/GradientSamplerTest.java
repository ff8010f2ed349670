package dev.fettle.sampler.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientSamplerTest implements SamplerContract {
    private static final SearchSpace PLANE = SpaceText.parse("""
            x ~ uniform(-4, 4) default 3
            y ~ uniform(-4, 4) default -2
            """);

    /** Ten times as steep along y. */
    private static final Objective BOWL = (p, probe) -> bowl(p).withGradient(List.of());

    private static final Objective EXACT_BOWL = (p, probe) -> bowl(p);

    @Override
    public Sampler sampler() {
        return new GradientSampler().withSteps(3);
    }

    @Override
    public List<SearchSpace> spaces() {
        return List.of(
                PLANE,
                SearchSpace.of(
                        Real.logUniform("alpha", 1e-5, 1e-1),
                        Normal.of("w", 0, 1).array(2, 2)),
                SpaceText.parse("a ~ uniform(0, 1)\nb ~ logNormal(0, 1)\nrequire a < b"));
    }

    @Override
    public SearchSpace few() {
        return SearchSpace.of(Real.uniform("x", 1, 1));
    }

    private static Score bowl(Point p) {
        double x = p.real("x");
        double y = p.real("y");
        return Score.of(x * x + 10 * y * y).withGradient(List.of(2 * x, 20 * y));
    }

    private static Tuning tuning(SearchSpace space, Objective objective, Sampler sampler, int trials) {
        return Tuning.of(Goal.minimize("loss"), space, objective)
                .sampler(sampler)
                .trials(trials);
    }

    private static List<Point> centres(History history) {
        return history.trials().stream()
                .filter(t -> t.proposal().origin().startsWith("step"))
                .map(Trial::point)
                .toList();
    }

    private static double loss(History history) {
        return history.best().orElseThrow().score().value();
    }

    @Test
    void withAnExactGradientEachTrialIsOneStepAndTheFirstHasArms() {
        GradientSampler sampler = new GradientSampler().withRate(0.01);
        List<Point> steps =
                centres(tuning(PLANE, EXACT_BOWL, sampler, 7 + 5 + 50).run());
        double x = 3;
        double y = -2;
        for (int i = 0; i < 51; i++) {
            Point centre = steps.get(i == 0 ? 0 : i + 4);
            assertThat(centre.real("x")).isCloseTo(x, within(1e-12));
            assertThat(centre.real("y")).isCloseTo(y, within(1e-12));
            x -= 0.01 * 2 * x;
            y -= 0.01 * 20 * y;
        }
    }

    @Test
    void withoutOneEachStepIsACentreAndTwoArmsForEachParameterWhoseDifferencesAreTheGradient() {
        GradientSampler sampler = new GradientSampler().withRate(0.01);
        List<Point> steps = centres(tuning(PLANE, BOWL, sampler, 7 + 5 * 30).run());
        double x = 3;
        double y = -2;
        for (int i = 0; i < 30; i++) {
            assertThat(steps.get(5 * i).real("x")).isCloseTo(x, within(1e-7));
            assertThat(steps.get(5 * i).real("y")).isCloseTo(y, within(1e-7));
            assertThat(steps.get(5 * i + 1).real("x"))
                    .isLessThan(steps.get(5 * i).real("x"));
            assertThat(steps.get(5 * i + 4).real("y"))
                    .isGreaterThan(steps.get(5 * i).real("y"));
            x -= 0.01 * 2 * x;
            y -= 0.01 * 20 * y;
        }
    }

    @Test
    void theHeavyBallAndAdamStepAsTheirPapersSay() {
        for (Optimizer optimizer : List.of(Optimizer.MOMENTUM, Optimizer.ADAM)) {
            GradientSampler sampler =
                    new GradientSampler().withOptimizer(optimizer).withRate(0.003);
            List<Point> steps =
                    centres(tuning(PLANE, EXACT_BOWL, sampler, 7 + 5 + 40).run());
            double[] m = new double[2];
            double[] v = new double[2];
            double[] at = {3, -2};
            for (int t = 1; t <= 40; t++) {
                double[] g = {2 * at[0], 20 * at[1]};
                for (int i = 0; i < 2; i++) {
                    m[i] = 0.9 * m[i] + (optimizer == Optimizer.ADAM ? 0.1 : 1) * g[i];
                    v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                    double adam = m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
                    at[i] -= 0.003 * (optimizer == Optimizer.ADAM ? adam : m[i]);
                }
                assertThat(steps.get(t + 4).real("x")).isCloseTo(at[0], within(1e-10));
                assertThat(steps.get(t + 4).real("y")).isCloseTo(at[1], within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void eachOfThemFindsTheBottomOfABowl(Optimizer optimizer) {
        double rate =
                switch (optimizer) {
                    case SGD -> 0.05;
                    case MOMENTUM, SPECTRAL -> 0.02;
                    case ADAM -> 0.1;
                    case NEWTON -> 1;
                };
        GradientSampler sampler = new GradientSampler().withOptimizer(optimizer).withRate(rate);
        assertThat(loss(tuning(PLANE, BOWL, sampler, 1000).run())).isLessThan(1e-6);
        assertThat(loss(tuning(PLANE, EXACT_BOWL, sampler, 200).run())).isLessThan(1e-6);
    }

    /** e^x + e^(2 − x) has its least value, 2e, at 1. */
    @Test
    void theSpectralRateIsTheSecantMethodAndTakesFewSteps() {
        SearchSpace line = SpaceText.parse("x ~ uniform(-4, 4) default -2");
        Objective valley = (p, probe) -> {
            double x = p.real("x");
            return Score.of(Math.exp(x) + Math.exp(2 - x)).withGradient(List.of(Math.exp(x) - Math.exp(2 - x)));
        };
        GradientSampler sampler = new GradientSampler().withOptimizer(Optimizer.SPECTRAL);
        List<Point> steps = centres(tuning(line, valley, sampler, 7 + 2 + 16).run());
        assertThat(steps.get(10).real("x")).isCloseTo(1, within(1e-7));
        double[] x = steps.stream().skip(3).mapToDouble(p -> p.real("x")).toArray();
        double[] g = Arrays.stream(x).map(v -> Math.exp(v) - Math.exp(2 - v)).toArray();
        double secant = x[5] - g[5] * (x[5] - x[4]) / (g[5] - g[4]);
        assertThat(x[6]).isCloseTo(secant, within(1e-12));
    }

    @Test
    void theRateMayBeChosenByTheFirstGradient() {
        GradientSampler sampler = new GradientSampler().withRate(0);
        List<Point> steps = centres(tuning(PLANE, EXACT_BOWL, sampler, 7 + 6).run());
        assertThat(steps.get(5).real("y")).isCloseTo(-2 + 8 * 0.02, within(1e-12));
        assertThat(loss(tuning(PLANE, BOWL, sampler, 3000).run())).isLessThan(1e-2);
    }

    @Test
    void onALogarithmicScaleTheLogarithmDescendsAndNeverMoreThanTwofold() {
        SearchSpace space = SpaceText.parse("alpha ~ logUniform(1e-6, 1) default 0.5");
        Objective valley = Objective.of(p -> Math.pow(Math.log(p.real("alpha")) - Math.log(1e-3), 2));
        List<Point> steps = centres(tuning(space, valley, new GradientSampler().withRate(0.25), 7 + 3 * 35)
                .run());
        double before = 0.5;
        for (int i = 3; i < steps.size(); i += 3) {
            double now = steps.get(i).real("alpha");
            assertThat(before / now).isBetween(0.4999999, 2.0000001);
            before = now;
        }
        assertThat(steps.get(3).real("alpha")).isCloseTo(0.25, within(1e-9));
        assertThat(before).isCloseTo(1e-3, within(1e-10));
    }

    @Test
    void aMaximumIsClimbed() {
        Objective hill = Objective.of(p -> -bowl(p).value());
        Tuning tuning = Tuning.of(Goal.maximize("height"), PLANE, hill)
                .sampler(new GradientSampler().withRate(0.05))
                .trials(600);
        assertThat(loss(tuning.run())).isGreaterThan(-1e-6);
    }

    @Test
    void whatWouldLeaveTheBoundsStopsThereAndConstraintsHold() {
        SearchSpace space =
                SpaceText.parse("x ~ uniform(1, 4) default 3\ny ~ uniform(-4, 4) default -2\nrequire y < x - 2");
        History history =
                tuning(space, BOWL, new GradientSampler().withRate(0.02), 400).run();
        assertThat(history.trials()).allMatch(t -> space.allows(t.point()));
        assertThat(loss(tuning(
                                SpaceText.parse("x ~ uniform(1, 4)\ny ~ uniform(-4, 4)"),
                                BOWL,
                                new GradientSampler().withRate(0.02),
                                700)
                        .run()))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theTableIsTheSameAtAnyJobs() {
        for (Objective objective : List.of(BOWL, EXACT_BOWL)) {
            List<?> one = rows(objective, 1);
            assertThat(rows(objective, 2)).isEqualTo(one);
            assertThat(rows(objective, 8)).isEqualTo(one);
        }
    }

    /** With failures, restarts and steps back. */
    private static List<?> rows(Objective objective, int jobs) {
        Objective failing = (p, probe) -> {
            if (p.real("x") < -1.5) {
                throw new IllegalStateException("too low");
            }
            return objective.evaluate(p, probe);
        };
        return tuning(PLANE, failing, new GradientSampler().withRate(0.11).withSteps(9), 300)
                .jobs(jobs)
                .run()
                .trials()
                .stream()
                .map(t -> t.proposal() + t.match(c -> "" + c.score(), p -> "", f -> "" + f.failure()))
                .toList();
    }

    @Test
    void itBeginsAtTheBestTrialThatWasTriedBefore() {
        Point good = PLANE.canonical(Map.of("x", 1.0, "y", 0.5));
        History history = tuning(PLANE, EXACT_BOWL, new GradientSampler(), 10)
                .trying(good)
                .run();
        assertThat(centres(history).get(0)).isEqualTo(good);
    }

    @Test
    void whatHasNoGradientIsRefused() {
        SearchSpace space = SpaceText.parse("""
                solver in {sgd, adam}
                k ~ int(1, 9)
                alpha ~ uniform(0, 1)
                momentum ~ uniform(0, 1) if solver == sgd
                """);
        assertThatThrownBy(() -> new GradientSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(1)))
                .hasMessage("Parameters (solver, k, momentum) must be decimal, without step and condition, to have a"
                        + " gradient. Maybe %%bayesopt --polish, which moves the others by its model.");
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new GradientSampler().withRate(Double.NaN))
                .hasMessage("Rate (NaN) must be positive and finite. Maybe 0.01, or 0, which chooses one.");
        assertThatThrownBy(() -> new GradientSampler().withSteps(0)).hasMessage("Steps (0) must be at least 1.");
        assertThatThrownBy(() -> new GradientSampler().withClip(0))
                .hasMessage("Clip (0.0) must lie in (0, 1]. Maybe 0.2.");
    }
}
