package dev.fettle.space.text;

import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Whether what a condition compares and connects is of the right kind, and can be so. Remembers where it stands. */
final class ConditionChecks {
    private final Names names;
    private final IdentityHashMap<Expression, Token> places = new IdentityHashMap<>();

    ConditionChecks(Names names) {
        this.names = names;
    }

    /** An operation whose operands are of its kind. */
    Expression binary(Token token, Operator operator, Expression left, Expression right) throws MistakeException {
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

    /** {@code operand in set}. */
    Expression membership(Token set, Expression operand, List<Object> values) throws MistakeException {
        varies(operand, place(operand, set));
        for (Object value : values) {
            possible(operand, value, set);
        }
        return placed(set, new Expression.Membership(operand, values));
    }

    /** Refuses an argument of a function that is neither a number nor an array of numbers. */
    void numbers(Expression argument, Token place, Token function) throws MistakeException {
        boolean array = argument instanceof Expression.Name n
                && names.parameters().get(n.name()) instanceof Array a
                && Kind.of(a.element()) == Kind.NUMBER;
        if (!array) {
            need(argument, place, function, Kind.NUMBER);
        }
    }

    /** A comparison of two values that stand written there has a misspelt name in it. */
    void varies(Expression e, Token place) throws MistakeException {
        if (e.names().isEmpty()) {
            Expression first = e instanceof Expression.Binary b ? b.left() : e;
            String maybe = first instanceof Expression.Literal l
                    ? Maybe.sentence(
                            String.valueOf(l.value()), names.parameters().keySet())
                    : "";
            throw new MistakeException(place, "Condition (" + e.text() + ") must mention a parameter." + maybe);
        }
    }

    /** The scalar of a name; an array as a whole is none. */
    Optional<Scalar> scalar(String name) {
        Parameter p = names.parameters().get(name.replaceFirst("\\[.*", ""));
        return p == null ? Optional.empty() : p.scalar(name);
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

    /** Refuses an operand of another kind than its operator takes. */
    void need(Expression operand, Token operator, Kind wanted) throws MistakeException {
        need(operand, place(operand, operator), operator, wanted);
    }

    private void need(Expression operand, Token place, Token operator, Kind wanted) throws MistakeException {
        if (kind(operand) != wanted) {
            String what = wanted == Kind.FLAG ? "true or false" : "a number";
            boolean word = operand instanceof Expression.Literal l && l.value() instanceof String;
            what += word ? ", or a parameter" : "";
            String maybe =
                    word ? Maybe.sentence(operand.text(), names.parameters().keySet()) : "";
            throw new MistakeException(
                    place,
                    "Value (" + operand.text() + ") beside " + operator.text() + " must be " + what + "." + maybe);
        }
    }

    /** What an expression is. */
    Kind kind(Expression e) {
        if (e instanceof Expression.Literal l) {
            return Kind.of(l.value());
        }
        if (e instanceof Expression.Name n) {
            return scalar(n.name()).map(s -> Kind.of(s)).orElse(Kind.OTHER);
        }
        if (e instanceof Call) {
            return Kind.NUMBER;
        }
        if (e instanceof Expression.Unary u) {
            return u.operator() == Operator.NOT ? Kind.FLAG : Kind.NUMBER;
        }
        if (e instanceof Expression.Binary b) {
            return b.operator().precedence() <= Operator.LESS.precedence() ? Kind.FLAG : Kind.NUMBER;
        }
        return Kind.FLAG;
    }

    /** The expression, and where it stands. */
    Expression placed(Token token, Expression e) {
        places.put(e, token);
        return e;
    }

    private Token place(Expression e, Token otherwise) {
        return places.getOrDefault(e, otherwise);
    }
}
