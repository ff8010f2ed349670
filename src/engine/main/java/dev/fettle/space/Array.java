package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scalars that vary alike under one name, as the weights of a model: {@code w[10]} or {@code w[2][2]}. A value is an
 * immutable list, of lists for two dimensions; in Java {@code double[]} and {@code double[][]}.
 *
 * <pre>{@code
 * Array weights = Real.uniform("w", -10, 10).array(2, 3).startingAt(0);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}.
 *
 * @param element how each element varies, without a default or a condition of its own
 * @param shape one or two sizes, each at least 1; at most {@value #MOST} elements
 * @param defaultValue a whole value, or null
 */
public record Array(
        String name,
        Scalar element,
        List<Integer> shape,
        @Nullable Object defaultValue,
        @Nullable Expression condition) implements Parameter {
    private static final int MOST = 100_000;

    public Array {
        Checks.name(name);
        shape = List.copyOf(shape);
        Checks.require(
                shape.size() == 1 || shape.size() == 2,
                "Array (%s) must have one dimension or two.",
                label(name, shape));
        long elements = 1;
        for (int n : shape) {
            Checks.require(n >= 1, "Size (%s) of array %s must be at least 1.", n, name);
            elements *= n;
        }
        Checks.require(elements <= MOST, "Array (%s) must have at most %s elements.", label(name, shape), MOST);
        Checks.require(
                !(element instanceof Choice c) || c.values().stream().noneMatch(List.class::isInstance),
                "Elements of array (%s) must not be arrays themselves.",
                label(name, shape));
        element = element.named(name);
        if (defaultValue != null) {
            Checks.defaultOf(new Array(name, element, shape, null, null), defaultValue);
        }
    }

    /** An array without default and condition. */
    public static Array of(String name, Scalar element, int... shape) {
        return new Array(name, element, Arrays.stream(shape).boxed().toList(), null, null);
    }

    /** The same array with a value to fall back on: one for all elements, or a list with one for each. */
    @Override
    public Array startingAt(Object value) {
        return with(Checks.defaultOf(this, value), condition);
    }

    @Override
    public Array when(@Nullable Expression only) {
        return with(defaultValue, only);
    }

    private Array with(@Nullable Object defaultValue, @Nullable Expression condition) {
        return new Array(name, element, shape, defaultValue, condition);
    }

    @Override
    public int dimensions() {
        int n = 1;
        for (int size : shape) {
            n *= size;
        }
        return n;
    }

    @Override
    public List<Scalar> scalars() {
        List<Object> defaults = defaults();
        return IntStream.range(0, dimensions())
                .mapToObj(i -> scalar(i, defaults))
                .toList();
    }

    @Override
    public Optional<Scalar> scalar(String other) {
        return IntStream.range(0, dimensions())
                .filter(i -> elementName(i).equals(other))
                .mapToObj(i -> scalar(i, defaults()))
                .findFirst();
    }

    private List<Object> defaults() {
        Object given = defaultValue;
        return given == null ? List.of() : split(given);
    }

    /** @param defaults of all elements; empty for none */
    private Scalar scalar(int i, List<Object> defaults) {
        Scalar named = element.named(elementName(i));
        Scalar one = condition == null ? named : named.when(condition);
        return defaults.isEmpty() ? one : one.startingAt(defaults.get(i));
    }

    private String elementName(int i) {
        if (shape.size() == 1) {
            return name + "[" + i + "]";
        }
        int width = shape.get(1);
        return name + "[" + i / width + "][" + i % width + "]";
    }

    @Override
    public List<Object> split(Object value) {
        if (shape.size() == 1) {
            return List.copyOf((List<?>) value);
        }
        List<Object> all = new ArrayList<>(dimensions());
        ((List<?>) value).forEach(row -> all.addAll((List<?>) row));
        return all;
    }

    @Override
    public Object join(List<?> elements) {
        if (shape.size() == 1) {
            return List.of(elements.toArray());
        }
        int width = shape.get(1);
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < elements.size(); i += width) {
            rows.add(List.copyOf(elements.subList(i, i + width)));
        }
        return List.copyOf(rows);
    }

    /** The value at the coordinates {@code u[from]} … {@code u[from + dimensions − 1]}. */
    Object decode(double[] u, int from) {
        Object[] elements = new Object[dimensions()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element.decode(u[from + i]);
        }
        return join(Arrays.asList(elements));
    }

    /** One value of an element stands for all elements, and a whole number for a decimal one. */
    @Override
    public Object fitting(Object value) {
        Object one = element.fitting(value);
        if (element.contains(one)) {
            return join(Collections.nCopies(dimensions(), one));
        }
        return shaped(value) ? join(split(value).stream().map(element::fitting).toList()) : value;
    }

    @Override
    public boolean contains(Object value) {
        return shaped(value) && split(value).stream().allMatch(element::contains);
    }

    private boolean shaped(Object value) {
        if (!(value instanceof List<?> list) || list.size() != shape.get(0)) {
            return false;
        }
        return shape.size() == 1
                || list.stream().allMatch(row -> row instanceof List<?> inner && inner.size() == shape.get(1));
    }

    @Override
    public OptionalLong size() {
        if (element.size().isEmpty()) {
            return OptionalLong.empty();
        }
        long base = element.size().getAsLong();
        long product = 1;
        for (int i = 0; i < dimensions() && base > 1 && product < Long.MAX_VALUE; i++) {
            product = Checks.product(product, base);
        }
        return OptionalLong.of(product);
    }

    /** The last element moves fastest. */
    @Override
    public Object value(long index) {
        long base = element.size().orElse(1);
        Object[] elements = new Object[dimensions()];
        long rest = index;
        for (int i = elements.length - 1; i >= 0; i--) {
            elements[i] = element.value(rest % base);
            rest /= base;
        }
        return join(Arrays.asList(elements));
    }

    @Override
    public Object fallback() {
        return defaultValue != null ? defaultValue : join(Collections.nCopies(dimensions(), element.fallback()));
    }

    @Override
    public String domain() {
        return label("", shape) + " " + element.domain();
    }

    /** A default that is the same for all elements is written once. */
    @Override
    public String text(Set<String> parameters) {
        String head = name + domain();
        Object given = defaultValue;
        if (given != null) {
            List<Object> all = split(given);
            boolean same = all.stream().allMatch(all.get(0)::equals);
            head += " default " + Words.of(same ? all.get(0) : given);
        }
        return condition == null ? head : head + " if " + condition.text(parameters);
    }

    private static String label(String name, List<Integer> shape) {
        StringBuilder label = new StringBuilder(name);
        shape.forEach(n -> label.append('[').append(n).append(']'));
        return label.toString();
    }
}
