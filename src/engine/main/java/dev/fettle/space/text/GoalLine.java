package dev.fettle.space.text;

import dev.fettle.word.Maybe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code maximize NAME}, which divides a text.
 *
 * @param declarations all above it
 * @param mistake if it is misspelt; what stands below it is Java all the same
 */
record GoalLine(
        String declarations,
        SpaceText.JavaPart part,
        @Nullable Mistake mistake) {
    private static final List<String> DIRECTIONS = List.of("maximize", "minimize");
    private static final Pattern RIGHT = pattern("maximize|minimize");
    private static final Pattern NEARLY = pattern("m[a-z]{6,9}");

    /** Whatever stands behind the direction is taken for the name, so that an expression there can be told what it is. */
    private static Pattern pattern(String words) {
        return Pattern.compile("(?m)^[ \\t]*(" + words + ")\\b(?![ \\t]*(?:in\\b|[~=:\\[]))"
                + "[ \\t]*([^\\r\\n]*?)[ \\t]*;?[ \\t]*(?://[^\\r\\n]*)?$");
    }

    /** The first such line, else the first that begins with nearly one of the two words. */
    static Optional<GoalLine> find(String text, int firstLine) {
        Matcher right = RIGHT.matcher(text);
        if (right.find()) {
            return Optional.of(of(text, right, firstLine));
        }
        Matcher nearly = NEARLY.matcher(text);
        while (nearly.find()) {
            if (Maybe.of(nearly.group(1), DIRECTIONS).isPresent()) {
                return Optional.of(of(text, nearly, firstLine));
            }
        }
        return Optional.empty();
    }

    private static GoalLine of(String text, Matcher goal, int firstLine) {
        int line = firstLine + (int) text.substring(0, goal.start()).lines().count();
        String java = text.substring(goal.end()).replaceFirst("\\A\\R", "");
        String word = goal.group(1);
        String direction = Maybe.of(word, DIRECTIONS).orElse(word);
        Place place = new Place(line, goal.start(1) - goal.start() + 1, word.length());
        Place name = new Place(line, goal.start(2) - goal.start() + 1, Math.max(1, goal.end(2) - goal.start(2)));
        Mistake mistake = DIRECTIONS.contains(word)
                ? null
                : place.says("Goal (" + word + ") must be maximize or minimize. Maybe " + direction + ".");
        return new GoalLine(
                text.substring(0, goal.start()),
                new SpaceText.JavaPart(direction, place, goal.group(2), name, java),
                mistake);
    }
}
