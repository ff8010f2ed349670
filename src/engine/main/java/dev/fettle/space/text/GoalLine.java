package dev.fettle.space.text;

import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line {@code maximize NAME}, which divides a text; several goals stand on it behind commas, or on lines of their own below
 * it.
 *
 * @param declarations all above it
 * @param mistakes of directions that are misspelt; what stands below is Java all the same
 */
record GoalLine(String declarations, SpaceText.JavaPart part, List<Mistake> mistakes) {
    private static final List<String> DIRECTIONS = List.of("maximize", "minimize");
    private static final Pattern RIGHT = pattern("maximize|minimize");
    private static final Pattern NEARLY = pattern("m[a-z]{6,9}");
    private static final Pattern ANOTHER = Pattern.compile("[ \\t]*,[ \\t]*(m[a-z]{6,9})[ \\t]+(?=[\\p{L}_])");

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
            if (isNearly(nearly.group(1))) {
                return Optional.of(of(text, nearly, firstLine));
            }
        }
        return Optional.empty();
    }

    private static boolean isNearly(String word) {
        return DIRECTIONS.contains(word) || Maybe.of(word, DIRECTIONS).isPresent();
    }

    private static GoalLine of(String text, Matcher first, int firstLine) {
        int line = firstLine + (int) text.substring(0, first.start()).lines().count();
        List<SpaceText.GoalPart> goals = new ArrayList<>(goals(first, line));
        String rest = behind(text, first.end());
        Matcher next = RIGHT.matcher(rest);
        while (next.lookingAt()) {
            line++;
            goals.addAll(goals(next, line));
            rest = behind(rest, next.end());
            next = RIGHT.matcher(rest);
        }
        List<Mistake> mistakes = new ArrayList<>();
        List<SpaceText.GoalPart> right =
                goals.stream().map(goal -> right(goal, mistakes)).toList();
        return new GoalLine(text.substring(0, first.start()), new SpaceText.JavaPart(right, rest), mistakes);
    }

    private static String behind(String text, int end) {
        return text.substring(end).replaceFirst("\\A\\R", "");
    }

    /** Those of one line. */
    private static List<SpaceText.GoalPart> goals(Matcher at, int line) {
        List<SpaceText.GoalPart> goals = new ArrayList<>();
        String names = at.group(2);
        int before = at.start(2) - at.start();
        String word = at.group(1);
        Place place = new Place(line, at.start(1) - at.start() + 1, word.length());
        int from = 0;
        Matcher another = ANOTHER.matcher(names);
        while (another.find()) {
            if (isNearly(another.group(1))) {
                goals.add(goal(word, place, names.substring(from, another.start()), line, before + from));
                word = another.group(1);
                place = new Place(line, before + another.start(1) + 1, word.length());
                from = another.end();
            }
        }
        goals.add(goal(word, place, names.substring(from), line, before + from));
        return goals;
    }

    private static SpaceText.GoalPart goal(String word, Place place, String name, int line, int column) {
        return new SpaceText.GoalPart(word, place, name, new Place(line, column + 1, Math.max(1, name.length())));
    }

    private static SpaceText.GoalPart right(SpaceText.GoalPart goal, List<Mistake> mistakes) {
        String word = goal.direction();
        if (DIRECTIONS.contains(word)) {
            return goal;
        }
        String direction = Maybe.of(word, DIRECTIONS).orElse(word);
        mistakes.add(goal.directionPlace()
                .says("Goal (" + word + ") must be maximize or minimize. Maybe " + direction + "."));
        return new SpaceText.GoalPart(direction, goal.directionPlace(), goal.name(), goal.namePlace());
    }
}
