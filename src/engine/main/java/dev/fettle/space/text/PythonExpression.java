package dev.fettle.space.text;

import dev.fettle.space.Scalar;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Works out an expression of Python: values, lists and tuples, arithmetic, list comprehensions and calls. */
final class PythonExpression {
    private static final int DEEPEST = 50;
    /** So often the elements of comprehensions are worked out, for one parameter. */
    private static final int MOST_TURNS = 100_000;

    private final Tokens tokens;
    private final ValueReader values;
    private final String parameter;
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Object> variables = new HashMap<>();
    private boolean computed;
    private int depth;
    private int turns;

    /** @param parameter whose domain the expression is */
    PythonExpression(Tokens tokens, ValueReader values, String parameter) {
        this.tokens = tokens;
        this.values = values;
        this.parameter = parameter;
    }

    /** What was reinterpreted, a sentence each. */
    List<String> sentences() {
        return sentences;
    }

    /** Whether some of the values do not stand there as such. */
    boolean isComputed() {
        return computed;
    }

    /** A value of the cell language, a list, a {@link Vector}, or the {@link Scalar} of a distribution. */
    Object expression() throws MistakeException {
        Object left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Token operator = tokens.next();
            left = result(operator, left, product());
        }
        return left;
    }

    private Object product() throws MistakeException {
        Object left = factor();
        while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
            Token operator = tokens.next();
            left = result(operator, left, factor());
        }
        return left;
    }

    private Object factor() throws MistakeException {
        require(++depth <= DEEPEST, tokens.peek(), "Expression must be nested less deeply.");
        Token sign = tokens.peek();
        Object value;
        if (tokens.take("-")) {
            value = result(sign, 0, factor());
        } else if (tokens.take("+")) {
            value = factor();
        } else {
            value = postfix();
            Token power = tokens.peek();
            if (tokens.take("**")) {
                value = result(power, value, factor());
            }
        }
        depth--;
        return value;
    }

    private Object result(Token operator, Object left, Object right) throws MistakeException {
        computed = true;
        return checked(operator, () -> Arithmetic.of(operator.text(), left, right));
    }

    private static <T> T checked(Token place, Supplier<T> work) throws MistakeException {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new MistakeException(place, String.valueOf(e.getMessage()));
        }
    }

    /** A value and the methods called on it. */
    private Object postfix() throws MistakeException {
        Place start = tokens.peek().place();
        Object value = primary();
        while (tokens.peek().is(".") && tokens.peek(2).is("(")) {
            tokens.next();
            value = call("", tokens.next(), List.of(value));
        }
        if (variables.isEmpty()) {
            values.placed(value, start.to(tokens.last().place()));
        }
        return value;
    }

    private Object primary() throws MistakeException {
        Token token = tokens.peek();
        if (token.is("{") && tokens.peek(2).is(":")) {
            throw new MistakeException(
                    token, "Dictionary must not stand inside a value. Maybe parameters with  if  behind them.");
        }
        if (token.is("(") || token.is("[") || token.is("{")) {
            return list(tokens.next());
        }
        if (token.kind() != Token.Kind.WORD) {
            return values.value();
        }
        if (tokens.peek(1).is("(") || (tokens.peek(1).is(".") && tokens.peek(2).kind() == Token.Kind.WORD)) {
            return path();
        }
        Object variable = variables.get(token.text());
        if (variable != null) {
            tokens.next();
            return variable;
        }
        if (!token.isWord("None") && !variables.isEmpty() && !token.isWord("True") && !token.isWord("False")) {
            throw new MistakeException(
                    token, "Name (" + token.text() + ") must be a variable of the comprehension, or a word in quotes.");
        }
        return values.value();
    }

    /** {@code np.logspace(…)}: modules, and a function. */
    private Object path() throws MistakeException {
        Token start = tokens.peek();
        List<String> modules = new ArrayList<>();
        Token name = tokens.next();
        while (tokens.peek().is(".") && tokens.peek(1).kind() == Token.Kind.WORD) {
            modules.add(name.text());
            tokens.next();
            name = tokens.next();
        }
        String module = String.join(".", modules);
        if (!tokens.peek().is("(")) {
            if (Numpy.function(name.text()) != null) {
                return name.text();
            }
            throw new MistakeException(
                    start, "Value (" + module + "." + name.text() + ") must be a number, a word or a list.");
        }
        return call(module, name, List.of());
    }

    private Object call(String module, Token name, List<Object> receiver) throws MistakeException {
        computed = true;
        Arguments arguments = arguments((module.isEmpty() ? "" : module + ".") + name.text(), receiver);
        boolean scope = module.endsWith("scope");
        if (scope && arguments.find("x").orElse("") instanceof Scalar parameter) {
            return checked(name, () -> Peers.wholes(parameter));
        }
        Optional<Peers.Meaning> meaning = module.startsWith("np") || module.startsWith("numpy")
                ? Optional.<Peers.Meaning>empty()
                : checked(name, () -> Peers.parameter(parameter, module, name.text(), arguments));
        if (meaning.isPresent()) {
            meaning.get().sentence().ifPresent(sentences::add);
            return meaning.get().parameter();
        }
        Function<Arguments, Object> function = module.contains("random") || scope ? null : Numpy.function(name.text());
        if (function == null) {
            throw new MistakeException(name, Peers.unknown(module, name.text()));
        }
        return checked(name, () -> {
            Object made = function.apply(arguments);
            arguments.done();
            return made;
        });
    }

    private Arguments arguments(String function, List<Object> receiver) throws MistakeException {
        Token open = tokens.next();
        List<Object> placed = new ArrayList<>(receiver);
        Map<String, Object> named = new LinkedHashMap<>();
        while (!atEnd()) {
            if (tokens.peek().kind() == Token.Kind.WORD && tokens.peek(1).is("=")) {
                Token key = tokens.next();
                tokens.next();
                if (named.put(key.text(), expression()) != null) {
                    throw new MistakeException(key, "Argument (" + key.text() + ") must be given once.");
                }
            } else {
                placed.add(expression());
            }
            if (!tokens.take(",") && !atEnd()) {
                throw new MistakeException(
                        tokens.peek(), "Call of " + function + " must be closed, with ) behind its last argument.");
            }
        }
        tokens.next();
        return checked(open, () -> new Arguments(function, placed, named));
    }

    /** Whether the call ends here. Arguments by name on lines of their own look like statements, and end no line. */
    private boolean atEnd() {
        boolean more = tokens.peek(1).is(")")
                || (tokens.peek(1).kind() == Token.Kind.WORD && tokens.peek(2).is("="));
        if (tokens.atLineEnd() && more) {
            tokens.next();
        }
        return tokens.peek().is(")");
    }

    /** A list, a comprehension, a tuple, or a value in parentheses. */
    private Object list(Token open) throws MistakeException {
        String close = open.is("(") ? ")" : open.is("[") ? "]" : "}";
        int turn = comprehension();
        if (turn > 0 && open.is("[")) {
            return comprehension(tokens.at() + turn);
        }
        List<Object> all = new ArrayList<>();
        boolean comma = false;
        while (!tokens.take(close)) {
            Token token = tokens.peek();
            if (token.kind() == Token.Kind.JAVA) {
                all.addAll(values.javaSet(tokens.next()).values());
            } else {
                all.add(element(token));
            }
            comma = tokens.take(",");
            if (!comma && !tokens.peek().is(close)) {
                tokens.expect(close, "List");
            }
        }
        return close.equals(")") && !comma && all.size() == 1 ? all.get(0) : Words.alike(all);
    }

    private Object element(Token start) throws MistakeException {
        Object value = expression();
        if (value instanceof Scalar) {
            throw new MistakeException(
                    start, "Distribution in a list must be a parameter of its own. Maybe one with  if  behind it.");
        }
        return value instanceof Vector v ? v.values() : value;
    }

    /** How far ahead the {@code for} of this bracket stands; 0 if there is none. */
    private int comprehension() {
        int open = 1;
        for (int i = 0; ; i++) {
            Token token = tokens.peek(i);
            open += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (open == 0 || token.kind() == Token.Kind.NEWLINE) {
                return 0;
            }
            if (open == 1 && token.isWord("for")) {
                return i;
            }
        }
    }

    private Object comprehension(int turn) throws MistakeException {
        int each = tokens.at();
        tokens.goTo(turn + 1);
        Token variable = tokens.next();
        require(tokens.takeWord("in"), tokens.peek(), "Comprehension must have  in  here, behind one name.");
        Token over = tokens.peek();
        Object source = expression();
        boolean many = source instanceof Vector || source instanceof List<?>;
        require(many, over, "Comprehension must go over a list or a range.");
        tokens.expect("]", "List");
        int end = tokens.at();
        List<Object> made = new ArrayList<>();
        for (Object value : source instanceof Vector v ? v.values() : (List<?>) source) {
            require(++turns <= MOST_TURNS, over, "Comprehension must have at most " + MOST_TURNS + " values.");
            variables.put(variable.text(), value);
            tokens.goTo(each);
            made.add(element(tokens.peek()));
            require(tokens.at() == turn, tokens.peek(), "Comprehension must have  for  here.");
        }
        variables.remove(variable.text());
        tokens.goTo(end);
        computed = true;
        return Words.alike(made);
    }

    private static void require(boolean holds, Token place, String message) throws MistakeException {
        if (!holds) {
            throw new MistakeException(place, message);
        }
    }
}
