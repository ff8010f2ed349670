package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Real;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 9));

    private static StudyReport report(History history, Ending ending, Budget budget, @Nullable String name) {
        return report(SPACE, history, ending, budget, name);
    }

    private static StudyReport report(
            SearchSpace space, History history, Ending ending, Budget budget, @Nullable String name) {
        return Draft.of(space, history)
                .named(name)
                .metric("rmse")
                .budget(budget)
                .ending(ending)
                .planned(9)
                .elapsed(Duration.ofMillis(1500))
                .report();
    }

    private static History history(int count) {
        return Histories.first(Histories.grid(SPACE, Goal.minimize("score"), p -> Score.of(p.whole("x") * 0.5)), count);
    }

    private static String done(Ending ending, Budget budget) {
        return Summary.of(report(history(4), ending, budget, "s")).done();
    }

    @Test
    void saysWhatTheSpecificationSays() {
        Summary summary = Summary.of(Histories.iris72Report());
        assertThat(summary.done())
                .isEqualTo("Grid search finished: 72 of 72 points, 5-fold CV, 360 fits, 4.1 s, seed 42.");
        assertThat(summary.winner().sentence())
                .isEqualTo(
                        "Best accuracy 0.9833 ± 0.017 (SE) at trial 31: hidden_layer_sizes (100), activation tanh, solver adam, alpha 0.0001, learning_rate constant.");
        assertThat(summary.test()).isEqualTo("Test (30 rows, used once): 1.000 (95 %: 0.88 to 1)");
        assertThat(summary.next())
                .containsExactly("iris72.best()", "iris72.table()", "%tune plot iris72 heatmap activation solver");
    }

    @Test
    void everyEndingHasItsSentence() {
        Budget budget = new Budget(9, Duration.ofMinutes(10), 0.25, 3);
        assertThat(done(Ending.TRIALS, budget)).startsWith("Grid search finished: 4 of 9 points, 1.5 s, seed 7.");
        assertThat(done(Ending.INTERRUPTED, budget)).startsWith("Grid search stopped by you: 4 of 9 points,");
        assertThat(done(Ending.TIME, budget)).startsWith("Grid search stopped as its time was up (10 min 00 s): 4 of");
        assertThat(done(Ending.UNTIL, budget)).startsWith("Grid search stopped at rmse 0.25: 4 of 9");
        assertThat(done(Ending.PATIENCE, budget))
                .startsWith("Grid search stopped after 3 points without a better score: 4 of 9");
        assertThat(done(Ending.FAILED, budget)).startsWith("Grid search stopped at the first failure: 4 of 9");
        assertThat(done(Ending.FAILING, budget)).startsWith("Grid search given up as nothing worked: 4 of 9");
    }

    @Test
    void aPointThatWasTriedTwiceIsNotOneOfThePlanned() {
        History nine = history(9);
        Trial.Finished again =
                Histories.running(10, nine.trials().get(0).point()).complete(Score.of(0.5), Duration.ZERO);
        assertThat(Summary.of(report(nine.plus(again), Ending.EXHAUSTED, Budget.unlimited(), "s"))
                        .done())
                .isEqualTo("Grid search finished: 10 points, 1.5 s, seed 7.");
    }

    @Test
    void withoutFoldsThereIsNoError() {
        Summary summary = Summary.of(report(history(4), Ending.TRIALS, Budget.unlimited(), "s"));
        assertThat(summary.winner().sentence()).isEqualTo("Best rmse 0.5000 at trial 1: x 1.");
        assertThat(summary.test()).isEmpty();
    }

    @Test
    void withoutScoreThereIsNoWinnerAndNothingToType() {
        History failed = Histories.grid(SPACE, Goal.minimize("score"), p -> null);
        Summary summary = Summary.of(report(failed, Ending.FAILING, Budget.unlimited(), "s"));
        assertThat(summary.winner().sentence()).isEqualTo("No trial was scored.");
        assertThat(summary.next()).isEmpty();
        assertThat(summary.caveats())
                .containsExactly("9 of 9 trials failed: IllegalStateException \"no luck\"; %tune show s failed");
        History empty = History.empty(Goal.minimize("score"));
        assertThat(Summary.of(report(empty, Ending.INTERRUPTED, Budget.unlimited(), "s"))
                        .winner()
                        .sentence())
                .isEqualTo("No trial was finished.");
    }

    @Test
    void aStudyWithoutNameIsTheLast() {
        assertThat(Summary.of(report(history(4), Ending.TRIALS, Budget.unlimited(), null))
                        .next())
                .containsExactly("%tune last");
    }

    @Test
    void theDefaultsAreTheBaselineWhereverTheyComeFrom() {
        History history = history(4);
        assertThat(Summary.of(startingAt(2, history)).baseline())
                .isEqualTo("Baseline, the defaults: 1.000 at trial 2.");
        assertThat(Summary.of(startingAt(1, history)).baseline())
                .as("the winner itself")
                .isEqualTo("Trial 1 is the baseline, the defaults: no other trial beats it.");
        assertThat(Summary.of(startingAt(9, history)).baseline()).as("not met").isEmpty();
        assertThat(Summary.of(report(history, Ending.TRIALS, Budget.unlimited(), "s"))
                        .baseline())
                .as("no defaults")
                .isEmpty();
    }

    @Test
    void aBaselineThatFailedIsSaidToo() {
        Trial.Finished failed =
                Histories.running(1, history(1).trials().get(0).point()).fail(Failure.thrown("E", "m"), Duration.ZERO);
        History history = History.empty(Goal.minimize("score"))
                .plus(failed)
                .plus(Histories.running(2, history(2).trials().get(1).point()).complete(Score.of(1), Duration.ZERO));
        assertThat(Summary.of(startingAt(1, history)).baseline())
                .isEqualTo("Baseline, the defaults: none, as trial 1 gave no score.");
    }

    private static StudyReport startingAt(int x, History history) {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 9).startingAt(x));
        return report(space, history, Ending.TRIALS, Budget.unlimited(), "s");
    }

    private static StudyReport random(SearchSpace space, int trials, long planned, Ending ending, Budget budget) {
        History history = Histories.random(space, Goal.maximize("score"), trials, 1, p -> Score.of(p.real("x")));
        return Draft.of(space, history)
                .named("r")
                .method("Random search")
                .metric("gain")
                .budget(budget)
                .ending(ending)
                .planned(planned)
                .seed(42)
                .report();
    }

    @Test
    void aRandomSearchInAContinuumCountsTrials() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1), Real.uniform("y", 0, 1));
        Budget budget = new Budget(60, Duration.ofSeconds(90), 0.999, 20);
        assertThat(Summary.of(random(space, 60, 60, Ending.TRIALS, budget)).done())
                .isEqualTo("Random search finished: 60 of 60 trials, 0.8 s, seed 42.");
        assertThat(Summary.of(random(space, 1, 60, Ending.INTERRUPTED, budget)).done())
                .isEqualTo("Random search stopped by you: 1 of 60 trials, 0.8 s, seed 42.");
        assertThat(Summary.of(random(space, 30, 60, Ending.PATIENCE, budget)).done())
                .isEqualTo(
                        "Random search stopped after 20 trials without a better score: 30 of 60 trials, 0.8 s, seed 42.");
        assertThat(Summary.of(random(space, 30, 60, Ending.UNTIL, budget)).done())
                .isEqualTo("Random search stopped at gain 0.999: 30 of 60 trials, 0.8 s, seed 42.");
        assertThat(Summary.of(random(space, 30, 0, Ending.TIME, budget)).done())
                .isEqualTo("Random search stopped as its time was up (1 min 30 s): 30 trials, 0.8 s, seed 42.");
    }

    @Test
    void whatIsSaidOfTheWinnerShortlyStandsBelowToBeCopied() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1), Real.uniform("y", 0, 1));
        StudyReport report = random(space, 19, 60, Ending.TRIALS, Budget.trials(60));
        String line = "try x = 0.9629672526914845, y = 0.9415207976175834";
        assertThat(Summary.of(report).winner().place()).endsWith(": x 0.9629…, y 0.9415….");
        assertThat(Summary.of(report).next())
                .containsExactly("r.best()", "r.table()", line, "%tune plot r heatmap x y");
        String cell = "x ~ uniform(0, 1)\ny ~ uniform(0, 1)\n" + line;
        assertThat(SpaceText.read(cell, 1, JavaValues.NONE).tries().get(0))
                .isEqualTo(report.history().best().orElseThrow().point());
    }

    @Test
    void aRandomSearchThatIsToTryEveryPointIsExhaustive() {
        SearchSpace finite = SearchSpace.of(new Real("x", 0, 1, Scale.LINEAR, 0.1, null, null));
        Budget budget = Budget.trials(100);
        assertThat(random(finite, 11, 11, Ending.EXHAUSTED, budget).exhaustive())
                .isTrue();
        assertThat(random(finite, 5, 5, Ending.TRIALS, budget).exhaustive()).isFalse();
        assertThat(random(finite, 5, 0, Ending.TIME, budget).exhaustive()).isFalse();
        assertThat(random(SearchSpace.of(Real.uniform("x", 0, 1)), 5, 5, Ending.TRIALS, budget)
                        .exhaustive())
                .isFalse();
    }
}
