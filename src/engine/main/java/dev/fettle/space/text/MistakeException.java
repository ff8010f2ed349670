package dev.fettle.space.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the reading of one statement; never leaves this package. */
final class MistakeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Mistake mistake;

    /** What follows from a mistake that has been reported; nothing is said about it. */
    MistakeException() {
        super(null, null, false, false);
        this.mistake = null;
    }

    MistakeException(Token token, String message) {
        super(message, null, false, false);
        this.mistake = token.place().says(message);
    }

    Optional<Mistake> mistake() {
        return Optional.ofNullable(mistake);
    }
}
