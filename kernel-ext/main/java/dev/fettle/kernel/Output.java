package dev.fettle.kernel;

/** The output area of one cell. Safe for any thread. */
public interface Output {
    /** Shows something new under an id of its own. */
    void show(String id, MimeBundle bundle);

    /** Replaces what was shown under the id. */
    void update(String id, MimeBundle bundle);
}
