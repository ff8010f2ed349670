package dev.fettle.word;

import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names that a variable of Java may have: letters of any language, digits and underscores, and no dollar sign, which is left to written code. */
public final class Identifier {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_]+");

    private Identifier() {}

    /** Whether it is one; keywords are too. */
    public static boolean is(String name) {
        return SHAPE.matcher(name).matches() && SourceVersion.isIdentifier(name);
    }

    /** What somebody may have meant: {@code learning_rate} for {@code learning-rate}; empty if nothing of it can stay. */
    public static String nearest(String typed) {
        String name = OTHER.matcher(typed).replaceAll("_");
        String begun = name.matches("\\p{Nd}.*") ? "_" + name : name;
        String free = SourceVersion.isKeyword(begun) ? begun + "_" : begun;
        return free.replace("_", "").isEmpty() || !is(free) ? "" : free;
    }

    /** {@code " Maybe learning_rate."} or nothing, to be put behind a message. */
    public static String sentence(String typed) {
        String nearest = nearest(typed);
        return nearest.isEmpty() ? "" : " Maybe " + nearest + ".";
    }
}
