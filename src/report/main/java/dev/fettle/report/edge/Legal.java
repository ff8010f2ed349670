package dev.fettle.report.edge;

/** What parameters may hold, whatever is searched. For any thread. */
@FunctionalInterface
public interface Legal {
    /** Nobody knows, as of Java of the notebook: then it is guessed from the bounds of the space. */
    Legal UNKNOWN = (parameter, value) -> true;

    /** Whether a parameter, or each element of an array, may hold a value. */
    boolean allows(String parameter, Object value);
}
