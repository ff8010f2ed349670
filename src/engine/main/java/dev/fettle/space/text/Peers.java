package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Whole;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The distributions of the peers, with the meaning that they have there: SciPy's begin and width, upper ends that do not
 * belong, Hyperopt's logarithms.
 */
final class Peers {
    /** What a call makes of a name; {@code why} says what a reader of ours would not expect, or is empty. */
    private record Law(String why, BiFunction<String, Arguments, Scalar> parameter) {}

    private static final String WIDTH = "SciPy's second number is the width";
    private static final String OPEN = "the upper end does not belong to it there";
    private static final String LOGARITHMS = "Hyperopt's bounds are logarithms";

    private static final Map<String, Law> SCIPY = Map.of(
            "uniform", new Law(WIDTH, Peers::width),
            "loguniform", law((n, a) -> Real.logUniform(n, a.number("a"), a.number("b"))),
            "reciprocal", law((n, a) -> Real.logUniform(n, a.number("a"), a.number("b"))),
            "randint", new Law(OPEN, (n, a) -> halfOpen(n, a.longWhole("low"), a.longWhole("high"))),
            "norm", law((n, a) -> Normal.of(n, a.number("loc", 0), a.number("scale", 1))));

    /** Of scikit-optimize, and the distributions of Optuna. */
    private static final Map<String, Law> CLASSES = Map.of(
            "Real", law((n, a) -> real(n, a, a.number("low"), a.number("high"))),
            "Integer", law((n, a) -> whole(n, a, a.longWhole("low"), a.longWhole("high"))),
            "Categorical", law((n, a) -> choice(n, a.list("categories"))),
            "FloatDistribution", law((n, a) -> real(n, a, a.number("low"), a.number("high"))),
            "IntDistribution", law((n, a) -> whole(n, a, a.longWhole("low"), a.longWhole("high"))),
            "CategoricalDistribution", law((n, a) -> choice(n, a.list("choices"))));

    private static final Map<String, Law> OPTUNA = Map.of(
            "suggest_float", labelled((n, a) -> real(n, a, a.number("low"), a.number("high"))),
            "suggest_int", labelled((n, a) -> whole(n, a, a.longWhole("low"), a.longWhole("high"))),
            "suggest_categorical", labelled((n, a) -> choice(n, a.list("choices"))),
            "suggest_uniform", labelled((n, a) -> Real.uniform(n, a.number("low"), a.number("high"))),
            "suggest_loguniform", labelled((n, a) -> Real.logUniform(n, a.number("low"), a.number("high"))),
            "suggest_discrete_uniform",
                    labelled((n, a) ->
                            Real.uniform(n, a.number("low"), a.number("high")).step(a.number("q"))));

    private static final Map<String, Law> HYPEROPT = Map.ofEntries(
            Map.entry("choice", labelled((n, a) -> choice(n, a.list("options")))),
            Map.entry("uniform", labelled((n, a) -> Real.uniform(n, a.number("low"), a.number("high")))),
            Map.entry("quniform", labelled((n, a) -> Real.uniform(n, a.number("low"), a.number("high"))
                    .step(a.number("q")))),
            Map.entry(
                    "loguniform",
                    new Law(
                            LOGARITHMS,
                            labelled((n, a) -> Real.logUniform(
                                            n, Arithmetic.power(a.number("low")), Arithmetic.power(a.number("high"))))
                                    .parameter())),
            Map.entry("uniformint", labelled((n, a) -> Whole.between(n, a.longWhole("low"), a.longWhole("high")))),
            Map.entry("randint", new Law(OPEN, Peers::upTo)),
            Map.entry("normal", labelled((n, a) -> Normal.of(n, a.number("mu"), a.number("sigma")))),
            Map.entry("lognormal", labelled((n, a) -> Normal.log(n, a.number("mu"), a.number("sigma")))));

    /** Of SciPy, without bounds. */
    private static final Set<String> UNBOUNDED =
            Set.of("expon", "gamma", "lognorm", "truncnorm", "halfnorm", "chi2", "poisson", "geom");

    private static final Set<String> STATS = Set.of("", "stats", "scipy.stats", "sp.stats", "st", "ss");

    private Peers() {}

    /** Whether the word begins a distribution of SciPy that cannot be meant as one of ours. */
    static boolean known(String word) {
        return SCIPY.containsKey(word) && !word.equals("uniform");
    }

