package dev.fettle.space.text;

import dev.fettle.word.Maybe;
import java.util.List;

/** A line that is no statement, and what may have been meant. */
final class StrangeLine {
    private static final String SHAPES =
            "name in {v, v}, name ~ dist(a, b), name = value, require condition or try name = value";
    private static final List<String> FIRST = List.of("require", "try", "maximize", "minimize");

    private StrangeLine() {}

    /** Of the line that is next. */
    static MistakeException mistake(Tokens tokens, Names names) {
        Token token = tokens.peek();
        Token second = tokens.peek(1);
        String maybe = Maybe.sentence(token.text(), FIRST);
        int length = maybe.isEmpty() ? ofName(tokens) : 0;
        if (length > 0) {
            StringBuilder name = new StringBuilder(token.text());
            for (int i = 1; i < length; i++) {
                name.append(follows(tokens.peek(i - 1), tokens.peek(i)) ? "" : " ")
                        .append(tokens.peek(i).text());
            }
            return names.unlikeJava(
                    name.toString(), token.place().to(tokens.peek(length - 1).place()));
        }
        boolean word = second.kind() == Token.Kind.WORD && token.kind() != Token.Kind.SYMBOL;
        if (token.isWord("if")) {
            maybe = " Maybe  if  behind each parameter that it is about.";
        } else if (maybe.isEmpty() && word) {
            maybe = Maybe.sentence(second.text(), List.of("in"));
        }
        return new MistakeException(token, "Line (" + token.shown() + " …) must be one of " + SHAPES + "." + maybe);
    }

    /**
     * How many tokens at the begin of the line, before the sign of a declaration, are meant as a name: {@code learning-rate},
     * {@code 1x}, {@code learning rate}; 0 if they are something else.
     */
    private static int ofName(Tokens tokens) {
        Token.Kind first = tokens.peek().kind();
        boolean begins = first == Token.Kind.WORD
                || first == Token.Kind.NUMBER
                || !tokens.peek(1).isSign();
        int length = 1;
        while (!tokens.peek(length).isSign() && goesOn(tokens.peek(length - 1), tokens.peek(length))) {
            length++;
        }
        return begins && tokens.peek(length).isSign() ? length : 0;
    }

    private static boolean goesOn(Token last, Token next) {
        boolean words = last.kind() == Token.Kind.WORD && next.kind() == Token.Kind.WORD;
        return words || follows(last, next);
    }

    private static boolean follows(Token last, Token next) {
        return next.place().equals(last.place().behind(next.place().length()));
    }
}
