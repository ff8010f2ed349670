package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads conditions by precedence climbing, and checks that they can be true. */
final class ConditionReader {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 1000;

    private final Tokens tokens;
    private final ValueReader values;
    private final Names names;
    private final IdentityHashMap<Expression, Token> places = new IdentityHashMap<>();
    private int depth;
    private int length;

    ConditionReader(Tokens tokens, ValueReader values, Names names) {
        this.tokens = tokens;
        this.values = values;
        this.names = names;
    }

    Expression condition() throws MistakeException {
        Token start = tokens.peek();
        Expression condition = binary(1);
        if (kind(condition) != Kind.FLAG) {
            String maybe = tokens.peek().is("=") ? " Maybe ==, which compares." : "";
            throw new MistakeException(start, "Condition (" + condition.text() + ") must be true or false." + maybe);
        }
        varies(condition, start);
        return condition;
    }

    private Expression binary(int least) throws MistakeException {
        if (++depth > DEEPEST) {
            throw new MistakeException(tokens.peek(), "Condition must be nested less deeply.");
        }
        Expression left = unary();
        while (true) {
            Token token = tokens.peek();
            if (token.isWord("in") && Operator.LESS.precedence() >= least) {
                tokens.next();
                left = membership(left);
                continue;
            }
            PythonOperators.refuse(token, tokens.peek(1));
            Optional<Operator> operator =
                    token.kind() == Token.Kind.SYMBOL ? Operator.binary(token.text()) : Optional.empty();
            if (operator.isEmpty() || operator.get().precedence() < least) {
                depth--;
                return left;
            }
            if (++length > LONGEST) {
                throw new MistakeException(token, "Condition must have at most " + LONGEST + " parts.");
            }
            tokens.next();
            left = checked(token, operator.get(), left, binary(operator.get().precedence() + 1));
        }
    }

    /** A comparison of two values that stand written there has a misspelt name in it. */
    private void varies(Expression e, Token place) throws MistakeException {
        if (e.names().isEmpty()) {
            Expression first = e instanceof Expression.Binary b ? b.left() : e;
            String maybe = first instanceof Expression.Literal l
                    ? Maybe.sentence(
                            String.valueOf(l.value()), names.parameters().keySet())
                    : "";
            throw new MistakeException(place, "Condition (" + e.text() + ") must mention a parameter." + maybe);
        }
    }

    private Expression unary() throws MistakeException {
        Token token = tokens.peek();
        if (token.is("!") || token.is("-")) {
            tokens.next();
            if (++depth > DEEPEST) {
                throw new MistakeException(token, "Condition must be nested less deeply.");
            }
            Operator operator = token.is("!") ? Operator.NOT : Operator.NEGATE;
            Expression operand = unary();
            depth--;
            need(operand, token, operator == Operator.NOT ? Kind.FLAG : Kind.NUMBER);
            if (operator == Operator.NEGATE && operand instanceof Expression.Literal) {
                return literal(
                        token, Objects.requireNonNull(new Expression.Unary(operator, operand).evaluate(name -> null)));
            }
            return placed(token, new Expression.Unary(operator, operand));
        }
        PythonOperators.refuseNot(token, tokens.peek(1));
        return token.is("(") ? parenthesis() : leaf();
    }

    /** A group; numbers or words alone in parentheses are a tuple. */
    private Expression parenthesis() throws MistakeException {
        Token.Kind inside = tokens.peek(1).kind();
        boolean simple = inside == Token.Kind.NUMBER || inside == Token.Kind.QUOTED;
        if (simple && (tokens.peek(2).is(")") || tokens.peek(2).is(","))) {
            return literal(tokens.peek(), values.value());
        }
        Token open = tokens.next();
        Expression inner = binary(1);
        if (tokens.take(")")) {
            return inner;
        }
        throw new MistakeException(
                tokens.peek(), "Parenthesis at column " + open.place().column() + " must be closed.");
    }

