package dev.fettle.envelope;

import dev.fettle.trial.Objective;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Java as a notebook has it: a shell in this JVM. */
public final class Shell implements AutoCloseable {
    /** What an expression of a shell has given; the shells of other threads have other ones. */
    public static final AtomicReference<Object> VALUE = new AtomicReference<>();

    private final JShell shell = JShell.builder().executionEngine("local").build();

    public Shell() {
        run("import dev.fettle.trial.*;");
        run("import dev.fettle.space.*;");
        run("import java.util.*;");
        run("import java.util.function.*;");
    }

    /** Runs statements and declarations. */
    public void run(String java) {
        for (String rest = java; !rest.isBlank(); ) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
                    throw new IllegalArgumentException(next.source() + ": "
                            + shell.diagnostics(event.snippet())
                                    .map(d -> d.getMessage(null))
                                    .toList()
                            + event.exception());
                }
            }
            rest = next.remaining();
        }
    }

    /** The value of an expression. */
    public Object value(String java) {
        synchronized (VALUE) {
            run("dev.fettle.envelope.Shell.VALUE.set(" + java + ");");
            return Objects.requireNonNull(VALUE.getAndSet(null));
        }
    }

    /** An objective of one value, at a point {@code p}. */
    public Objective objective(String java) {
        return (Objective) value("(Objective) (p, probe) -> Score.of(" + java + ")");
    }

    /** Where its classes are. */
    public ClassSource classes() {
        ClassLoader loader =
                (ClassLoader) value("java.lang.invoke.MethodHandles.lookup().lookupClass().getClassLoader()");
        return ClassSource.of(loader);
    }

    @Override
    public void close() {
        shell.close();
    }
}
