package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.Whole;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Reads what stands behind the name of a parameter. */
final class DomainReader {
    private static final List<String> DISTRIBUTIONS =
            List.of("uniform", "logUniform", "int", "logInt", "normal", "logNormal");
    private static final List<String> RANGES = List.of("lin", "log");

    private final Tokens tokens;
    private final ValueReader values;
    private final PythonReader python;
    private final Steps steps = new Steps();

    DomainReader(Tokens tokens, ValueReader values, PythonReader python) {
        this.tokens = tokens;
        this.values = values;
        this.python = python;
    }

    /** What is to be said of steps, each a sentence. */
    List<String> sentences() {
        return steps.sentences();
    }

    /** {@code in {…}}, {@code in a..b}, {@code in lin(…)} or {@code ~ dist(…)}, with the sizes of an array before. */
    Parameter parameter(Token name) throws MistakeException {
        if (!tokens.peek().is("[")) {
            return scalar(name.text());
        }
        List<Integer> shape = new ArrayList<>();
        while (tokens.take("[")) {
            shape.add(values.whole("Size"));
            tokens.expect("]", "Array");
        }
        return scalar(name.text()).array(shape.stream().mapToInt(n -> n).toArray());
    }

    private Scalar scalar(String name) throws MistakeException {
        if (tokens.take("~")) {
            return distribution(name);
        }
        if (!tokens.takeWord("in")) {
            throw new MistakeException(
                    tokens.peek(),
                    "Array (" + name + ") must have ~ or in here, not "
                            + tokens.peek().shown() + ".");
        }
        return python.begins() ? python.scalar(name) : finite(name);
    }

    /** Whether a set or a range in our own words is next. */
    boolean isFinite() {
        Token token = tokens.peek();
        return (token.is("{") && !tokens.peek(2).is(":"))
                || token.kind() == Token.Kind.JAVA
                || tokens.peek(1).is("..")
                || tokens.peek(2).is("..")
                || (RANGES.contains(token.text()) && tokens.peek(1).is("("));
    }

    /** {@code {…}}, {@code a..b}, {@code lin(…)} or {@code log(…)}. */
    Scalar finite(String name) throws MistakeException {
        Token token = tokens.peek();
        if (token.is("{")) {
            return values.set().choice(name);
        }
        if (token.kind() == Token.Kind.JAVA && !tokens.peek(1).is("..")) {
            return values.javaSet(tokens.next()).choice(name);
        }
        if (token.kind() == Token.Kind.WORD && tokens.peek(1).is("(")) {
            return spaced(name);
        }
        if (token.kind() == Token.Kind.NUMBER || token.is("-") || token.kind() == Token.Kind.JAVA) {
            return range(name);
        }
        throw new MistakeException(
                token, "Set (" + token.shown() + ") must be {v, v, …}, a..b, lin(a, b, n) or log(a, b, n).");
    }

    private Scalar range(String name) throws MistakeException {
        Token start = tokens.peek();
        long low = values.longWhole("Lower end");
        tokens.expect("..", "Range");
        long high = values.longWhole("Upper end");
        long step = tokens.takeWord("step") ? values.longWhole("Step") : 1;
        if (low > high || step < 1) {
            throw new MistakeException(
                    start, "Range (" + low + ".." + high + " step " + step + ") must rise, by at least 1.");
        }
        Whole range = new Whole(name, low, high, Scale.LINEAR, step, null, null);
        steps.check(range, (double) step, tokens.last());
        return range;
    }