    private Expression leaf() throws MistakeException {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.WORD) {
            if (names.parameters().containsKey(token.text())) {
                return placed(tokens.next(), new Expression.Name(token.text() + indices(token)));
            }
            if (names.isBroken(token.text())) {
                throw new MistakeException();
            }
            if (names.constants().containsKey(token.text())) {
                return literal(
                        tokens.next(), Objects.requireNonNull(names.constants().get(token.text())));
            }
        }
        return literal(token, values.value());
    }

    /** {@code [1][2]} behind an array, else nothing. */
    private String indices(Token name) throws MistakeException {
        if (!tokens.peek().is("[")) {
            return "";
        }
        Token open = tokens.peek();
        StringBuilder indices = new StringBuilder();
        while (tokens.take("[")) {
            indices.append('[').append(values.whole("Index")).append(']');
            tokens.expect("]", "Element");
        }
        Parameter array = Objects.requireNonNull(names.parameters().get(name.text()));
        String element = name.text() + indices;
        if (scalar(element).isEmpty()) {
            List<Scalar> all = array.scalars();
            String known = all.size() == 1
                    ? all.get(0).name()
                    : all.get(0).name() + " … " + all.get(all.size() - 1).name();
            throw new MistakeException(open, "Element (" + element + ") must be one of " + known + ".");
        }
        return indices.toString();
    }

    /** The scalar of a name; an array as a whole is none. */
    private Optional<Scalar> scalar(String name) {
        Parameter p = names.parameters().get(name.replaceFirst("\\[.*", ""));
        return p == null
                ? Optional.empty()
                : p.scalars().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private Expression membership(Expression operand) throws MistakeException {
        Token open = tokens.peek();
        if (!open.is("{") && !open.is("[")) {
            throw new MistakeException(open, "Condition must have a set such as {a, b} behind in.");
        }
        varies(operand, place(operand, open));
        List<Object> set = values.set().values();
        for (Object value : set) {
            possible(operand, value, open);
        }
        return placed(open, new Expression.Membership(operand, set));
    }

    private Expression checked(Token token, Operator operator, Expression left, Expression right)
            throws MistakeException {
        switch (operator) {
            case AND, OR -> {
                need(left, token, Kind.FLAG);
                need(right, token, Kind.FLAG);
            }
            case EQUAL, UNEQUAL -> {
                if (right instanceof Expression.Literal l) {
                    possible(left, l.value(), place(right, token));
                }
                if (left instanceof Expression.Literal l) {
                    possible(right, l.value(), place(left, token));
                }
            }
            default -> {
                need(left, token, Kind.NUMBER);
                need(right, token, Kind.NUMBER);
            }
        }
        Expression both = new Expression.Binary(operator, left, right);
        if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
            varies(both, place(left, token));
        }
        return placed(token, both);
    }

    /** A comparison with a value that the parameter never has is a misspelling. */
    private void possible(Expression side, Object value, Token token) throws MistakeException {
        if (!(side instanceof Expression.Name name)) {
            return;
        }
        Optional<Scalar> scalar = scalar(name.name());
        if (scalar.isEmpty() && !(value instanceof List<?>)) {
            throw new MistakeException(
                    token,
                    "Value (" + Words.of(value) + ") must be an array, as " + name.name() + " is one. Maybe "
                            + name.name() + "[0].");
        }
        if (scalar.orElse(null) instanceof Choice choice) {
            among(choice, value, token);
        } else if (scalar.isPresent() && !(value instanceof Number)) {
            throw new MistakeException(
                    token,
                    "Value (" + Words.of(value) + ") must be a number, as " + name.name() + " is one."
                            + Maybe.sentence(
                                    String.valueOf(value), names.parameters().keySet()));
        }
    }

    private static void among(Choice choice, Object value, Token token) throws MistakeException {
        if (choice.values().stream().noneMatch(v -> v.equals(value) || same(v, value))) {
            List<String> words = choice.values().stream().map(Words::of).toList();
            throw new MistakeException(
                    token,
                    "Value (" + Words.of(value) + ") must be one of " + String.join(", ", words) + ", the values of "
                            + choice.name() + "." + Maybe.sentence(Words.of(value), words));
        }
    }

    private static boolean same(Object a, Object b) {
        return a instanceof Number x && b instanceof Number y && x.doubleValue() == y.doubleValue();
    }

    private void need(Expression operand, Token operator, Kind wanted) throws MistakeException {
        if (kind(operand) != wanted) {
            String what = wanted == Kind.FLAG ? "true or false" : "a number";
            boolean word = operand instanceof Expression.Literal l && l.value() instanceof String;
            what += word ? ", or a parameter" : "";
            String maybe =
                    word ? Maybe.sentence(operand.text(), names.parameters().keySet()) : "";
            throw new MistakeException(
                    place(operand, operator),
                    "Value (" + operand.text() + ") beside " + operator.text() + " must be " + what + "." + maybe);
        }
    }

    private Kind kind(Expression e) {
        if (e instanceof Expression.Literal l) {
            return Kind.of(l.value());
        }
        if (e instanceof Expression.Name n) {
            return scalar(n.name()).map(s -> Kind.of(s)).orElse(Kind.OTHER);
        }
        if (e instanceof Expression.Unary u) {
            return u.operator() == Operator.NOT ? Kind.FLAG : Kind.NUMBER;
        }
        if (e instanceof Expression.Binary b) {
            return b.operator().precedence() <= Operator.LESS.precedence() ? Kind.FLAG : Kind.NUMBER;
        }
        return Kind.FLAG;
    }

    private Expression literal(Token token, Object value) {
        return placed(token, new Expression.Literal(value));
    }

    private Expression placed(Token token, Expression e) {
        places.put(e, token);
        return e;
    }

    private Token place(Expression e, Token otherwise) {
        return places.getOrDefault(e, otherwise);
    }
}
