package dev.fettle.space.text;

import java.util.Map;

/** Operators of conditions as Python spells them: mistakes, with Java's in place of them. */
final class PythonOperators {
    private static final Map<String, String> BINARY =
            Map.of("and", "&&", "or", "||", "is", "==", "is not", "!=", "not in", "!(… in {…})");

    private PythonOperators() {}

    /** Where an operator stands between two operands. */
    static void refuse(Token token, Token next) throws MistakeException {
        String both = token.text() + " " + next.text();
        String written = BINARY.containsKey(both) ? both : token.text();
        String java = token.kind() == Token.Kind.WORD ? BINARY.get(written) : null;
        if (java != null) {
            throw new MistakeException(token, "Operator (" + written + ") must be one of Java. Maybe " + java + ".");
        }
    }

    /** Where one stands before its operand, which has no other operator: a word may be called not. */
    static void refuseNot(Token token, Token next) throws MistakeException {
        if (token.isWord("not") && (next.is("(") || (next.kind() == Token.Kind.WORD && !next.isWord("in")))) {
            throw new MistakeException(token, "Operator (not) must be one of Java. Maybe !.");
        }
    }
}
