package dev.fettle.envelope;

import java.util.List;

/** What an object needs cannot be sent to another JVM. */
public final class UnsendableException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> reasons;

    UnsendableException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** All of them, each a sentence or more. */
    public List<String> reasons() {
        return reasons;
    }
}
