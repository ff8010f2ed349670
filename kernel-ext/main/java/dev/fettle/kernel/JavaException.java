package dev.fettle.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Java of the notebook that cannot be compiled, or throws. */
public final class JavaException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<SourceError> errors;

    /**
     * What javac says of one place.
     *
     * @param start first character in the source, from 0
     * @param end behind the last character
     * @param code javac's own, "compiler.err.cant.resolve"
     * @param message in English, several lines
     */
    public record SourceError(int start, int end, String code, String message) {
        SourceError from(int origin) {
            return new SourceError(start - origin, end - origin, code, message);
        }
    }

    private JavaException(String message, List<SourceError> errors) {
        super(message, null, false, false);
        this.errors = List.copyOf(errors);
    }

    static JavaException thrown(String message) {
        return new JavaException(message, List.of());
    }

    static JavaException compiling(List<SourceError> errors) {
        String all = errors.stream()
                .map(e -> e.message().lines().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return new JavaException(all.isEmpty() ? "is not complete" : all, errors);
    }

    /** The same with places counted from a later character. */
    JavaException from(int origin) {
        return new JavaException(
                String.valueOf(getMessage()),
                errors.stream().map(e -> e.from(origin)).toList());
    }

    /** What javac says; empty if the source could be compiled. */
    public List<SourceError> errors() {
        return errors;
    }
}
