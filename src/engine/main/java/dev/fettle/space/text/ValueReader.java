package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.word.Words;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reads values and sets of values. */
final class ValueReader {
    /** More than this many values in one set are surely a mistake. */
    static final int LIMIT = 1_000_000;

    private static final int DEEPEST = 20;

    private final Tokens tokens;
    private final JavaValues java;
    private final Map<Object, Place> places = new HashMap<>();
    private int depth;

    ValueReader(Tokens tokens, JavaValues java) {
        this.tokens = tokens;
        this.java = java;
    }

    /** Where values stand that were read since {@link #forget}; each at its first place. */
    Map<Object, Place> places() {
        return new HashMap<>(places);
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
        return switch (token.kind()) {
            case NUMBER -> number(tokens.next(), 1);
            case QUOTED -> tokens.next().text();
            case WORD -> word(tokens.next());
            case JAVA -> plain(tokens.peek(), javaValue(tokens.next()));
            default ->
                throw new MistakeException(
                        token, "Value (" + token.shown() + ") must be a number, a word, true, false or a tuple.");
        };
    }

    private static Object word(Token token) throws MistakeException {
        return switch (token.text()) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            case "None" ->
                throw new MistakeException(
                        token, "Value (None) must be a number, a word, true, false or a tuple. Maybe none, a word.");
            default -> token.text();
        };
    }

    /** A number, negative ones too. */
    double number(String where) throws MistakeException {
        Token token = tokens.peek();
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
                long whole = Long.parseLong(sign < 0 ? "-" + text : text);
                return plain(whole);
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

    /** In as few bits as it fits in. */
    private static Object plain(long whole) {
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
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
            List<Object> more =
                    place.kind() == Token.Kind.JAVA ? members(place, javaValue(tokens.next())) : List.of(value());
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
        List<Object> values = members(token, javaValue(token));
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

    private static List<Object> members(Token token, Object value) throws MistakeException {
        List<Object> all = new ArrayList<>();
        if (value instanceof Collection<?> c) {
            if (c instanceof Set<?> && !(c instanceof SortedSet<?> || c instanceof LinkedHashSet<?>)) {
                throw new MistakeException(token, "Set (${" + token.text() + "}) must have an order. Maybe a List.");
            }
            for (Object member : c) {
                all.add(plain(token, member));
            }
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                all.add(plain(token, Array.get(value, i)));
            }
        } else {
            all.add(plain(token, value));
        }
        return all;
    }

    /** A value of the notebook as one of a parameter: whole numbers are {@code int} where they fit, or {@code long}. */
    private static Object plain(Token token, @Nullable Object value) throws MistakeException {
        if (value instanceof Integer || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Long l) {
            return plain(l.longValue());
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
            return n.doubleValue();
        }
        if (value instanceof Character || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value != null && (value.getClass().isArray() || value instanceof Collection<?>)) {
            return Words.alike(members(token, value));
        }
        String what = value == null
                ? "null"
                : value instanceof Number
                        ? value.toString()
                        : "a " + value.getClass().getSimpleName();
        throw new MistakeException(
                token,
                "Java (${" + token.text() + "}) must be a finite number, a string, a boolean or an array of them, not "
                        + what + ".");
    }

    /** The values of a finite set, and whether {@code <} stands between them. */
    record ValueSet(List<Object> values, boolean ordered) {
        Choice choice(String name) {
            return new Choice(name, values, ordered, null, null);
        }
    }
}
