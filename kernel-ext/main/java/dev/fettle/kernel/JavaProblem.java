package dev.fettle.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Java of the notebook that cannot be compiled, or throws. */
public final class JavaProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> errors;

    /**
     * What javac says of one place.
     *
     * @param start first character in the source, from 0
     * @param end behind the last character
     * @param code javac's own, "compiler.err.cant.resolve"
     * @param message in English, several lines
     */
    public record Fault(int start, int end, String code, String message) {
        Fault from(int origin) {
            return new Fault(start - origin, end - origin, code, message);
        }
    }

    private JavaProblem(String message, List<Fault> errors) {
        super(message, null, false, false);
        this.errors = List.copyOf(errors);
    }

    static JavaProblem thrown(String message) {
        return new JavaProblem(message, List.of());
    }

    static JavaProblem compiling(List<Fault> errors) {
        String all = errors.stream()
                .map(e -> e.message().lines().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return new JavaProblem(all.isEmpty() ? "is not complete" : all, errors);
    }

    /** The same with places counted from a later character. */
    JavaProblem from(int origin) {
        return new JavaProblem(
                String.valueOf(getMessage()),
                errors.stream().map(e -> e.from(origin)).toList());
    }

    /** What javac says; empty if the source could be compiled. */
    public List<Fault> errors() {
        return errors;
    }
}
