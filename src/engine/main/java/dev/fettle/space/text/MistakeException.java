package dev.fettle.space.text;

import java.util.List;

/** Ends the reading of one statement; never leaves this package. */
final class MistakeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** What follows from a mistake that has been reported; nothing is said about it. */
    MistakeException() {
        super(null, null, false, false);
        this.mistakes = List.of();
    }

    MistakeException(Token token, String message) {
        this(token.place().says(message));
    }

    MistakeException(Mistake mistake) {
        super(null, null, false, false);
        this.mistakes = List.of(mistake);
    }

    MistakeException(List<Mistake> mistakes) {
        super(null, null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** None where all that is wrong follows from what has been reported. */
    List<Mistake> mistakes() {
        return mistakes;
    }
}
