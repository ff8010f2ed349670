package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads values and sets of values. */
final class ValueReader {
    /** More than this many values in one set are surely a mistake. */
    static final int LIMIT = 1_000_000;

    private static final int DEEPEST = 20;

    private final Tokens tokens;
    private final JavaValues java;
    private final Map<Object, Place> places = new HashMap<>();
    private int depth;
    private boolean nulls;

    ValueReader(Tokens tokens, JavaValues java) {
        this.tokens = tokens;
        this.java = java;
    }

    /** Where values stand that were read since {@link #forget}; each at its first place. */
    Map<Object, Place> places() {
        return new HashMap<>(places);
    }

    /** Whether a value was written as Java's null. */
    boolean sawNull() {
        return nulls;
    }

    void forget() {
        places.clear();
    }

    /** Says where a value stands, unless that is known. */
    void placed(Object value, Place place) {
        places.putIfAbsent(value, place);
    }

    /** Where a value stands. */
    Place placeOf(Object value, Place otherwise) {
        return places.getOrDefault(value, otherwise);
    }

    /** One value: number, word, quoted word, boolean, tuple or {@code ${java}}. */
    Object value() throws MistakeException {
        Place start = tokens.peek().place();
        Object value = unplaced();
        placed(value, start.to(tokens.last().place()));
        return value;
    }

    private Object unplaced() throws MistakeException {
        Token token = tokens.peek();
        if (token.is("(") || token.is("[")) {
            return tuple();
        }
        if (token.is("-") && tokens.peek(1).kind() == Token.Kind.NUMBER) {
            tokens.next();
            return number(tokens.next(), -1);
        }
        if (token.is("-") && Words.isNoNumber(tokens.peek(1).text())) {
            throw infinite(token, "-" + tokens.peek(1).text());
        }
        return switch (token.kind()) {
            case NUMBER -> number(tokens.next(), 1);
            case QUOTED -> tokens.next().text();
            case WORD -> word(tokens.next());
            case JAVA -> JavaMembers.value(tokens.peek(), javaValue(tokens.next()));
            default ->
                throw new MistakeException(
                        token, "Value (" + token.shown() + ") must be a number, a word, true, false or a tuple.");
        };
    }

