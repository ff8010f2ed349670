package dev.fettle.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The variables and expressions of a notebook. To be used by one thread at a time, and never by one that may be
 * interrupted: javac loses its files then, and the session with them.
 */
public final class Notebook {
    private static final String SLOTS = Slots.class.getName();

    private final JShell shell;

    public Notebook(JShell shell) {
        this.shell = shell;
    }

    /** Java that cannot be compiled, or throws. */
    public static final class JavaProblem extends Exception {
        private static final long serialVersionUID = 1;

        JavaProblem(String message) {
            super(message, null, false, false);
        }
    }

    /** The declared type of a variable, as JShell spells it; empty if there is no such variable. */
    public Optional<String> typeOf(String variable) {
        return shell.variables()
                .filter(v -> v.name().equals(variable) && shell.status(v) == Snippet.Status.VALID)
                .map(VarSnippet::typeName)
                .reduce((first, last) -> last);
    }

    /** Whether the notebook has declared a class, interface or record of this name. */
    public boolean hasType(String name) {
        return shell.types().anyMatch(t -> t.name().equals(name) && shell.status(t) == Snippet.Status.VALID);
    }

    /** The names of all variables. */
    public List<String> variables() {
        return shell.variables().map(VarSnippet::name).distinct().sorted().toList();
    }

    /**
     * The value of an expression.
     *
     * @throws JavaProblem with javac's message, or what the expression threw
     */
    public @Nullable Object value(String expression) throws JavaProblem {
        String key = UUID.randomUUID().toString();
        // The comment at the end of the expression, if there is one, must not swallow our parenthesis.
        run(SLOTS + ".put(\"" + key + "\", (Object) (" + expression + "\n));");
        return Slots.take(key);
    }

    /** Runs one statement or declaration. */
    public void run(String source) throws JavaProblem {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.exception() != null) {
                throw new JavaProblem("threw " + event.exception().getMessage());
            }
            if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                String problems = shell.diagnostics(event.snippet())
                        .map(d -> d.getMessage(Locale.ENGLISH).lines().collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; "));
                throw new JavaProblem(problems.isEmpty() ? "is not complete" : problems);
            }
        }
    }

    /**
     * Hands an object to a variable: assigns if the variable has this type, since a declaration may reset variables derived
     * from it; declares it otherwise.
     *
     * @param type a Java type that the notebook can name
     */
    public void bind(String variable, String type, Object value) throws JavaProblem {
        String key = UUID.randomUUID().toString();
        Slots.put(key, value);
        boolean same = typeOf(variable)
                .filter(t -> t.replace(" ", "").equals(type.replace(" ", "")))
                .isPresent();
        run((same ? "" : type + " ") + variable + " = (" + type + ") " + SLOTS + ".take(\"" + key + "\");");
    }
}
