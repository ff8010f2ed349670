package dev.fettle.space.text;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A space as it stands in a cell, and what else stands there.
 *
 * @param space what may vary; of what could be read if there are mistakes
 * @param constants {@code name = value} lines, in their order
 * @param tries points to run first, complete and canonical
 * @param objective the Java part, or null if there is none
 * @param broken names declared in statements with a mistake, which nobody needs to complain about again
 * @param mistakes all of them, by place; empty if the text is right
 */
public record SpaceText(
        SearchSpace space,
        Map<String, Object> constants,
        List<Point> tries,
        @Nullable JavaPart objective,
        Set<String> broken,
        List<Diagnostic> mistakes) {
    /** Whatever stands behind the direction is taken for the name, so that an expression there can be told what it is. */
    private static final Pattern GOAL =
            Pattern.compile("(?m)^[ \\t]*(maximize|minimize)\\b(?![ \\t]*(?:in\\b|[~=:\\[]))"
                    + "[ \\t]*([^\\r\\n]*?)[ \\t]*;?[ \\t]*(?://[^\\r\\n]*)?$");

    public SpaceText {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        tries = List.copyOf(tries);
        broken = Collections.unmodifiableSet(new TreeSet<>(broken));
        mistakes = List.copyOf(mistakes);
    }

    /**
     * The line {@code maximize NAME} and the Java below it.
     *
     * @param direction maximize or minimize
     * @param name as written behind it; may be empty, which is a mistake of the caller's to name
     * @param line of the goal, from 1; the Java begins on the next one
     */
    public record JavaPart(String direction, String name, int line, String java) {}

    /**
     * Reads a text; never throws for what stands in it.
     *
     * @param firstLine the number of the first line, for messages
     */
    public static SpaceText read(String text, int firstLine, JavaValues java) {
        Matcher goal = GOAL.matcher(text);
        boolean split = goal.find();
        String declarations = split ? text.substring(0, goal.start()) : text;
        JavaPart objective = split ? part(text, goal, firstLine) : null;
        SpaceReader reader = new SpaceReader(Lexer.tokens(declarations, firstLine), java);
        reader.readAll();
        List<Diagnostic> mistakes = new ArrayList<>(reader.mistakes());
        if (objective != null) {
            reader.declared("probe")
                    .map(t ->
                            t.diagnostic("Name (probe) must not be that of the probe of the Java part. Maybe probe_."))
                    .ifPresent(mistakes::add);
        }
        Collections.sort(mistakes);
        return new SpaceText(reader.space(), reader.constants(), reader.tries(), objective, reader.broken(), mistakes);
    }

    /**
     * The space that a text declares.
     *
     * @throws IllegalArgumentException with all mistakes, each with its place
     */
    public static SearchSpace parse(String text) {
        SpaceText read = read(text, 1, JavaValues.NONE);
        if (!read.mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    read.mistakes.stream().map(m -> m.render(text)).collect(Collectors.joining("\n")));
        }
        return read.space;
    }

    private static JavaPart part(String text, Matcher goal, int firstLine) {
        int line = firstLine + (int) text.substring(0, goal.start()).lines().count();
        String rest = text.substring(goal.end()).replaceFirst("\\A\\R", "");
        return new JavaPart(goal.group(1), goal.group(2), line, rest);
    }
}
