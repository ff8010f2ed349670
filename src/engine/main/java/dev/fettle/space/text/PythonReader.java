package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Scalar;
import dev.fettle.space.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the domain of a parameter from Python as people paste it: a list, what NumPy makes, a distribution of the peers. */
final class PythonReader {
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "**");
    /** The values of longer lists stand at the name: nobody is told of each. */
    private static final int PLACED = 1000;

    private final Tokens tokens;
    private final ValueReader values;
    private final List<String> sentences = new ArrayList<>();

    PythonReader(Tokens tokens, ValueReader values) {
        this.tokens = tokens;
        this.values = values;
    }

    /** What was reinterpreted, a sentence each. */
    List<String> sentences() {
        return sentences;
    }

    /** Whether what is next can only be Python: a list, a module, a function that makes a list, a power. */
    boolean begins() {
        Token next = tokens.peek();
        boolean call = tokens.peek(1).is("(");
        return next.is("[")
                || next.is("(")
                || callsModule(0)
                || (call && (next.isWord("range") || next.isWord("list") || next.isWord("sorted")))
                || (next.kind() == Token.Kind.NUMBER
                        && OPERATORS.contains(tokens.peek(1).text()));
    }

    /** Whether a function of a module is called so far ahead. */
    boolean callsModule(int ahead) {
        return tokens.peek(ahead).kind() == Token.Kind.WORD
                && tokens.peek(ahead + 1).is(".")
                && tokens.peek(ahead + 2).kind() == Token.Kind.WORD;
    }

    /**
     * What stands next as what it means for the name: a {@link Scalar}, or a value if it is no list and no distribution.
     */
    Object declared(String name) throws MistakeException {
        Token start = tokens.peek();
        PythonExpression expression = new PythonExpression(tokens, values, name);
        Object value = expression.expression();
        sentences.addAll(expression.sentences());
        if (value instanceof Scalar) {
            return value;
        }
        if (value instanceof Vector v) {
            List<Object> distinct = List.copyOf(new LinkedHashSet<>(v.values()));
            return set(name, start, distinct, true);
        }
        if (value instanceof List<?> list) {
            return set(name, start, List.copyOf(expression.isComputed() ? new LinkedHashSet<>(list) : list), false);
        }
        boolean bare = start.kind() == Token.Kind.WORD && value.equals(start.text());
        if (bare) {
            throw new MistakeException(
                    start,
                    "Value (" + start.text() + ") must be a list such as [0.1, 1]. Maybe ${" + start.text()
                            + "}, the variable of the notebook.");
        }
        return value;
    }

    /** The same where nothing but a parameter can stand. */
    Scalar scalar(String name) throws MistakeException {
        Token start = tokens.peek();
        if (declared(name) instanceof Scalar parameter) {
            return parameter;
        }
        throw new MistakeException(start, "Set (" + start.shown() + ") must be {v, v, …}, a list or a range.");
    }

    /** Numbers beside tuples are tuples of one; whole numbers equally far apart are a range. */
    private Scalar set(String name, Token start, List<?> found, boolean range) throws MistakeException {
        boolean tuples = found.stream().anyMatch(List.class::isInstance);
        List<Object> all = new ArrayList<>();
        found.forEach(v -> all.add(tuples && v instanceof Number ? List.of(v) : v));
        if (all.isEmpty()) {
            throw new MistakeException(start, "Set (" + start.shown() + "…) must have at least one value.");
        }
        Choice choice = ValueReader.checked(all, Collections.nCopies(all.size(), start), false)
                .choice(name);
        Place whole = start.place().to(tokens.last().place());
        for (int i = 0; all.size() <= PLACED && i < all.size(); i++) {
            values.placed(choice.values().get(i), values.placeOf(found.get(i), whole));
        }
        return range && choice.values().size() > 1 && choice.values().get(0) instanceof Integer low
                ? lattice(low, choice)
                : choice;
    }

    private static Scalar lattice(int low, Choice choice) {
        List<Object> all = choice.values();
        long step = all.get(1) instanceof Integer second ? (long) second - low : 0;
        for (int i = 1; i < all.size(); i++) {
            boolean next = all.get(i) instanceof Integer v && v == low + i * step;
            if (step < 1 || step > Integer.MAX_VALUE || !next) {
                return choice;
            }
        }
        int high = (Integer) all.get(all.size() - 1);
        return Whole.between(choice.name(), low, high).step(step);
    }
}
