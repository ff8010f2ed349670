package dev.fettle.kernel.magic;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * A name that is imported into a notebook.
 *
 * @param type the type itself, or the owner of the method
 * @param method a static one; empty for the type
 */
record Name(Class<?> type, String method) {
    static Name of(Class<?> type) {
        return new Name(type, "");
    }

    private String simple() {
        return isType() ? type.getSimpleName() : method;
    }

    private boolean isType() {
        return method.isEmpty();
    }

    /** As JShell gives an import's name. */
    String full() {
        return type.getName() + (isType() ? "" : "." + method);
    }

    /** The import as it is typed. */
    String line() {
        return "import " + (isType() ? "" : "static ") + full() + ";";
    }

    /** Whether a snippet gives the name another meaning. A variable does not: it stands beside a type or a method of its name. */
    boolean isTakenBy(Snippet snippet) {
        if (snippet instanceof ImportSnippet i) {
            return i.fullname().endsWith(".*")
                    ? isBroughtBy(i.fullname().substring(0, i.fullname().length() - 2), i.isStatic())
                    : i.name().equals(simple()) && !i.fullname().equals(full());
        }
        return isType()
                ? snippet instanceof TypeDeclSnippet t && t.name().equals(simple())
                : snippet instanceof MethodSnippet m && m.name().equals(simple());
    }

    /** Whether an import on demand of a package or a type holds something else of this name. */
    private boolean isBroughtBy(String owner, boolean members) {
        if (isType()) {
            return find(owner + "." + simple()).filter(found -> found != type).isPresent();
        }
        return members
                && find(owner).filter(found -> found != type).stream()
                        .flatMap(found -> Arrays.stream(found.getMethods()))
                        .anyMatch(m -> m.getName().equals(method) && Modifier.isStatic(m.getModifiers()));
    }

    /** A public class by the name that Java has for it; ours has the loader of the notebook. */
    private static Optional<Class<?>> find(String canonical) {
        for (String name = canonical; ; ) {
            try {
                Class<?> found = Class.forName(name, false, Name.class.getClassLoader());
                return Modifier.isPublic(found.getModifiers()) ? Optional.of(found) : Optional.empty();
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    return Optional.empty();
                }
                name = name.substring(0, dot) + "$" + name.substring(dot + 1);
            }
        }
    }
}