    /** The law of a call. */
    private static Optional<Law> law(String module, String function) {
        Map<String, Law> laws = module.endsWith("hp")
                ? HYPEROPT
                : function.startsWith("suggest_")
                        ? OPTUNA
                        : CLASSES.containsKey(function) ? CLASSES : STATS.contains(module) ? SCIPY : Map.of();
        return Optional.ofNullable(laws.get(function));
    }

    /** What a call makes of the name of a parameter, and what is to be said of it. */
    record Meaning(Scalar parameter, Optional<String> sentence) {}

    /**
     * The parameter that a call declares; empty if it is no distribution.
     *
     * @throws IllegalArgumentException if its arguments are wrong
     */
    static Optional<Meaning> parameter(String name, String module, String function, Arguments arguments) {
        return law(module, function).map(law -> {
            Scalar parameter = law.parameter().apply(name, arguments);
            arguments.done();
            boolean same = law.why().isEmpty()
                    || arguments
                            .last()
                            .filter(end -> !isUpperEnd(parameter, end))
                            .isEmpty();
            String sentence =
                    arguments.written() + " is  " + name + " " + parameter.domain() + "  here: " + law.why() + ".";
            return new Meaning(parameter, same ? Optional.empty() : Optional.of(sentence));
        });
    }

    private static boolean isUpperEnd(Scalar parameter, Number end) {
        return parameter.decode(1) instanceof Number high && high.doubleValue() == end.doubleValue();
    }

    /** What to say of a function that is no distribution and makes no numbers. */
    static String unknown(String module, String name) {
        String written = module.isEmpty() ? name : module + "." + name;
        return "Function (" + written
                + ") must be one that makes numbers, such as np.logspace, or a distribution, such as loguniform."
                + maybe(module, name);
    }

    private static String maybe(String module, String name) {
        if (UNBOUNDED.contains(name)) {
            return " Maybe loguniform(0.01, 100), with bounds.";
        }
        String nearest = module.equals("np") || module.equals("numpy")
                ? Numpy.maybe(name)
                : Maybe.sentence(name, SCIPY.keySet().stream().sorted().toList());
        boolean random = module.contains("random");
        return nearest.isEmpty() || random ? " Maybe the values themselves, [0.1, 1]." : nearest;
    }

    /** {@code scope.int} of Hyperopt: the whole numbers of a lattice. */
    static Scalar wholes(Scalar parameter) {
        if (parameter instanceof Real r && r.step() > 0) {
            return Whole.between(r.name(), Arithmetic.cut(r.low()), Arithmetic.cut(r.high()))
                    .step(Arithmetic.cut(r.step()));
        }
        if (parameter instanceof Whole w) {
            return w;
        }
        throw new IllegalArgumentException("Distribution in scope.int must be hp.quniform. Maybe hp.uniformint.");
    }

    private static Law law(BiFunction<String, Arguments, Scalar> parameter) {
        return new Law("", parameter);
    }

    /** Of a call whose first argument is a label. */
    private static Law labelled(BiFunction<String, Arguments, Scalar> parameter) {
        return law((name, a) -> {
            a.value(a.has("label") ? "label" : "name");
            return parameter.apply(name, a);
        });
    }

    private static Scalar width(String name, Arguments a) {
        double begin = a.number("loc", 0);
        return Real.uniform(name, begin, Arithmetic.finite(begin + a.number("scale", 1), Math.abs(begin)));
    }

    private static Scalar halfOpen(String name, long low, long high) {
        return Whole.between(name, low, high - 1);
    }

    private static Scalar upTo(String name, Arguments a) {
        a.value("label");
        long first = a.longWhole("low");
        long second = a.longWhole("high", Long.MIN_VALUE);
        return second == Long.MIN_VALUE ? halfOpen(name, 0, first) : halfOpen(name, first, second);
    }

    private static Scalar real(String name, Arguments a, double low, double high) {
        double step = a.keyword("step", 0);
        return (isLog(a) ? Real.logUniform(name, low, high) : Real.uniform(name, low, high)).step(step);
    }

    private static Scalar whole(String name, Arguments a, long low, long high) {
        int step = Arithmetic.cut(a.keyword("step", 1));
        return (isLog(a) ? Whole.logBetween(name, low, high) : Whole.between(name, low, high)).step(step);
    }

    private static boolean isLog(Arguments a) {
        Object prior = a.keyword("prior").orElse("uniform");
        a.keyword("name");
        return a.flag("log", false) || prior.equals("log-uniform");
    }

    private static Scalar choice(String name, List<?> values) {
        return new Choice(name, Words.alike(values), false, null, null);
    }
}
