package dev.fettle.report.html;

/** Plain text, line ends kept. */
public final class Note {
    private Note() {}

    public static Bundle of(String text) {
        return new Bundle(Markup.block(text), text);
    }
}
