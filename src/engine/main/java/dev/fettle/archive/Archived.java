package dev.fettle.archive;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A study as somebody has left it. Immutable, for any thread.
 *
 * @param method how its points were chosen, in a word or two
 * @param parameters their names, in the order of the space
 * @param history all trials that ended
 * @param running how many trials somebody works on now
 * @param planned how many trials there were to be; 0 if nobody has said
 * @param last when something happened to it last; null if nobody knows
 * @param about what else was said of it, by name: the cell, for one
 */
public record Archived(
        String name,
        String method,
        List<Goal> goals,
        List<String> parameters,
        History history,
        Condition condition,
        int running,
        int planned,
        @Nullable Instant last,
        Map<String, String> about) {
    /** What a study is doing. */
    public enum Condition {
        /** Nobody has begun a trial. */
        EMPTY("empty"),
        /** Somebody works on it. */
        RUNNING("running"),
        /** A computer that cannot be seen from here works on it, or did when it was switched off. */
        ELSEWHERE("running elsewhere"),
        /** Whoever worked on it is gone without a word: it can go on. */
        KILLED("killed"),
        /** Somebody has stopped it, or its time was up: it can go on. */
        STOPPED("stopped"),
        /** It has all that was asked for. */
        FINISHED("finished");

        private final String word;

        Condition(String word) {
            this.word = word;
        }

        /** For people. */
        @Override
        public String toString() {
            return word;
        }
    }

    public Archived {
        goals = List.copyOf(goals);
        parameters = List.copyOf(parameters);
        about = Map.copyOf(about);
    }
}
