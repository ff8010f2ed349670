package dev.fettle.pruner;

/** What a pruner says of a running trial. */
public sealed interface Verdict {
    /** It may be worth finishing. */
    record GoOn() implements Verdict {}

    /**
     * It is not.
     *
     * @param reason one short sentence, for people
     */
    record Stop(String reason) implements Verdict {}
}