    private Object word(Token token) throws MistakeException {
        if (Words.isNoNumber(token.text())) {
            throw infinite(token, token.text());
        }
        return switch (token.text()) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            case "None" -> Words.NONE;
            case "null" -> {
                nulls = true;
                yield Words.NONE;
            }
            default -> token.text();
        };
    }

    private static MistakeException infinite(Token token, String text) {
        String maybe = text.startsWith("-") ? "" : " Maybe \"" + text + "\", a word.";
        return new MistakeException(token, "Number (" + text + ") must be finite." + maybe);
    }

    /** A number, negative ones too. */
    double number(String where) throws MistakeException {
        Token token = tokens.peek();
        if (Words.isNoNumber(token.text())) {
            throw new MistakeException(token, where + " (" + token.text() + ") must be finite.");
        }
        if (value() instanceof Number n) {
            return n.doubleValue();
        }
        throw new MistakeException(token, where + " (" + token.shown() + ") must be a number.");
    }

    /** A whole number of 32 bits. */
    int whole(String where) throws MistakeException {
        Token token = tokens.peek();
        long n = longWhole(where);
        if (n != (int) n) {
            throw new MistakeException(token, where + " (" + n + ") must fit in 32 bits.");
        }
        return (int) n;
    }

    /** A whole number. */
    long longWhole(String where) throws MistakeException {
        Token token = tokens.peek();
        return whole(value(), token, where);
    }

    /** The whole number that a value is; 1e6 is one. */
    static long whole(Object value, Token place, String where) throws MistakeException {
        boolean whole = Words.isWhole(value) || (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e18);
        if (!whole) {
            throw new MistakeException(place, where + " (" + Words.of(value) + ") must be a whole number.");
        }
        return ((Number) value).longValue();
    }

    private static Object number(Token token, int sign) throws MistakeException {
        String text = token.text().replace("_", "");
        try {
            if (text.matches("\\d+")) {
                return JavaMembers.whole(Long.parseLong(sign < 0 ? "-" + text : text));
            }
        } catch (NumberFormatException e) {
            throw new MistakeException(
                    token, "Number (" + text + ") must fit in 64 bits. Maybe write it as " + text + ".0.");
        }
        double value = sign * Double.parseDouble(text) + 0.0;
        if (Double.isInfinite(value)) {
            throw new MistakeException(token, "Number (" + text + ") must be finite.");
        }
        return value;
    }

    private List<Object> tuple() throws MistakeException {
        if (++depth > DEEPEST) {
            depth--;
            throw new MistakeException(tokens.peek(), "Tuple must be nested less deeply.");
        }
        try {
            String close = tokens.next().is("(") ? ")" : "]";
            List<Object> values = new ArrayList<>();
            while (!tokens.take(close)) {
                values.add(value());
                if (!tokens.take(",")) {
                    tokens.expect(close, "Tuple");
                    break;
                }
            }
            return Words.alike(values);
        } finally {
            // A mistake inside must not make the tuples of later lines deeper.
            depth--;
        }
    }

    /**
     * The values between braces or brackets; {@code ordered} tells whether they stand behind one another with {@code <}.
     */
    ValueSet set() throws MistakeException {
        Token open = tokens.next();
        String close = open.is("{") ? "}" : "]";
        List<Object> values = new ArrayList<>();
        List<Token> places = new ArrayList<>();
        boolean less = false;
        while (!tokens.take(close)) {
            Token place = tokens.peek();
            List<Object> more = place.kind() == Token.Kind.JAVA
                    ? JavaMembers.of(place, javaValue(tokens.next()))
                    : List.of(value());
            for (Object value : more) {
                values.add(value);
                places.add(place);
            }
            if (values.size() > LIMIT) {
                throw new MistakeException(place, "Set must have at most " + LIMIT + " values.");
            }
            if (tokens.take("<")) {
                less = true;
            } else if (!tokens.take(",")) {
                tokens.expect(close, "Set");
                break;
            }
        }
        if (values.isEmpty()) {
            throw new MistakeException(open, "Set ({}) must have at least one value.");
        }
        ValueSet set = checked(values, places, less);
        for (int i = 0; i < values.size(); i++) {
            // A whole number among decimal ones is decimal, and stands where it stood.
            Place place = this.places.get(values.get(i));
            if (place != null) {
                this.places.putIfAbsent(set.values().get(i), place);
            }
        }
        return set;
    }

    /** A whole set given by one Java value. */
    ValueSet javaSet(Token token) throws MistakeException {
        List<Object> values = JavaMembers.of(token, javaValue(token));
        if (values.isEmpty()) {
            throw new MistakeException(token, "Set (${" + token.text() + "}) must have at least one value.");
        }
        return checked(values, Collections.nCopies(values.size(), token), false);
    }

    /** A set of values that stand at these places; no value may stand twice. */
    static ValueSet checked(List<Object> values, List<Token> places, boolean less) throws MistakeException {
        List<Object> unified = Words.alike(values);
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < unified.size(); i++) {
            if (seen.put(unified.get(i), i) != null) {
                throw new MistakeException(
                        places.get(i), "Value (" + Words.of(unified.get(i)) + ") must stand once in a set.");
            }
        }
        return new ValueSet(unified, less);
    }

    private Object javaValue(Token token) throws MistakeException {
        try {
            return java.value(token.text());
        } catch (IllegalArgumentException e) {
            throw new MistakeException(token, String.valueOf(e.getMessage()));
        }
    }

    /** The values of a finite set, and whether {@code <} stands between them. */
    record ValueSet(List<Object> values, boolean ordered) {
        Choice choice(String name) {
            return new Choice(name, values, ordered, null, null);
        }
    }
}
