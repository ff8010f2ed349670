package dev.fettle.space.text;

/**
 * The frame of a pasted dictionary, {@code param_grid = {…}} or {@code dict(…)}, and of a list of them: what stands around
 * the entries, and in which dictionary they are.
 */
final class Frame {
    private final Tokens tokens;
    private Token begin;
    private int open;
    private boolean list;
    private boolean call;
    private int dictionary;

    Frame(Tokens tokens) {
        this.tokens = tokens;
        this.begin = tokens.peek();
    }

    /** Whether the entries that follow belong to a list of dictionaries. */
    boolean isList() {
        return list && open > 0;
    }

    boolean isOpen() {
        return open > 0;
    }

    /** Which dictionary of its list it is, from 0. */
    int dictionary() {
        return dictionary;
    }

    /** Where it begins. */
    Token begin() {
        return begin;
    }

    /** Takes what opens a frame, or the next dictionary of a list; whether it was there. */
    boolean enter() {
        boolean named = open == 0 && tokens.peek(1).is("=");
        int ahead = named ? 2 : 0;
        boolean opensList = open == 0 && tokens.peek(ahead).is("[") && opens(ahead + 1) > 0;
        int size = opens(opensList ? ahead + 1 : ahead);
        if (size == 0) {
            return false;
        }
        if (open == 0) {
            begin = tokens.peek(ahead);
            list = opensList;
            dictionary = -1;
        }
        dictionary++;
        open += opensList ? 2 : 1;
        tokens.skip(ahead + (opensList ? 1 : 0));
        call = tokens.peek().isWord("dict");
        tokens.skip(size);
        return true;
    }

    /** How many tokens open a dictionary there; 0 if none does. */
    private int opens(int ahead) {
        if (tokens.peek(ahead).isWord("dict") && tokens.peek(ahead + 1).is("(")) {
            return 2;
        }
        Token inside = tokens.peek(ahead + 1);
        boolean pair =
                inside.kind() == Token.Kind.QUOTED && tokens.peek(ahead + 2).is(":");
        boolean empty = inside.kind() == Token.Kind.NEWLINE || inside.is("}");
        return tokens.peek(ahead).is("{") && (pair || empty) ? 1 : 0;
    }

    /** Takes what closes a dictionary or the list, if it is next. */
    boolean leave() {
        if (open == 0 || !tokens.peek().closes()) {
            return false;
        }
        tokens.next();
        open--;
        call = false;
        return true;
    }

    /** Whether an entry, or the next dictionary, may follow on the same line. */
    boolean goesOn() {
        return open > 0 && (isEntry() || opens(0) > 0);
    }

    /** Whether an entry is next. */
    boolean isEntry() {
        return open > 0 && (call ? isKeyword() : tokens.peek(1).is(":"));
    }

    /** Whether an entry of {@code dict(…)} is next. */
    boolean isKeyword() {
        return open > 0
                && call
                && tokens.peek().kind() == Token.Kind.WORD
                && tokens.peek(1).is("=");
    }

    /** A statement of another kind: the frame was not closed. */
    void end() {
        open = 0;
    }
}
