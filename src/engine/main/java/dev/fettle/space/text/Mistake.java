package dev.fettle.space.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the reading of one statement; never leaves this package. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Token token;

    /** What follows from a mistake that has been reported; nothing is said about it. */
    Mistake() {
        super(null, null, false, false);
        this.token = null;
    }

    Mistake(Token token, String message) {
        super(message, null, false, false);
        this.token = token;
    }

    Optional<Diagnostic> diagnostic() {
        return Optional.ofNullable(token).map(t -> t.diagnostic(String.valueOf(getMessage())));
    }
}
