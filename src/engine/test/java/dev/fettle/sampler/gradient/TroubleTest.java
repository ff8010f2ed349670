package dev.fettle.sampler.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.journal.NoJournal;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Slope.Event;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Gradients that vanish, turn back, or lead where there is no score: named, and answered. */
class TroubleTest {
    private static final SearchSpace LINE = SpaceText.parse("x ~ uniform(-10, 10) default 4");

    private record Run(List<Slope> slopes, List<String> remarks, double best) {
        List<Event> events() {
            return slopes.stream().map(Slope::event).toList();
        }
    }

    private static Run run(SearchSpace space, Objective objective, GradientSampler sampler, int trials) {
        StudyConfig config = StudyConfig.of("s", space, Goal.minimize("loss"), sampler);
        Study study = Study.open(config, new NoJournal(), InstantSource.fixed(Instant.EPOCH));
        Budget budget = Budget.trials(trials).withOnError(Budget.OnError.IGNORE);
        try (Lease lease = study.begin(budget)) {
            new Runner(Runnable::run, InstantSource.fixed(Instant.EPOCH)).run(lease, objective, Limits.jobs(1));
        }
        return new Run(
                config.slopes(study.history()),
                config.remarks(study.history()),
                study.history().best().map(t -> t.score().value()).orElse(Double.NaN));
    }

    private static Run run(ToDoubleFunction<Double> f, GradientSampler sampler, int trials) {
        return run(LINE, Objective.of(p -> f.applyAsDouble(p.real("x"))), sampler, trials);
    }

    @Test
    void aRateTooLargeOscillatesAndIsHalvedUntilItDescends() {
        Run run = run(x -> x * x, new GradientSampler().withRate(1.02).withClip(1), 300);
        assertThat(run.events()).contains(Event.OSCILLATING);
        assertThat(run.best()).isLessThan(1e-9);
        Slope first = run.slopes().get(run.events().indexOf(Event.OSCILLATING));
        assertThat(first.rate()).isEqualTo(0.51);
        assertThat(run.remarks()).last().asString().contains("backed off").contains("oscillating");
    }

    @Test
    void aPlateauHasNoSlopeAndAnotherStartIsDrawn() {
        Run run = run(x -> Math.abs(x) > 3 ? 9 : x * x, new GradientSampler().withRate(0.1), 300);
        assertThat(run.slopes().get(0).event()).isEqualTo(Event.VANISHED);
        assertThat(run.slopes().get(0).norm()).isZero();
        assertThat(run.slopes().get(1).start()).isEqualTo(2);
        assertThat(run.best()).isLessThan(1e-6);
        assertThat(run.remarks())
                .contains("The first gradient is 0: the loss is flat around, as counts are. Maybe a smooth one, or"
                        + " %%bayesopt.");
    }

    @Test
    void aSlopeBelowItsOwnErrorForThreeStepsHasVanished() {
        Run run = run(x -> 1 + 1e-12 * x, new GradientSampler().withRate(1e10), 30);
        assertThat(run.events().subList(0, 3)).containsExactly(Event.STEP, Event.STEP, Event.VANISHED);
    }

    @Test
    void aLongStepIsClippedAndCounted() {
        Run run = run(x -> Math.exp(x), new GradientSampler().withRate(1), 7 + 9);
        assertThat(run.events()).startsWith(Event.CLIPPED);
        assertThat(run.remarks()).last().asString().startsWith("Gradient: 3 steps; clipped ");
    }

    @Test
    void whereThereIsNoScoreTheStepIsTakenBackWithHalfTheRate() {
        Objective cliff = (p, probe) -> {
            if (p.real("x") < -1) {
                throw new IllegalStateException("below");
            }
            return Score.of(p.real("x") * p.real("x") + p.real("x"));
        };
        Run run = run(LINE, cliff, new GradientSampler().withRate(0.9).withClip(1), 200);
        assertThat(run.events()).startsWith(Event.STEP, Event.FAILED);
        assertThat(run.best()).isCloseTo(-0.25, within(1e-6));
    }

    @Test
    void aStartWithoutAScoreIsLeft() {
        Objective half = (p, probe) -> {
            if (p.real("x") > 0) {
                throw new IllegalStateException("above");
            }
            return Score.of(Math.pow(p.real("x") + 2, 2));
        };
        Run run = run(LINE, half, new GradientSampler().withRate(0.1), 300);
        assertThat(run.events()).startsWith(Event.LOST);
        assertThat(run.best()).isLessThan(1e-6);
    }

    @Test
    void theStepsOfAStartAreUsedUpAndThereIsAnother() {
        Run run = run(x -> x * x, new GradientSampler().withSteps(4), 7 + 3 * 12);
        assertThat(run.slopes().stream().map(Slope::start)).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
        assertThat(run.slopes().stream().map(Slope::step)).startsWith(1, 2, 3, 4, 1, 2);
        assertThat(run.slopes().get(3).trials()).isEqualTo(7 + 12);
        assertThat(run.remarks()).last().isEqualTo("Gradient: 12 steps; began again 2 times (used 2).");
    }

    /** A bowl with a roughness as of a solver that stops early. */
    @Test
    void theRougherALossTheFartherDifferencesReachAndTheStillRightTheirSlope() {
        for (double rough : new double[] {0, 1e-10, 1e-6, 1e-4}) {
            Run run = run(x -> 5 + x * x + rough * Math.sin(1e9 * x), new GradientSampler().withRate(1e-3), 7 + 3);
            assertThat(run.slopes().get(0).norm()).as("rough by %s", rough).isCloseTo(8, within(0.05));
        }
    }

    @Test
    void theFirstExactGradientIsComparedWithDifferencesAndBothAreSaid() {
        assertThat(checked(1).remarks())
                .contains("First gradient of the loss, exact and by differences: x 8.00 and 8.00.");
        assertThat(checked(1.02).remarks())
                .contains("First gradient of the loss must be the same exact and by differences, and is not: x 8.16 and"
                        + " 8.00. Maybe the training ends before it has converged, or the gradient is wrong.");
    }

    private static Run checked(double wrong) {
        Objective exact = (p, probe) -> {
            double x = p.real("x");
            return Score.of(x * x).withGradient(List.of(2 * wrong * x));
        };
        return run(LINE, exact, new GradientSampler(), 12);
    }

    @Test
    void aGradientThatIsMissingOnceIsTakenByDifferences() {
        Objective sometimes = (p, probe) -> {
            double x = p.real("x");
            return x < 3 ? Score.of(x * x) : Score.of(x * x).withGradient(List.of(2 * x));
        };
        Run run = run(LINE, sometimes, new GradientSampler().withRate(0.1), 200);
        assertThat(run.events()).doesNotContain(Event.FAILED);
        assertThat(run.best()).isLessThan(1e-9);
    }
}
