package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Where a summary says what a model makes of the scores. */
class OutlookSummaryTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");

    private static History noisy(SearchSpace space, int trials) {
        RandomGenerator random = new Seed(5).random();
        return Histories.random(
                space,
                Goal.maximize("accuracy"),
                trials,
                2,
                p -> Score.of(0.9 - Math.pow(p.real("x") - 0.4, 2) + 0.05 * random.nextGaussian()));
    }

    private static List<String> said(StudyReport report) {
        return Summary.of(report).caveats();
    }

    @Test
    void theOutlookIsAmongTheCaveatsAndWhatToTypeNext() {
        StudyReport report =
                Draft.of(SPACE, noisy(SPACE, 33)).named("r").planned(33).report();
        assertThat(report.insights().outlook().sentences()).isNotEmpty();
        assertThat(said(report)).containsAll(report.insights().outlook().sentences());
        assertThat(report.insights().outlook().pays()).isTrue();
        assertThat(Summary.of(report).next()).last().isEqualTo("%tune resume r --trials 50");
        assertThat(Summary.of(Draft.of(report).named(null).report()).next())
                .last()
                .isEqualTo("%tune resume last --trials 50");
    }

    @Test
    void aRunOverEveryPointHasNone() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1, step 0.2)\ny ~ uniform(0, 1, step 0.2)");
        RandomGenerator random = new Seed(5).random();
        History history = Histories.grid(
                space, Goal.maximize("accuracy"), p -> Score.of(p.real("x") + 0.1 * random.nextGaussian()));
        StudyReport report = Draft.of(space, history).report();
        assertThat(report.exhaustive()).isTrue();
        assertThat(report.insights().outlook().luck()).isPresent();
        assertThat(said(report)).noneMatch(s -> s.contains("model"));
    }

    @Test
    void noMoreTrialsAreAdvisedThanThereArePoints() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1, step 0.2)\ny ~ uniform(0, 1, step 0.2)");
        RandomGenerator random = new Seed(5).random();
        History all = Histories.grid(
                space,
                Goal.maximize("accuracy"),
                // The last row, of which four points are left, is the best.
                p -> Score.of(2 * p.real("x") + p.real("y") + 0.2 * random.nextGaussian()));
        StudyReport report =
                Draft.of(space, Histories.first(all, 32)).planned(32).report();
        assertThat(report.insights().outlook().pays()).isTrue();
        assertThat(Summary.of(report).next()).last().isEqualTo("%tune resume s --trials 36");
    }
}
