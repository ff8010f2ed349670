package dev.fettle.space.text;

import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads conditions by precedence climbing. */
final class ConditionReader {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 1000;

    private final Tokens tokens;
    private final ValueReader values;
    private final Names names;
    private final ConditionChecks checks;
    private int depth;
    private int length;

    ConditionReader(Tokens tokens, ValueReader values, Names names) {
        this.tokens = tokens;
        this.values = values;
        this.names = names;
        this.checks = new ConditionChecks(names);
    }

    Expression condition() throws MistakeException {
        Token start = tokens.peek();
        Expression condition = binary(1);
        if (checks.kind(condition) != Kind.FLAG) {
            String maybe = tokens.peek().is("=") ? " Maybe ==, which compares." : "";
            throw new MistakeException(start, "Condition (" + condition.text() + ") must be true or false." + maybe);
        }
        checks.varies(condition, start);
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
            left = checks.binary(
                    token, operator.get(), left, binary(operator.get().precedence() + 1));
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
            checks.need(operand, token, operator == Operator.NOT ? Kind.FLAG : Kind.NUMBER);
            if (operator == Operator.NEGATE && operand instanceof Expression.Literal) {
                return literal(
                        token, Objects.requireNonNull(new Expression.Unary(operator, operand).evaluate(name -> null)));
            }
            return checks.placed(token, new Expression.Unary(operator, operand));
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
        // As Java has them.
        if (tokens.peek().isWord("Math") && tokens.peek(1).text().equals(".")) {
            tokens.skip(2);
        }
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.WORD) {
            return literal(token, values.value());
        }
        if (tokens.peek(1).is("(")) {
            return call(tokens.next());
        }
        if (names.parameters().containsKey(token.text())) {
            return checks.placed(tokens.next(), new Expression.Name(token.text() + indices(token)));
        }
        if (names.isBroken(token.text())) {
            throw new MistakeException();
        }
        if (names.constants().containsKey(token.text())) {
            return literal(
                    tokens.next(), Objects.requireNonNull(names.constants().get(token.text())));
        }
        return literal(token, values.value());
    }

    /** {@code sum(w)}, {@code max(a, 2 * b)}. */
    private Expression call(Token function) throws MistakeException {
        Call.Operation operation = Call.Operation.of(function.text()).orElseThrow(() -> noFunction(function));
        tokens.expect("(", "Function");
        List<Expression> arguments = new ArrayList<>();
        do {
            Token place = tokens.peek();
            Expression argument = binary(1);
            checks.numbers(argument, place, function);
            arguments.add(argument);
            length++;
        } while (operation != Call.Operation.ABS && tokens.take(","));
        tokens.expect(")", "Function");
        return checks.placed(function, new Call(operation, arguments));
    }

    private static MistakeException noFunction(Token function) {
        List<String> known =
                Stream.of(Call.Operation.values()).map(Call.Operation::word).toList();
        return new MistakeException(
                function,
                "Function (" + function.text() + ") must be one of " + String.join(", ", known) + "."
                        + Maybe.sentence(function.text(), known));
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
        if (checks.scalar(element).isEmpty()) {
            List<Scalar> all = array.scalars();
            String known = all.size() == 1
                    ? all.get(0).name()
                    : all.get(0).name() + " … " + all.get(all.size() - 1).name();
            throw new MistakeException(open, "Element (" + element + ") must be one of " + known + ".");
        }
        return indices.toString();
    }

    private Expression membership(Expression operand) throws MistakeException {
        Token open = tokens.peek();
        if (!open.is("{") && !open.is("[")) {
            throw new MistakeException(open, "Condition must have a set such as {a, b} behind in.");
        }
        return checks.membership(open, operand, values.set().values());
    }

    private Expression literal(Token token, Object value) {
        return checks.placed(token, new Expression.Literal(value));
    }
}
