package dev.fettle.kernel;

import dev.fettle.envelope.ClassSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
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
    /** The kernels cancel our evaluation when they are told to interrupt the cell; each request does so once. */
    private static final int ATTEMPTS = 4;

    private final JShell shell;

    /** What a shell has declared and will declare; nothing is kept here. */
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

    /** How such a type was declared; empty if there is none. */
    public Optional<String> typeSource(String name) {
        return valid(shell.types())
                .filter(t -> t.name().equals(name))
                .map(t -> t.source().strip())
                .reduce((first, last) -> last);
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

    /** What the notebook has declared and may be called: methods, types, and variables that hold code. */
    public List<Compiled> compiled() {
        Stream<VarSnippet> code = shell.variables()
                .filter(v -> v.source().contains("->") || v.source().contains("{"));
        return valid(Stream.of(shell.methods(), shell.types(), code).flatMap(all -> all))
                .map(snippet -> Compiled.of(snippet, shell))
                .toList();
    }

    /** The statement that has made a lambda; empty if it is none of this notebook. */
    public Optional<Compiled> statement(Object lambda) {
        String type = lambda.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
        List<Snippet> statements = new ArrayList<>(
                shell.snippets().filter(s -> s.kind() == Snippet.Kind.STATEMENT).toList());
        // It is one of the last.
        Collections.reverse(statements);
        return statements.stream()
                .map(s -> Compiled.of(s, shell))
                .filter(c -> c.type().equals(type))
                .findFirst();
    }

    private <S extends Snippet> Stream<S> valid(Stream<S> snippets) {
        return snippets.filter(s -> shell.status(s) == Snippet.Status.VALID);
    }

    private static List<String> names(Stream<String> names) {
        return names.distinct().sorted().toList();
    }

    /**
     * Lets Java that we write for the notebook name a class of ours by its simple name, which must have a dollar sign:
     * such names are left to written code (Java Language Specification, 3.8), so that nothing of the notebook is in their
     * way. Full names would not do, since a variable {@code dev} hides {@code dev.fettle}; nor would those of the JDK, since
     * anybody may have a record {@code List} or a variable {@code java}. What JShell itself writes is as careful only in
     * part: see {@link Notebook#works}.
     */
    public void use(Class<?> type) throws JavaException {
        if (!imports().contains(type.getName())) {
            eval("import " + type.getName() + ";");
        }
    }

    /** Whether Java runs here at all. A class {@code Object} or {@code Throwable} ends JShell 17, one of the name {@code java} JShell 25. */
    public boolean works() {
        List<SnippetEvent> events = shell.eval("(java.lang.Object) 1");
        events.stream()
                .map(SnippetEvent::snippet)
                .filter(s -> shell.status(s).isActive())
                .forEach(shell::drop);
        return events.get(0).status() == Snippet.Status.VALID;
    }

    /**
     * The value of an expression.
     *
     * @throws JavaException with javac's message, or what the expression threw
     */
    public @Nullable Object value(String expression) throws JavaException {
        // The comment at the end of the expression, if there is one, must not swallow our parenthesis.
        return value("(", expression, "\n)");
    }

    /**
     * The value of an expression in three pieces; places in what javac says are those of the middle piece, negative ones
     * and those behind its end belong to the others.
     *
     * @throws JavaException with javac's message, or what the expression threw
     */
    public @Nullable Object value(String before, String middle, String behind) throws JavaException {
        use(Slots$.class);
        String key = UUID.randomUUID().toString();
        String head = "Slots$.put(\"" + key + "\", " + before;
        try {
            eval(head + middle + behind + ");");
        } catch (JavaException e) {
            throw e.from(head.length());
        }
        return Slots$.take(key);
    }

    /** The classes that its Java is compiled to. */
    public ClassSource classes() throws JavaException {
        use(Slots$.class);
        Class<?> snippet = (Class<?>) Objects.requireNonNull(value("Slots$.caller()"));
        ClassLoader loader = snippet.getClassLoader();
        String file = snippet.getName().replace('.', '/') + ".class";
        return loader.getResource(file) == null
                ? new ClassSource(loader, name -> Insides.code(loader, name))
                : ClassSource.of(loader);
    }

    /** Runs one statement or declaration. */
    public void run(String source) throws JavaException {
        eval(source);
    }

    /** The same; answers with what it changed of earlier declarations. */
    private List<SnippetEvent> eval(String source) throws JavaException {
        for (int attempt = 1; ; attempt++) {
            List<SnippetEvent> events = shell.eval(source);
            if (events.stream().noneMatch(e -> isInterrupted(e.exception()))) {
                for (SnippetEvent event : events) {
                    check(event);
                }
                return events.stream().filter(e -> e.causeSnippet() != null).toList();
            }
            if (attempt == ATTEMPTS) {
                throw JavaException.thrown("was interrupted");
            }
        }
    }

    private static boolean isInterrupted(@Nullable JShellException exception) {
        return exception != null && String.valueOf(exception.getMessage()).startsWith("Execution interrupted");
    }

    /** That it breaks another declaration is no mistake of a snippet. */
    private void check(SnippetEvent event) throws JavaException {
        if (event.causeSnippet() != null) {
            return;
        }
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
     * What a variable that was given an object did to others.
     *
     * @param parameter the class that was asked for
     * @param broken declarations that do not fit the variable's new type and are gone: {@code best (var best = w.best();)}
     */
    public record Bound(Class<?> parameter, List<String> broken) {}

    /**
     * Hands an object to a variable: assigns if the variable has this type, since a declaration may reset variables derived
     * from it; declares it otherwise. The object is never the value of a snippet, nor left in a variable that is declared
     * anew: the kernels keep those values, and JShell the classes of old variables, for ever.
     *
     * @param type a Java type that the notebook can name
     * @param parameter a type of the notebook whose class is wanted
     */
    public Bound bind(String variable, String type, String parameter, Object value) throws JavaException {
        use(Slots$.class);
        List<SnippetEvent> changes = new ArrayList<>();
        Optional<String> before = typeOf(variable);
        if (!before.equals(Optional.of(type))) {
            if (before.isPresent()) {
                eval("{ " + variable + " = null; }");
            }
            changes.addAll(eval(type + " " + variable + ";"));
        }
        String key = UUID.randomUUID().toString();
        Slots$.put(key, value);
        try {
            eval("{ " + variable + " = (" + type + ") Slots$.take(\"" + key + "\"); Slots$.put(\"" + key + "\", "
                    + parameter + ".class); }");
        } catch (JavaException e) {
            Slots$.take(key);
            throw e;
        }
        Class<?> found = (Class<?>) Slots$.take(key);
        return new Bound(Objects.requireNonNull(found), broken(changes));
    }

    private static List<String> broken(List<SnippetEvent> changes) {
        return changes.stream()
                .filter(e -> e.previousStatus() == Snippet.Status.VALID)
                .filter(e -> e.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
                        || e.status() == Snippet.Status.RECOVERABLE_DEFINED)
                .map(SnippetEvent::snippet)
                .filter(DeclarationSnippet.class::isInstance)
                .map(s -> ((DeclarationSnippet) s).name() + " (" + firstLine(s.source()) + ")")
                .sorted()
                .toList();
    }

    private static String firstLine(String source) {
        return source.strip().lines().findFirst().orElse("");
    }
}
