package dev.fettle.space.text;

import dev.fettle.space.Parameter;
import dev.fettle.space.condition.Expression;
import dev.fettle.word.Elements;
import dev.fettle.word.Identifier;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** What a text has declared so far, by name, and which names have a mistake. */
final class Names {
    /** What a record, which holds the winner, has already: its components may not be called so (Java Language Specification, 8.10.1). */
    private static final Set<String> OF_RECORDS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final Map<String, SpaceText.Declaration> declarations = new HashMap<>();
    /** Named in a statement with a mistake: using them is no second mistake. */
    private final Set<String> broken = new HashSet<>();

    /** In the order written. */
    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** In the order written. */
    Map<String, Object> constants() {
        return constants;
    }

    Map<String, SpaceText.Declaration> declarations() {
        return declarations;
    }

    boolean declared(String name) {
        return parameters.containsKey(name) || constants.containsKey(name);
    }

    /**
     * Refuses what cannot be declared.
     *
     * @param id the name that is meant by what is written
     * @param again whether it may stand a second time
     */
    void check(Token written, String id, boolean again) throws MistakeException {
        if (!Identifier.is(id)) {
            throw unlikeJava(written.text(), written.place());
        }
        if (SourceVersion.isKeyword(id)) {
            throw new MistakeException(
                    written, "Name (" + id + ") must not be a keyword of Java." + Identifier.sentence(id));
        }
        if (Words.isValue(id)) {
            throw new MistakeException(written, "Name (" + id + ") must not be that of a value. Maybe " + id + "_.");
        }
        if (OF_RECORDS.contains(id)) {
            throw new MistakeException(
                    written,
                    "Name (" + id + ") must not be that of a method which every object has. Maybe " + id + "_.");
        }
        if (declared(id) && !again) {
            throw new MistakeException(written, "Name (" + id + ") must stand once; it is declared above.");
        }
    }

    /** What is no name; neither its parts nor what was meant are mistakes elsewhere. */
    MistakeException unlikeJava(String written, Place place) {
        broken.addAll(List.of(written.split("[^\\p{L}\\p{N}_]+")));
        broken.add(Identifier.nearest(written));
        return new MistakeException(place.says("Name (" + written
                + ") must be letters, digits and underscores, as in Java." + Identifier.sentence(written)));
    }

    boolean isBroken(String name) {
        return broken.contains(name) && !declared(name);
    }

    /** Names of statements with a mistake, which declare nothing. */
    Set<String> broken() {
        Set<String> names = new TreeSet<>(broken);
        names.removeIf(this::declared);
        return names;
    }

    /** A statement about the name has a mistake; what it has declared before stays. */
    void blame(String name) {
        broken.add(name);
    }

    /** Takes a parameter away, and all whose conditions mention it. */
    void withdraw(String name) {
        broken.add(name);
        if (parameters.remove(name) != null) {
            declarations.remove(name);
            List.copyOf(parameters.values()).stream()
                    .filter(p -> dependsOn(p, name))
                    .forEach(p -> withdraw(p.name()));
        }
    }

    /**
     * Sorts the parameters so that those a condition mentions stand before its own; what stands so already stays.
     *
     * @return a circle of conditions, each mentioning the next and the last one the first, which hinders it; else empty
     */
    List<String> sort() {
        Map<String, Parameter> sorted = new LinkedHashMap<>();
        for (String name : parameters.keySet()) {
            List<String> circle = visit(name, new ArrayList<>(), sorted);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        parameters.clear();
        parameters.putAll(sorted);
        return List.of();
    }

    private List<String> visit(String name, List<String> path, Map<String, Parameter> sorted) {
        if (sorted.containsKey(name)) {
            return List.of();
        }
        if (path.contains(name)) {
            return List.copyOf(path.subList(path.indexOf(name), path.size()));
        }
        path.add(name);
        Parameter parameter = Objects.requireNonNull(parameters.get(name));
        Expression condition = parameter.condition();
        for (String other : condition == null ? Set.<String>of() : condition.names()) {
            List<String> circle = visit(Elements.base(other), path, sorted);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        path.remove(path.size() - 1);
        sorted.put(name, parameter);
        return List.of();
    }

    private static boolean dependsOn(Parameter p, String other) {
        return p.condition() != null && p.condition().mentions(other);
    }
}
