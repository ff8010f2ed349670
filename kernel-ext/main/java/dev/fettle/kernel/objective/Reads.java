package dev.fettle.kernel.objective;

import dev.fettle.data.Fingerprint;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a Java part depends on beside its parameters: the sources of the notebook's methods that it calls, and of those
 * that they call, of its classes that they name, and the variables that all of them read.
 *
 * @param text the part itself and those sources, in an order of their own
 * @param variables names, sorted
 * @param errors calls in those methods that must not be there
 */
record Reads(String text, List<String> variables, List<JavaException.SourceError> errors) {
    static Reads of(Body body, Set<String> locals, Notebook notebook) {
        Set<String> known = new TreeSet<>(notebook.variables());
        Set<String> variables = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Deque<String> names = new ArrayDeque<>(body.names());
        StringBuilder text = new StringBuilder(body.text().strip());
        List<JavaException.SourceError> errors = new ArrayList<>();
        names.removeAll(locals);
        while (!names.isEmpty()) {
            String name = names.pop();
            if (!seen.add(name)) {
                continue;
            }
            if (known.contains(name) && notebook.typeOf(name).isPresent()) {
                variables.add(name);
            }
            for (String source : notebook.methodSources(name)) {
                Body method = Body.ofMethod(source);
                text.append("\n").append(source.strip());
                names.addAll(method.names());
                method.errors()
                        .forEach(f -> errors.add(new JavaException.SourceError(
                                0, 1, f.code(), "Method (" + name + ") is called here. " + f.message())));
            }
            notebook.typeSource(name).ifPresent(source -> {
                Body type = Body.ofMethod(source);
                text.append("\n").append(source);
                // A field hides a variable of the notebook, and the end of the kernel may stand where nobody calls it.
                type.names().stream().filter(n -> !type.declared().contains(n)).forEach(names::add);
            });
        }
        return new Reads(text.toString(), List.copyOf(variables), errors);
    }

    /**
     * Short marks by which a change is seen: one of the text, one of each variable that has a value that can be compared, a
     * number, a string, an array or a table.
     *
     * @param values of the {@link #variables}, in their order
     */
    Map<String, String> fingerprints(@Nullable Object[] values) {
        Map<String, String> marks = new TreeMap<>();
        marks.put("objective", Fingerprint.of(text).orElseThrow());
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                String name = variables.get(i);
                Fingerprint.of(value).ifPresent(mark -> marks.put("variable " + name, mark));
            }
        }
        return marks;
    }
}
