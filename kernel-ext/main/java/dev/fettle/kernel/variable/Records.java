package dev.fettle.kernel.variable;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.Local;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The record that holds a point with typed fields. Named by its shape and so never defined twice: redefining a class
 * resets the notebook's variables of its type.
 */
final class Records {
    private Records() {}

    /** The name of the record for a space; defines it unless the notebook has it. */
    static String type(SearchSpace space, Notebook notebook) throws JavaException {
        List<String> components = space.parameters().stream()
                .map(Local::of)
                .map(l -> l.type() + " " + l.name())
                .toList();
        String type = "Point_" + Integer.toHexString(components.hashCode());
        if (!notebook.hasType(type)) {
            notebook.run("record " + type + components.stream().collect(Collectors.joining(", ", "(", ") "))
                    + "{ public String toString() { return " + Fields.class.getName() + ".text(this); } }");
        }
        return type;
    }

    /** Makes records of the class from points; inactive parameters hold their fallbacks. */
    static Function<Point, Object> maker(Class<?> type, SearchSpace space) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> c.getParameterCount() == space.parameters().size())
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return point -> {
            Object[] values =
                    space.complete(point).values().stream().map(Local::java).toArray();
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "Record (" + type.getName() + ") must hold the point " + point + ".", e);
            }
        };
    }
}
