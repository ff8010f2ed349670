package dev.fettle.space.text;

/**
 * A piece of the text.
 *
 * @param text as written; of a quoted word and of {@code ${java}} what stands inside
 * @param place of all of it, quotes and braces too
 */
record Token(Kind kind, String text, Place place) {
    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        JAVA,
        SYMBOL,
        /** The end of a statement. */
        NEWLINE,
        /** Something that is none of these. */
        BAD
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it stands between a name and what may vary. */
    boolean isSign() {
        return isWord("in") || is("~") || is("=") || is("[") || is(":");
    }

    /** Whether it opens a bracket. */
    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    /** Whether it closes one. */
    boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /** How a message names it. */
    String shown() {
        return kind == Kind.NEWLINE ? "end of line" : text;
    }
}
