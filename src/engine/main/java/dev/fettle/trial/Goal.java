package dev.fettle.trial;

import java.io.Serializable;

/**
 * What is sought: one of the numbers of a {@link Score}, and which way is better. Immutable, for any thread.
 *
 * <pre>{@code
 * List<Goal> goals = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
 * }</pre>
 *
 * @param name as the user calls it, "accuracy" say; not empty, at most {@value #LONGEST} characters, none of them a control or format character
 */
public record Goal(String name, Direction direction) implements Serializable {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    public Goal {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Goal () must have a name. Maybe score.");
        }
        if (name.length() > LONGEST || !name.codePoints().allMatch(Goal::isShown)) {
            String begin = name.codePoints()
                    .limit(LONGEST / 5)
                    .filter(Goal::isShown)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            throw new IllegalArgumentException("Goal (" + begin + "…) must have a name of at most " + LONGEST
                    + " letters, all of which can be seen. Maybe score.");
        }
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The more the better. */
    public static Goal maximize(String name) {
        return new Goal(name, Direction.MAXIMIZE);
    }

    /** The less the better. */
    public static Goal minimize(String name) {
        return new Goal(name, Direction.MINIMIZE);
    }

    /** As {@link Direction#loss}. */
    public double loss(double score) {
        return direction.loss(score);
    }

    /** As {@link Direction#better}. */
    public boolean better(double a, double b) {
        return direction.better(a, b);
    }
}
