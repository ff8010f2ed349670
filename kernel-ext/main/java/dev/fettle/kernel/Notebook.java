package dev.fettle.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The variables, methods and expressions of a notebook. To be used by one thread at a time, and never by one that may be
 * interrupted: javac loses its files then, and the session with them.
 */
public final class Notebook {
    private static final String SLOTS = Slots.class.getName();
    /** The kernels cancel our evaluation when they are told to interrupt the cell; each request does so once. */
    private static final int ATTEMPTS = 4;

    private final JShell shell;

    public Notebook(JShell shell) {
        this.shell = shell;
    }

    /** The declared type of a variable, as JShell spells it; empty if there is no such variable. */
    public Optional<String> typeOf(String variable) {
        return valid(shell.variables())
                .filter(v -> v.name().equals(variable))
                .map(VarSnippet::typeName)
                .reduce((first, last) -> last);
    }

    /** Whether the notebook has declared a class, interface or record of this name. */
    public boolean hasType(String name) {
        return types().contains(name);
    }

    /** The names of all variables, sorted. */
    public List<String> variables() {
        return names(shell.variables().map(VarSnippet::name));
    }

    /** The names of all methods, sorted. */
    public List<String> methods() {
        return names(valid(shell.methods()).map(MethodSnippet::name));
    }

    /** The names of all classes, interfaces and records, sorted. */
    public List<String> types() {
        return names(valid(shell.types()).map(TypeDeclSnippet::name));
    }

    /** What is imported, by full name; a star stands at the end of imports on demand. Sorted. */
    public List<String> imports() {
        return names(valid(shell.imports()).map(ImportSnippet::fullname));
    }

    /** The sources of all methods of a name, one signature each. */
    public List<String> methodSources(String name) {
        return valid(shell.methods())
                .filter(m -> m.name().equals(name))
                .map(MethodSnippet::source)
                .toList();
    }

    /** The parameter types of all methods of a name, as JShell spells them: {@code "Point, Probe"}. */
    public List<String> methodParameters(String name) {
        return valid(shell.methods())
                .filter(m -> m.name().equals(name))
                .map(MethodSnippet::parameterTypes)
                .toList();
    }

    private <S extends Snippet> Stream<S> valid(Stream<S> snippets) {
        return snippets.filter(s -> shell.status(s) == Snippet.Status.VALID);
    }

    private static List<String> names(Stream<String> names) {
        return names.distinct().sorted().toList();
    }

    /**
     * The value of an expression.
     *
     * @throws JavaException with javac's message, or what the expression threw
     */
    public @Nullable Object value(String expression) throws JavaException {
        // The comment at the end of the expression, if there is one, must not swallow our parenthesis.
        return value("(Object) (", expression, "\n)");
    }

    /**
     * The value of an expression in three pieces; places in what javac says are those of the middle piece, negative ones
     * and those behind its end belong to the others.
     *
     * @throws JavaException with javac's message, or what the expression threw
     */
    public @Nullable Object value(String before, String middle, String behind) throws JavaException {
        String key = UUID.randomUUID().toString();
        String head = SLOTS + ".put(\"" + key + "\", " + before;
        try {
            run(head + middle + behind + ");");
        } catch (JavaException e) {
            throw e.from(head.length());
        }
        return Slots.take(key);
    }

    /** Runs one statement or declaration. */
    public void run(String source) throws JavaException {
        for (int attempt = 1; ; attempt++) {
            boolean interrupted = false;
            for (SnippetEvent event : shell.eval(source)) {
                interrupted |= isInterrupted(event.exception());
                if (!interrupted) {
                    check(event);
                }
            }
            if (!interrupted) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw JavaException.thrown("was interrupted");
            }
        }
    }

    private static boolean isInterrupted(@Nullable JShellException exception) {
        return exception != null && String.valueOf(exception.getMessage()).startsWith("Execution interrupted");
    }

    private void check(SnippetEvent event) throws JavaException {
        if (event.exception() != null) {
            throw JavaException.thrown("threw " + thrown(event.exception()));
        }
        if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            throw JavaException.compiling(
                    shell.diagnostics(event.snippet()).map(Notebook::error).toList());
        }
    }

    private static String thrown(JShellException exception) {
        String type = exception instanceof EvalException e ? e.getExceptionClassName() : "";
        return type.substring(type.lastIndexOf('.') + 1) + " \"" + exception.getMessage() + "\"";
    }

    private static JavaException.SourceError error(Diag d) {
        return new JavaException.SourceError(
                (int) d.getStartPosition(), (int) d.getEndPosition(), d.getCode(), d.getMessage(Locale.ENGLISH));
    }

    /**
     * Hands an object to a variable: assigns if the variable has this type, since a declaration may reset variables derived
     * from it; declares it otherwise.
     *
     * @param type a Java type that the notebook can name
     * @param parameter a type of the notebook whose class is wanted, or null
     * @return the class of {@code parameter}, or null
     */
    public @Nullable Class<?> bind(String variable, String type, @Nullable String parameter, Object value)
            throws JavaException {
        String key = UUID.randomUUID().toString();
        Slots.put(key, value);
        boolean same = typeOf(variable)
                .filter(t -> t.replace(" ", "").equals(type.replace(" ", "")))
                .isPresent();
        try {
            String wanted = parameter == null ? "void.class" : parameter + ".class";
            run((same ? "" : type + " ") + variable + " = (" + type + ") " + SLOTS + ".swap(\"" + key + "\", " + wanted
                    + ");");
        } finally {
            Slots.take(key);
        }
        return parameter == null ? null : (Class<?>) Slots.take(key + ".class");
    }
}
