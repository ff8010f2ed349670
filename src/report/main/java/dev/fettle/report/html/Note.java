package dev.fettle.report.html;

/** Plain text, line ends kept. Stateless, for any thread. */
public final class Note {
    private Note() {}

    /** The text in letters of equal width. */
    public static Bundle of(String text) {
        return new Bundle(Markup.block(text), text);
    }
}
