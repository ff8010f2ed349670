package dev.fettle.trial;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a trial failed, in words: it may have happened in another process. Immutable, for any thread.
 *
 * @param kind what sort of end it was
 * @param type a name for the group of failures like this one: the simple name of an exception's class, else that of the kind
 * @param message what was said, at most {@value #LIMIT} characters; empty if nothing was, or only what the cause says too
 * @param place where it was thrown, for people: one line, behind which a picture of it may follow; empty if nothing but the
 *     frames is known
 * @param frames the calls that led there, the innermost first, as a stack trace has them, without those that led to the
 *     objective; of those of an exception at most {@value #FRAMES}, none unless something was thrown
 * @param cause what led to it; null if nothing did
 */
public record Failure(
        Kind kind,
        String type,
        String message,
        String place,
        List<String> frames,
        @Nullable Failure cause) implements Serializable {
    private static final long serialVersionUID = 2;

    private static final int LIMIT = 300;
    private static final int FRAMES = 60;
    /** Characters of a place with its picture. */
    private static final int PLACE = 2000;

    /** A chain of causes may be a circle. */
    private static final int CAUSES = 10;
    /** Who calls the user's part of an objective. */
    private static final Pattern CALLER =
            Pattern.compile("dev\\.fettle\\.(run\\.(ThreadCrew|FirstThrown)|spark\\.Evaluate|trial\\.Objective)\\b.*");

    /** Frames that were seen lately: those of a million failures are the same few. */
    private static final AtomicReferenceArray<List<String>> SEEN = new AtomicReferenceArray<>(256);

    /** The sorts of ends. */
    public enum Kind {
        /** The objective has thrown something. */
        THROWN,
        /** What was returned is no score: NaN or infinite, or not a value for each goal. */
        NO_SCORE,
        /** The trial took longer than it was allowed to. */
        TIMED_OUT
    }

    /** A failure as an exception, without a stack of its own: an objective that knows better than its stack why it fails throws it. */
    public static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Failure failure;

        private Carrier(Failure failure) {
            super(failure.said(), failure.cause == null ? null : new Carrier(failure.cause), false, false);
            this.failure = failure;
        }
    }

    public Failure {
        type = cut(type, LIMIT);
        message = cut(message, LIMIT);
        place = cut(place, PLACE);
        frames = shared(frames.stream().map(frame -> cut(frame, LIMIT)).toList());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static List<String> shared(List<String> frames) {
        int slot = frames.hashCode() & 255;
        List<String> seen = SEEN.get(slot);
        if (seen == null || !seen.equals(frames)) {
            seen = List.copyOf(frames);
            SEEN.set(slot, seen);
        }
        return seen;
    }

    private static Failure of(Kind kind, String type, String message) {
        return new Failure(kind, type, message, "", List.of(), null);
    }

    /** Something with the name of a class and a message was thrown. */
    public static Failure thrown(String type, String message) {
        return of(Kind.THROWN, type, message);
    }

    /** What was thrown, of whatever kind, and what led to it. */
    public static Failure of(Throwable thrown) {
        return of(thrown, CAUSES);
    }

    private static Failure of(Throwable thrown, int most) {
        if (thrown instanceof Carrier carrier) {
            return carrier.failure;
        }
        Class<?> type = thrown.getClass();
        while (type.isAnonymousClass()) {
            type = type.getSuperclass();
        }
        Throwable cause = cause(thrown);
        String message = message(thrown);
        return new Failure(
                Kind.THROWN,
                type.getSimpleName(),
                cause != null && message.equals(text(cause)) ? "" : message,
                "",
                frames(thrown),
                cause == null || most == 0 ? null : of(cause, most - 1));
    }

    /** A score that is no number. */
    public static Failure notFinite(double value) {
        return of(Kind.NO_SCORE, "Score", "gave " + value);
    }

    /** A score with more or fewer values than there are goals. */
    public static Failure notAsMany(Score score, List<Goal> goals) {
        String names = goals.stream().map(Goal::name).collect(Collectors.joining(", "));
        return of(
                Kind.NO_SCORE,
                "Score",
                "Score (" + score.values() + ") must have a value for each goal: " + names + ".");
    }

    /** The time of the trial was up. */
    public static Failure timedOut(Duration limit) {
        String text = limit.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
        return of(Kind.TIMED_OUT, "TrialTime", "took longer than " + text);
    }

    /** An exception of the user's may fail even here, and so below. */
    private static String message(Throwable thrown) {
        try {
            return Objects.requireNonNullElse(thrown.getMessage(), "");
        } catch (Throwable e) {
            return "";
        }
    }

    private static String text(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable e) {
            return "";
        }
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable e) {
            return null;
        }
    }

    private static List<String> frames(Throwable thrown) {
        try {
            return Arrays.stream(thrown.getStackTrace())
                    .takeWhile(frame -> !CALLER.matcher(frame.getClassName()).matches())
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .toList();
        } catch (Throwable e) {
            return List.of();
        }
    }

    /** This and what led to it, down to the root. */
    public List<Failure> chain() {
        return Stream.<Failure>iterate(this, Objects::nonNull, f -> f.cause).toList();
    }

    /** The place that is known and nearest to the root; empty if none is. */
    public String origin() {
        return chain().stream()
                .map(Failure::place)
                .filter(known -> !known.isEmpty())
                .reduce((outer, inner) -> inner)
                .orElse("");
    }

    /** To be thrown. */
    public Carrier exception() {
        return new Carrier(this);
    }

    /** Without what led to it: {@code IOException "no file"}; the message alone if nothing was thrown. */
    public String said() {
        String name = type.isEmpty() ? "an exception" : type;
        return kind != Kind.THROWN ? message : message.isEmpty() ? name : name + " \"" + message + "\"";
    }

    /** What is behind it all, {@code , caused by IOException "no file"}; empty if nothing is. */
    public String because() {
        List<Failure> chain = chain();
        return switch (chain.size()) {
            case 1 -> "";
            case 2 -> ", caused by " + chain.get(1).said();
            default -> ", … caused by " + chain.get(chain.size() - 1).said();
        };
    }

    /** {@code IllegalStateException "outer", caused by IOException "no file"}: the two ends of the chain. */
    @Override
    public String toString() {
        return said() + because();
    }
}
