package dev.fettle.kernel.option;

/** {@code --polish}: the last trials descend from the best point of a model. */
public final class Polishing {
    public static final Option<Boolean> POLISH = Option.flag(
            Group.SEARCH,
            "polish",
            "the last third of the trials descends from the best point, along the gradient of its decimal parameters");

    private Polishing() {}

    /** Whether a cell goes down a gradient at some time, so that its metric must be smooth. */
    public static boolean descends(Method.Domain domain, OptionValues values) {
        return domain == Method.Domain.SMOOTH || values.get(POLISH);
    }
}