    /** n numbers from a to b, both included, equally far apart or in equal ratios. */
    private Scalar spaced(String name) throws MistakeException {
        Token kind = tokens.next();
        if (!RANGES.contains(kind.text())) {
            String maybe = Maybe.of(kind.text(), DISTRIBUTIONS)
                    .filter(d -> !RANGES.contains(Maybe.of(kind.text(), RANGES).orElse("")))
                    .map(d -> " Maybe " + name + " ~ " + d + "(…).")
                    .orElse(Maybe.sentence(kind.text(), RANGES));
            throw new MistakeException(kind, "Range (" + kind.text() + ") must be one of lin, log." + maybe);
        }
        tokens.expect("(", "Range");
        double a = values.number("Lower end");
        tokens.expect(",", "Range");
        double b = values.number("Upper end");
        tokens.expect(",", "Range");
        Token count = tokens.peek();
        int n = values.whole("Count");
        tokens.expect(")", "Range");
        boolean log = kind.text().equals("log");
        if (n < 2 || n > ValueReader.LIMIT) {
            throw new MistakeException(count, "Count (" + n + ") must be from 2 to " + ValueReader.LIMIT + ".");
        }
        if (!(a < b) || (log && a <= 0)) {
            throw new MistakeException(
                    kind, "Ends (" + a + ", " + b + ") must rise" + (log ? " and be positive." : "."));
        }
        return points(name, a, b, n, log);
    }

    private static Choice points(String name, double a, double b, int n, boolean log) {
        List<Object> points = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            points.add(i == 0 ? a : i == n - 1 ? b : tidy(between(a, b, (double) i / (n - 1), log)));
        }
        return new Choice(name, points, true, null, null);
    }

    private static double between(double a, double b, double t, boolean log) {
        return log ? StrictMath.exp(StrictMath.log(a) * (1 - t) + StrictMath.log(b) * t) : a * (1 - t) + b * t;
    }

    /** Twelve digits, so that a thousandth is 0.001 and not 0.0010000000000000002. */
    private static double tidy(double x) {
        return new BigDecimal(x).round(new MathContext(12)).doubleValue();
    }

    private Scalar distribution(String name) throws MistakeException {
        if (tokens.peek(1).is(".") || Peers.known(tokens.peek().text())) {
            return python.scalar(name);
        }
        Token kind = tokens.next();
        if (!DISTRIBUTIONS.contains(kind.text())) {
            throw new MistakeException(
                    kind,
                    "Distribution (" + kind.shown() + ") must be one of " + String.join(", ", DISTRIBUTIONS) + "."
                            + Maybe.sentence(kind.text(), DISTRIBUTIONS));
        }
        tokens.expect("(", "Distribution");
        Token low = tokens.peek();
        Object a = values.value();
        tokens.expect(",", "Distribution");
        Token high = tokens.peek();
        Object b = values.value();
        Token stepPlace = high;
        Object step = null;
        if (tokens.take(",")) {
            tokens.takeWord("step");
            tokens.take("=");
            stepPlace = tokens.peek();
            step = values.value();
            Steps.positive(name, real(step, stepPlace), stepPlace);
        }
        tokens.expect(")", "Distribution");
        Scale scale = kind.text().startsWith("log") ? Scale.LOG : Scale.LINEAR;
        Scalar drawn = kind.text().equals("int") || kind.text().equals("logInt")
                ? new Whole(
                        name,
                        ValueReader.whole(a, low, "Bound"),
                        ValueReader.whole(b, high, "Bound"),
                        scale,
                        step == null ? 1 : ValueReader.whole(step, stepPlace, "Step"),
                        null,
                        null)
                : real(name, kind.text().endsWith("ormal"), real(a, low), real(b, high), scale)
                        .apply(step == null ? 0 : real(step, stepPlace));
        if (step != null) {
            steps.check(drawn, real(step, stepPlace), stepPlace);
        }
        return drawn;
    }

    private static DoubleFunction<Scalar> real(String name, boolean bell, double a, double b, Scale scale) {
        return step ->
                bell ? new Normal(name, a, b, scale, step, null, null) : new Real(name, a, b, scale, step, null, null);
    }

    private static double real(Object value, Token place) throws MistakeException {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        throw new MistakeException(place, "Bound (" + Words.of(value) + ") must be a number.");
    }

    /** The parameter with a default; the value must be legal. */
    static Parameter startingAt(Parameter p, Token place, Object value) throws MistakeException {
        try {
            return p.startingAt(value);
        } catch (IllegalArgumentException e) {
            throw new MistakeException(place, String.valueOf(e.getMessage()));
        }
    }
}
