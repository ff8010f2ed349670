package dev.fettle.kernel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    /** A trial for each letter: s is scored, p pruned, f failed. */
    private static History history(String ends) {
        SearchSpace space = SpaceText.parse("x in 1..9");
        History history = History.empty(Goal.maximize("a"));
        for (int i = 0; i < ends.length(); i++) {
            Trial.Running running = new Trial.Running(
                    i + 1, 1, Proposal.of(space.decode(new double[] {0}), ""), List.of(), Instant.EPOCH);
            history = history.plus(
                    switch (ends.charAt(i)) {
                        case 's' -> running.complete(Score.of(1), Duration.ZERO);
                        case 'p' -> running.prune("late", Duration.ZERO);
                        default -> running.fail(Failure.thrown("Oops", "no " + (i + 1)), Duration.ZERO);
                    });
        }
        return history;
    }

    private static String failure(String ends, Ending ending) {
        return Sentences.failure(history(ends), ending, SearchSpace.of()).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f     | TRIALS    | the only trial failed: Oops \"no 1\"",
                "fff   | TRIALS    | the first 3 trials all failed: Oops \"no 1\"",
                "fff   | EXHAUSTED | the first 3 trials all failed: Oops \"no 1\"",
                "fffff | FAILING   | the first 5 trials all failed: Oops \"no 1\"",
                "fpf   | TRIALS    | no trial was scored; the first failed: Oops \"no 1\"",
                "ssf   | FAILED    | trial 3 failed: Oops \"no 3\"",
                "f     | FAILED    | trial 1 failed: Oops \"no 1\"",
                "pf    | TRIALS    | ",
                "fsf   | TRIALS    | ",
                "fsf   | PATIENCE  | ",
                "sss   | UNTIL     | "
            })
    void aCellEndsWithAnErrorIfNothingWorkedOrTheFirstFailureWasToEndIt(String ends, Ending ending, String expected) {
        assertThat(failure(ends, ending)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"INTERRUPTED", "TAKEN_OVER", "TIME"})
    void whatWasStoppedIsNoError(Ending ending) {
        assertThat(failure("fff", ending)).isEmpty();
        assertThat(failure("", ending)).isEmpty();
    }

    @Test
    void aRunWithoutTrialsIsNoError() {
        assertThat(failure("", Ending.EXHAUSTED)).isEmpty();
        assertThat(failure("", Ending.FAILED)).isEmpty();
    }

    @Test
    void whatWasChangedAddedOrRemovedIsToldByName() {
        Map<String, String> before = Map.of("objective", "a", "variable w", "1", "method f", "x", "gone", "1");
        Map<String, String> now = Map.of("objective", "b", "variable w", "2", "method f", "x", "method new", "1");
        String end = " has changed since the first 7 trials; their scores and the new ones may not compare.";
        assertThat(Sentences.changes(before, now, 7))
                .containsExactly(
                        "Gone" + end, "Method new" + end, "The text of the objective" + end, "Variable w" + end);
        assertThat(Sentences.changes(before, before, 7)).isEmpty();
    }
}
