package dev.fettle.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a shell of Java has compiled, which no other JVM has. As safe for threads as what gives the code.
 *
 * @param loader which has loaded them
 * @param bytes the class file of one of them, by its binary name; null for one that it does not have
 */
public record ClassSource(ClassLoader loader, Code bytes) {
    /** No shell: every class is on the class path of all. */
    public static final ClassSource NONE = new ClassSource(ClassSource.class.getClassLoader(), name -> null);

    /** The package of all that JShell compiles ({@code jdk.jshell}, "REPL_PACKAGE"). */
    private static final String PACKAGE = "REPL.";

    private static final Pattern SNIPPET = Pattern.compile("REPL\\.\\$JShell\\$[^$]+");

    /** Class files by name. */
    @FunctionalInterface
    public interface Code {
        /** One of them, by its binary name; null if there is none. */
        byte @Nullable [] of(String name);
    }

    /** That of a loader which hands out class files as resources, as JShell's own does. */
    public static ClassSource of(ClassLoader loader) {
        return new ClassSource(loader, name -> {
            try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    byte @Nullable [] code(String name) {
        return has(name) ? bytes.of(name) : null;
    }

    /** Whether a class is one of the shell. */
    public static boolean has(String name) {
        return name.startsWith(PACKAGE);
    }

    /** Whether it is what a shell makes of a snippet: its methods have nothing to do with each other, and nobody makes one. */
    static boolean isSnippet(String name) {
        return SNIPPET.matcher(name).matches();
    }
}
