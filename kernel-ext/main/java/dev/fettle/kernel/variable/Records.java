package dev.fettle.kernel.variable;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.Local;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records that hold points with typed fields, {@code Point$1}, {@code Point$2} and so on: one for each list of components, in
 * the order in which a notebook needs them, and never defined twice, since redefining a class resets the notebook's variables of its
 * type.
 */
final class Records {
    private static final String NAME = "Point$";

    private Records() {}

    /** The name of the record for a space; defines it unless the notebook has it. */
    static String type(SearchSpace space, Notebook notebook) throws JavaException {
        notebook.use(Fields$.class);
        String rest = space.parameters().stream()
                        .map(Local::of)
                        .map(local -> local.fullType() + " " + local.name())
                        .collect(Collectors.joining(", ", "(", ") "))
                + "{ public java.lang.String toString() { return Fields$.text(this); } }";
        Optional<String> known = notebook.types().stream()
                .filter(name -> name.startsWith(NAME))
                .filter(name -> notebook.typeSource(name).equals(Optional.of("record " + name + rest)))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        int number = 1;
        while (notebook.hasType(NAME + number)) {
            number++;
        }
        notebook.run("record " + NAME + number + rest);
        return NAME + number;
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
