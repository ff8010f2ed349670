package dev.fettle.space.text;

/** Ends the reading of one statement; never leaves this package. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Token token;

    Mistake(Token token, String message) {
        super(message, null, false, false);
        this.token = token;
    }

    Diagnostic diagnostic() {
        return token.diagnostic(String.valueOf(getMessage()));
    }
}
