package dev.fettle.trial;

import java.io.Serializable;
import java.util.Objects;

/**
 * Why a trial failed.
 *
 * @param type the simple name of the exception's class
 * @param message its message, at most {@value #LIMIT} characters; empty if it has none
 */
public record Failure(String type, String message) implements Serializable {
    private static final int LIMIT = 300;

    public Failure {
        if (message.length() > LIMIT) {
            message = message.substring(0, LIMIT - 1) + "…";
        }
    }

    /** What was thrown, of whatever kind. */
    public static Failure of(Throwable cause) {
        Class<?> type = cause.getClass();
        while (type.isAnonymousClass()) {
            type = type.getSuperclass();
        }
        return new Failure(type.getSimpleName(), message(cause));
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
