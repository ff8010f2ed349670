package dev.fettle.learner.hyperparameter;

import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One thing that a learner may be told: what it may hold, and what it holds unless told otherwise. Immutable, for any
 * thread if {@code holds} is.
 *
 * <pre>{@code
 * Hyperparameter alpha = Hyperparameter.real("alpha", 1e-4, Interval.atLeast(0), "the weight of the penalty");
 * alpha.problem(-1.0);  // alpha (-1.0) must be a number of at least 0.
 * }</pre>
 *
 * @param name as in a cell, the field's own; the same in all learners that mean the same
 * @param standard a legal value
 * @param legal what a value must be, in words: "a number of at least 0"
 * @param words the words it may be, for advice; empty if it is no word
 * @param holds whether a value is legal; must answer for any object, those of {@link dev.fettle.space.Parameter} among them:
 *     Integer, Double, Boolean, String, or a list of them
 * @param meaning what it does, on one line
 */
public record Hyperparameter(
        String name, Object standard, String legal, List<String> words, Predicate<Object> holds, String meaning) {
    public Hyperparameter {
        words = List.copyOf(words);
        if (!holds.test(standard)) {
            throw new IllegalArgumentException("Standard (" + standard + ") of " + name + " must be " + legal + ".");
        }
    }

    /** One of some words. */
    public static Hyperparameter word(String name, String standard, List<String> words, String meaning) {
        return new Hyperparameter(
                name, standard, "one of " + String.join(", ", words), words, List.copyOf(words)::contains, meaning);
    }

    /** A whole number in a range. */
    public static Hyperparameter whole(String name, int standard, Interval range, String meaning) {
        return new Hyperparameter(
                name, standard, "a whole number of " + range, List.of(), v -> isWhole(v, range), meaning);
    }

    /** One or more whole numbers in a range. */
    public static Hyperparameter wholes(String name, List<Integer> standard, Interval range, String meaning) {
        return new Hyperparameter(
                name,
                List.copyOf(standard),
                "whole numbers of " + range,
                List.of(),
                v -> v instanceof List<?> list
                        ? !list.isEmpty() && list.stream().allMatch(each -> isWhole(each, range))
                        : isWhole(v, range),
                meaning);
    }

    /** A number in a range, whole or decimal. */
    public static Hyperparameter real(String name, double standard, Interval range, String meaning) {
        return new Hyperparameter(
                name,
                standard,
                "a number of " + range,
                List.of(),
                v -> v instanceof Number number && range.holds(number.doubleValue()),
                meaning);
    }

    /** True or false. */
    public static Hyperparameter flag(String name, boolean standard, String meaning) {
        return new Hyperparameter(
                name, standard, "true or false", List.of("true", "false"), Boolean.class::isInstance, meaning);
    }

    /** The same with one more word that is legal, as a standard: "a whole number of at least 1, or auto". */
    public Hyperparameter orWord(String word) {
        List<String> all = Stream.concat(words.stream(), Stream.of(word)).toList();
        return new Hyperparameter(
                name, word, legal + ", or " + word, all, v -> v.equals(word) || holds.test(v), meaning);
    }

    /** What is wrong with a value, as a whole sentence; empty if nothing is. */
    public Optional<String> problem(Object value) {
        if (holds.test(value)) {
            return Optional.empty();
        }
        String maybe = value instanceof String word ? Maybe.sentence(word, words) : "";
        return Optional.of(name + " (" + Words.of(value) + ") must be " + legal + "." + maybe);
    }

    private static boolean isWhole(Object value, Interval range) {
        return value instanceof Integer i && range.holds(i);
    }
}
