package dev.fettle.trial;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a trial failed. Immutable, for any thread.
 *
 * @param kind what sort of end it was
 * @param type a name for the group of failures like this one: the simple name of an exception's class, else that of the kind
 * @param message what was said, at most {@value #LIMIT} characters; empty if nothing was
 */
public record Failure(Kind kind, String type, String message) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int LIMIT = 300;

    /** The sorts of ends. */
    public enum Kind {
        /** The objective has thrown something. */
        THROWN,
        /** What was returned is no score: NaN or infinite, or not a value for each goal. */
        NO_SCORE,
        /** The trial took longer than it was allowed to. */
        TIMED_OUT
    }

    public Failure {
        if (message.length() > LIMIT) {
            message = message.substring(0, LIMIT - 1) + "…";
        }
    }

    /** Something with the name of a class and a message was thrown. */
    public static Failure thrown(String type, String message) {
        return new Failure(Kind.THROWN, type, message);
    }

    /** What was thrown, of whatever kind. */
    public static Failure of(Throwable cause) {
        Class<?> type = cause.getClass();
        while (type.isAnonymousClass()) {
            type = type.getSuperclass();
        }
        return thrown(type.getSimpleName(), message(cause));
    }

    /** A score that is no number. */
    public static Failure notFinite(double value) {
        return new Failure(Kind.NO_SCORE, "Score", "Score (" + value + ") must be finite.");
    }

    /** A score with more or fewer values than there are goals. */
    public static Failure notAsMany(Score score, List<Goal> goals) {
        String names = goals.stream().map(Goal::name).collect(Collectors.joining(", "));
        return new Failure(
                Kind.NO_SCORE,
                "Score",
                "Score (" + score.values() + ") must have a value for each goal: " + names + ".");
    }

    /** The time of the trial was up. */
    public static Failure timedOut(Duration limit) {
        String text = limit.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
        return new Failure(Kind.TIMED_OUT, "TrialTime", "took longer than " + text);
    }

    /** An exception of the user's may fail even here. */
    private static String message(Throwable cause) {
        try {
            return Objects.requireNonNullElse(cause.getMessage(), "");
        } catch (Throwable e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + " \"" + message + "\"";
    }
}
