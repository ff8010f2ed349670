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

    public static Failure of(Throwable cause) {
        return new Failure(cause.getClass().getSimpleName(), Objects.requireNonNullElse(cause.getMessage(), ""));
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + " \"" + message + "\"";
    }
}
