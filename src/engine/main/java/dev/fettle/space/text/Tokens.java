package dev.fettle.space.text;

import java.util.List;

/** The tokens of a text with a place in them. */
final class Tokens {
    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token peek() {
        return all.get(at);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        Token token = all.get(at);
        if (at < all.size() - 1) {
            at++;
        }
        return token;
    }

    /** Where it is, for {@link #goTo}. */
    int at() {
        return at;
    }

    /** Goes on at a place where it has been. */
    void goTo(int place) {
        at = place;
    }

    /** The token that was taken last. */
    Token last() {
        return all.get(Math.max(0, at - 1));
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    boolean atEnd() {
        return at == all.size() - 1;
    }

    boolean atLineEnd() {
        return peek().kind() == Token.Kind.NEWLINE;
    }

    /** Takes the symbol if it is next. */
    boolean take(String symbol) {
        if (peek().is(symbol)) {
            next();
            return true;
        }
        return false;
    }

    boolean takeWord(String word) {
        if (peek().isWord(word)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String symbol, String where) throws MistakeException {
        if (!take(symbol)) {
            throw new MistakeException(peek(), where + " must have " + symbol + " here, not " + peek().shown() + ".");
        }
    }

    /** Up to the end of the line, which is next then. */
    void toLineEnd() {
        while (!atLineEnd()) {
            next();
        }
    }

    /** Up to a comma, a bracket that closes what was open before, or the end of the line. */
    void toComma() {
        int open = 0;
        while (!atLineEnd() && (open > 0 || !(peek().is(",") || peek().closes()))) {
            open += peek().opens() ? 1 : peek().closes() ? -1 : 0;
            next();
        }
    }

    void skipLine() {
        toLineEnd();
        next();
    }
}
