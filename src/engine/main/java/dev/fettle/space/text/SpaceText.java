package dev.fettle.space.text;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A space as it stands in a cell, and what else stands there.
 *
 * <pre>{@code
 * String text = "x ~ uniform(-5, 5)\nsolver in {sgd, adam} default adam";
 * SearchSpace parsed = SpaceText.parse(text);
 * SpaceText.read(text, 1, JavaValues.NONE).mistakes().forEach(m -> System.out.println(m.render(text)));
 * }</pre>
 *
 * @param space what may vary; of what could be read if there are mistakes
 * @param constants {@code name = value} lines, in their order
 * @param tries points to run first, complete and canonical
 * @param declarations where parameters and constants stand, by name
 * @param objective the Java part, or null if there is none
 * @param broken names declared in statements with a mistake, which nobody needs to complain about again
 * @param mistakes all of them, by place; empty if the text is right
 * @param warnings sentences about what looks wrong and may be right
 */
public record SpaceText(
        SearchSpace space,
        Map<String, Object> constants,
        List<Point> tries,
        Map<String, Declaration> declarations,
        @Nullable JavaPart objective,
        Set<String> broken,
        List<Mistake> mistakes,
        List<String> warnings) {
    public SpaceText {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        tries = List.copyOf(tries);
        declarations = Map.copyOf(declarations);
        broken = Collections.unmodifiableSet(new TreeSet<>(broken));
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }

    /**
     * One {@code maximize NAME}.
     *
     * @param direction maximize or minimize
     * @param name as written behind it; may be empty, which is a mistake of the caller's to name
     */
    public record GoalPart(String direction, Place directionPlace, String name, Place namePlace) {
        @Override
        public String toString() {
            return direction + " " + name;
        }
    }

    /**
     * The lines of the goals and the Java below them.
     *
     * @param goals at least one
     * @param java from the next line on
     */
    public record JavaPart(List<GoalPart> goals, String java) {
        public JavaPart {
            goals = List.copyOf(goals);
        }

        /** The goal that decides where one must. */
        public GoalPart first() {
            return goals.get(0);
        }

        /** The line of the last goal, from 1. */
        public int line() {
            return goals.get(goals.size() - 1).directionPlace().line();
        }
    }

    /**
     * Where a parameter or a constant is declared, for messages.
     *
     * @param name where its name stands
     * @param domain where its distribution, its set or its value begins
     * @param values where each of its values stands; without those that are not written as such
     */
    public record Declaration(Place name, Place domain, Map<Object, Place> values) {
        /** Where a value stands, else the name. */
        public Place of(Object value) {
            return values.getOrDefault(value, name);
        }

        /** The same, and the values of another dictionary of a list, each at its first place. */
        Declaration with(Declaration next) {
            Map<Object, Place> all = new HashMap<>(next.values);
            all.putAll(values);
            return new Declaration(name, domain, all);
        }
    }

    /**
     * Where a parameter or a constant is declared.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Declaration declaration(String name) {
        Declaration found = declarations.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Name (" + name + ") must be declared.");
        }
        return found;
    }

    /** The same in a space that holds this one: points to run first get what they lack. */
    public SpaceText within(SearchSpace larger) {
        return new SpaceText(
                larger,
                constants,
                tries.stream().map(p -> larger.canonical(larger.complete(p))).toList(),
                declarations,
                objective,
                broken,
                mistakes,
                warnings);
    }

    /** The same with one constant more, or another value of it. */
    public SpaceText with(String constant, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(constants);
        all.put(constant, value);
        return new SpaceText(space, all, tries, declarations, objective, broken, mistakes, warnings);
    }

    /**
     * Reads a text; never throws for what stands in it.
     *
     * @param firstLine the number of the first line, for messages, from 1
     * @param java what stands behind {@code ${…}}; called on this thread
     */
    public static SpaceText read(String text, int firstLine, JavaValues java) {
        Optional<GoalLine> goal = GoalLine.find(text, firstLine);
        String declarations = goal.map(GoalLine::declarations).orElse(text);
        JavaPart objective = goal.map(GoalLine::part).orElse(null);
        SpaceReader reader = new SpaceReader(Lexer.tokens(declarations, firstLine), java);
        reader.readAll();
        List<Mistake> mistakes = new ArrayList<>(reader.mistakes());
        goal.map(GoalLine::mistakes).ifPresent(mistakes::addAll);
        if (objective != null) {
            Declaration probe = reader.declarations().get("probe");
            if (probe != null) {
                mistakes.add(probe.name()
                        .says("Name (probe) must not be that of the probe of the Java part. Maybe probe_."));
            }
        }
        Collections.sort(mistakes);
        return new SpaceText(
                reader.space(),
                reader.constants(),
                reader.tries(),
                reader.declarations(),
                objective,
                reader.broken(),
                mistakes,
                reader.warnings());
    }

    /**
     * The space that a text declares; whatever else stands there is read and left.
     *
     * @throws IllegalArgumentException with all mistakes, each with its place; any {@code ${…}} is one
     */
    public static SearchSpace parse(String text) {
        SpaceText read = read(text, 1, JavaValues.NONE);
        if (!read.mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    read.mistakes.stream().map(m -> m.render(text)).collect(Collectors.joining("\n")));
        }
        return read.space;
    }
}
