package dev.fettle.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are to be; those that are not named predict. Immutable, for any thread.
 *
 * <pre>{@code
 * Roles roles = Roles.of("petal_width").without("species").to(Roles.Learning.REGRESS);
 * Dataset iris = Tables.dataset(Bundled.table("iris"), "iris", roles, feature -> true);
 * }</pre>
 *
 * @param target the column to predict; null for the last that is not left out
 * @param without columns that are left out
 * @param marks columns that say where a row belongs, such as groups of folds; they may hold anything, as they do not predict
 * @param learning what to make of numbers that could be both, so where the target leaves a choice; null for classes if they
 *     are whole and at most twenty differ
 * @param weights the column that says how much each row counts, which does not predict; null where all count alike
 * @param positive which of two classes is the positive one, and so the second; null for the one whose label is the second
 */
public record Roles(
        @Nullable String target,
        List<String> without,
        List<String> marks,
        @Nullable Learning learning,
        @Nullable String weights,
        @Nullable String positive) {
    /** What is made of a target. */
    public enum Learning {
        /** One of some classes. */
        CLASSIFY,
        /** A value. */
        REGRESS
    }

    public Roles {
        without = List.copyOf(without);
        marks = List.copyOf(marks);
    }

    /** Without columns that say where a row belongs or how much it counts, and with the positive class as it comes. */
    public Roles(@Nullable String target, List<String> without, @Nullable Learning learning) {
        this(target, without, List.of(), learning, null, null);
    }

    /** A target, and nothing left out. */
    public static Roles of(@Nullable String target) {
        return new Roles(target, List.of(), null);
    }

    /** The same where these columns are left out, and no others. */
    public Roles without(String... columns) {
        return new Roles(target, List.of(columns), marks, learning, weights, positive);
    }

    /** The same where these columns say where a row belongs, and no others do. */
    public Roles marks(String... columns) {
        return new Roles(target, without, List.of(columns), learning, weights, positive);
    }

    /** The same where numbers are taken as classes or as values. */
    public Roles to(@Nullable Learning wanted) {
        return new Roles(target, without, marks, wanted, weights, positive);
    }

    /** The same where a column says how much each row counts. */
    public Roles weights(@Nullable String column) {
        return new Roles(target, without, marks, learning, column, positive);
    }

    /** The same where a class is the positive one. */
    public Roles positive(@Nullable String label) {
        return new Roles(target, without, marks, learning, weights, label);
    }
}
