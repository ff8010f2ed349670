package dev.fettle.envelope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The classes of a shell that code needs, and what of them may run. A class is taken with all that it names, as the verifier may
 * ask for any of it; but a variable matters only if a method reads it that may be called. Confined to one thread.
 */
final class Needs {
    private final ClassSource source;
    private final Consumer<Member> read;
    private final SortedMap<String, byte[]> classes = new TreeMap<>();
    private final SortedMap<String, References> references = new TreeMap<>();
    private final NavigableSet<String> names = new TreeSet<>();
    private final NavigableSet<String> set = new TreeSet<>();
    private final Set<Member> alive = new HashSet<>();
    private final Deque<Member> next = new ArrayDeque<>();

    /** @param read hears of each variable, once or more */
    Needs(ClassSource source, Consumer<Member> read) {
        this.source = source;
        this.read = read;
    }

    /** The class files, by the names of their classes. */
    SortedMap<String, byte[]> classes() {
        return classes;
    }

    /** All classes that the code which may run names, of whatever library. */
    NavigableSet<String> names() {
        return names;
    }

    /** The variables that it gives values, by name. */
    NavigableSet<String> set() {
        return set;
    }

    /** Objects of a class are there. */
    void add(String type) {
        // All methods of a class; of a snippet those alone that are called.
        take(type);
        if (references.containsKey(type) && !ClassSource.isSnippet(type)) {
            live(new Member(type, ""));
        }
    }

    /** A method may be called. */
    void add(Member method) {
        take(method.owner());
        if (references.containsKey(method.owner())) {
            live(ClassSource.isSnippet(method.owner()) ? method : new Member(method.owner(), ""));
        }
    }

    /** Until nothing new is found. */
    void follow() {
        while (!next.isEmpty()) {
            Member method = next.remove();
            References of = references.get(method.owner());
            if (of != null) {
                (method.name().isEmpty() ? of.all() : of.of(method.name()))
                        .toList()
                        .forEach(this::run);
            }
        }
    }

    private void live(Member method) {
        if (alive.add(method)) {
            next.add(method);
        }
    }

    private void run(References.Body body) {
        names.addAll(body.types());
        body.types().forEach(this::add);
        body.calls().forEach(this::add);
        body.read().stream().filter(v -> ClassSource.has(v.owner())).forEach(read);
        body.set().stream()
                .filter(v -> ClassSource.has(v.owner()))
                .map(Member::name)
                .forEach(set::add);
    }

    private void take(String first) {
        Deque<String> types = new ArrayDeque<>(Set.of(first));
        while (!types.isEmpty()) {
            String type = types.remove();
            byte[] code = classes.containsKey(type) ? null : source.code(type);
            if (code != null) {
                classes.put(type, code);
                references.put(type, References.of(code));
                references.get(type).all().forEach(body -> types.addAll(body.types()));
            }
        }
    }
}
