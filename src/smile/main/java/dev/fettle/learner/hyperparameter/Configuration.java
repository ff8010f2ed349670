package dev.fettle.learner.hyperparameter;

import dev.fettle.space.Point;
import dev.fettle.word.Maybe;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A legal value for each hyperparameter of a learner; there is no other way to make one than {@link #of}, so who has one
 * need check nothing. Immutable, for any thread.
 *
 * <pre>{@code
 * Configuration net = Configuration.of("mlp", Mlp.HYPERPARAMETERS, Map.of("alpha", 0.01));
 * double rate = net.real("learning_rate_init");  // 0.001, the standard
 * }</pre>
 */
public final class Configuration implements Serializable {
    private static final long serialVersionUID = 1;

    private final Point values;

    private Configuration(Point values) {
        this.values = values;
    }

    /**
     * The values given, and the standards of the others.
     *
     * @param owner whose hyperparameters they are, for messages
     * @throws IllegalArgumentException with all that is wrong: unknown names, values that are not legal
     */
    public static Configuration of(String owner, List<Hyperparameter> all, Map<String, ?> given) {
        check(given, (name, value) -> problem(owner, all, name, value));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Hyperparameter each : all) {
            Object value = given.get(each.name());
            values.put(each.name(), value == null ? each.standard() : value);
        }
        return new Configuration(Point.of(values));
    }

    /**
     * Refuses values with all that is wrong with them.
     *
     * @param problem what is wrong with a name and value
     * @throws IllegalArgumentException with a line for each problem
     */
    public static void check(Map<String, ?> given, BiFunction<String, ? super Object, Optional<String>> problem) {
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> problem.apply(name, value).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** What is wrong with a name and value, as a whole sentence; empty if nothing is. */
    public static Optional<String> problem(String owner, List<Hyperparameter> all, String name, Object value) {
        List<String> names = all.stream().map(Hyperparameter::name).toList();
        int i = names.indexOf(name);
        return i >= 0
                ? all.get(i).problem(value)
                : Optional.of("Parameter (" + name + ") must be one that " + owner + " has: " + String.join(", ", names)
                        + "." + Maybe.sentence(name, names));
    }

    /** The part of it that belongs to some of its hyperparameters. */
    public Configuration only(List<Hyperparameter> some) {
        Map<String, Object> part = new LinkedHashMap<>();
        some.forEach(each -> part.put(each.name(), values.value(each.name())));
        return new Configuration(Point.of(part));
    }

    /** All but the part of some hyperparameters. */
    public Configuration without(List<Hyperparameter> some) {
        Map<String, Object> rest = entries();
        some.forEach(each -> rest.remove(each.name()));
        return new Configuration(Point.of(rest));
    }

    /** Both together; names of both are those of the other. */
    public Configuration and(Configuration other) {
        Map<String, Object> both = entries();
        both.putAll(other.entries());
        return new Configuration(Point.of(both));
    }

    /**
     * The value of a hyperparameter.
     *
     * @throws IllegalArgumentException if there is none of that name, here and below
     */
    public Object value(String name) {
        return values.value(name);
    }

    /** A number, whole or decimal. */
    public double real(String name) {
        return values.real(name);
    }

    /** A whole number. */
    public int whole(String name) {
        return values.whole(name);
    }

    /** A word. */
    public String text(String name) {
        return values.text(name);
    }

    /** True or false. */
    public boolean flag(String name) {
        return values.flag(name);
    }

    /** One or more whole numbers; a fresh copy. */
    public int[] wholes(String name) {
        return values.value(name) instanceof Integer one ? new int[] {one} : values.wholes(name);
    }

    /** A fresh map in the order of the hyperparameters. */
    public Map<String, Object> entries() {
        return values.entries();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Configuration c && values.equals(c.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
