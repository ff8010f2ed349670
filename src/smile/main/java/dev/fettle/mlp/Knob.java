package dev.fettle.mlp;

import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One hyperparameter of the perceptron: what it may hold and what it holds unless told otherwise.
 *
 * @param name scikit-learn's
 * @param standard scikit-learn's default
 * @param legal what a value must be, in words
 * @param words the words it may be; empty if it is no word
 */
public record Knob(String name, Object standard, String legal, List<String> words, Predicate<Object> holds) {
    /** All of them by name, in scikit-learn's order. */
    public static final Map<String, Knob> ALL = Stream.of(
                    new Knob("hidden_layer_sizes", List.of(100), "whole numbers of at least 1", List.of(), Knob::sizes),
                    words("activation", "relu", "identity", "logistic", "tanh", "relu"),
                    words("solver", "adam", "lbfgs", "sgd", "adam"),
                    real("alpha", 1e-4, 0, true, Double.MAX_VALUE, true),
                    new Knob(
                            "batch_size",
                            "auto",
                            "a whole number of at least 1, or auto",
                            List.of("auto"),
                            v -> v.equals("auto") || atLeastOne(v)),
                    words("learning_rate", "constant", "constant", "invscaling", "adaptive"),
                    real("learning_rate_init", 1e-3, 0, false, Double.MAX_VALUE, true),
                    real("power_t", 0.5, 0, true, Double.MAX_VALUE, true),
                    whole("max_iter", 200),
                    flag("shuffle", true),
                    real("tol", 1e-4, 0, true, Double.MAX_VALUE, true),
                    real("momentum", 0.9, 0, true, 1, true),
                    flag("nesterovs_momentum", true),
                    flag("early_stopping", false),
                    real("validation_fraction", 0.1, 0, true, 1, false),
                    real("beta_1", 0.9, 0, true, 1, false),
                    real("beta_2", 0.999, 0, true, 1, false),
                    real("epsilon", 1e-8, 0, false, Double.MAX_VALUE, true),
                    whole("n_iter_no_change", 10),
                    whole("max_fun", 15_000))
            .collect(Collectors.toMap(Knob::name, k -> k, (a, b) -> a, java.util.LinkedHashMap::new));

    /** What is wrong with a value, as a whole sentence; empty if nothing is. */
    public Optional<String> problem(Object value) {
        if (holds.test(value)) {
            return Optional.empty();
        }
        String maybe = value instanceof String word ? Maybe.sentence(word, words) : "";
        return Optional.of(name + " (" + Words.of(value) + ") must be " + legal + "." + maybe);
    }

    private static Knob words(String name, String standard, String... words) {
        List<String> all = List.of(words);
        return new Knob(name, standard, "one of " + String.join(", ", words), all, all::contains);
    }

    private static Knob whole(String name, int standard) {
        return new Knob(name, standard, "a whole number of at least 1", List.of(), Knob::atLeastOne);
    }

    private static Knob flag(String name, boolean standard) {
        return new Knob(name, standard, "true or false", List.of("true", "false"), Boolean.class::isInstance);
    }

    private static Knob real(String name, double standard, double low, boolean lowIn, double high, boolean highIn) {
        String from = lowIn ? "at least 0" : "above 0";
        String to = high == Double.MAX_VALUE ? "" : highIn ? " and at most 1" : " and below 1";
        return new Knob(name, standard, "a number of " + from + to, List.of(), v -> {
            double x = v instanceof Number number ? number.doubleValue() : Double.NaN;
            return (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
        });
    }

    private static boolean atLeastOne(Object value) {
        return value instanceof Integer i && i >= 1;
    }

    private static boolean sizes(Object value) {
        return value instanceof List<?> list
                ? !list.isEmpty() && list.stream().allMatch(Knob::atLeastOne)
                : atLeastOne(value);
    }
}
