package dev.fettle.archive;

import dev.fettle.trial.Goal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Goals as a journal words them: {@code maximize accuracy, minimize size}. */
final class Goals {
    private static final Pattern GOAL = Pattern.compile("(maximize|minimize) (.*?)(?:, (?=maximize |minimize )|$)");

    private Goals() {}

    /** At least one. */
    static List<Goal> read(String text) {
        List<Goal> goals = GOAL.matcher(text).results().map(Goals::goal).toList();
        return goals.isEmpty() ? List.of(Goal.maximize("score")) : goals;
    }

    private static Goal goal(MatchResult found) {
        return found.group(1).equals("maximize") ? Goal.maximize(found.group(2)) : Goal.minimize(found.group(2));
    }
}
