package dev.fettle.report.text;

import dev.fettle.trial.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a report, or the sentence that stands in its place: whatever fails in one part, a plot of somebody else's, a
 * statistic of extreme numbers, takes no other part along. For any thread, if what is made is.
 *
 * <pre>{@code
 * Part<Integer> part = Part.of("The table", () -> Integer.parseInt("no number"));
 * String sentence = part.match(made -> "it is there", missing -> missing);
 * }</pre>
 */
public sealed interface Part<T> {
    /** It is there. */
    record Made<T>(T value) implements Part<T> {
        @Override
        public <R> R match(Function<T, R> made, Function<String, R> missing) {
            return made.apply(value);
        }
    }

    /**
     * It is not there.
     *
     * @param sentence why, and what to do if anything can be done
     */
    record Missing<T>(String sentence) implements Part<T> {
        @Override
        public <R> R match(Function<T, R> made, Function<String, R> missing) {
            return missing.apply(sentence);
        }
    }

    /** What is made of the part, or else of its sentence. */
    <R> R match(Function<T, R> made, Function<String, R> missing);

    /** What is made from the part; its sentence stays. */
    default <R> Part<R> then(Function<T, Part<R>> next) {
        return match(next, Missing::new);
    }

    /** The part, if it is there. */
    default Optional<T> found() {
        return match(Optional::of, missing -> Optional.empty());
    }

    /** Its sentence, if it is not there. */
    default Optional<String> missing() {
        return match(made -> Optional.empty(), Optional::of);
    }

    /**
     * Makes a part. Nothing that is thrown comes out, errors neither: old classes of a jar from elsewhere end in a
     * {@link LinkageError}, a Java without fonts in an {@link InternalError}.
     *
     * @param maker throws IllegalArgumentException with a sentence where there is nothing to show
     * @param why the sentence for anything else that it throws
     */
    static <T> Part<T> of(Supplier<T> maker, Function<Throwable, String> why) {
        try {
            return new Made<>(maker.get());
        } catch (IllegalArgumentException e) {
            return new Missing<>(e.getMessage() == null ? why.apply(e) : e.getMessage());
        } catch (RuntimeException | Error e) {
            return new Missing<>(why.apply(e));
        }
    }

    /**
     * Makes a part whose sentence, if anything unforeseen is thrown, is {@code The table failed: StackOverflowError.}
     *
     * @param subject as it begins a sentence
     */
    static <T> Part<T> of(String subject, Supplier<T> maker) {
        return of(maker, thrown -> failed(subject, thrown));
    }

    /** The lines that are made; else the sentence of {@link #of(String, Supplier)} alone. */
    static List<String> lines(String subject, Supplier<List<String>> maker) {
        return of(subject, maker).match(lines -> lines, List::of);
    }

    /** The sentence that is made; else that of {@link #of(String, Supplier)}. */
    static String sentence(String subject, Supplier<String> maker) {
        return of(subject, maker).match(made -> made, missing -> missing);
    }

    /** The sentence for what nobody foresaw: subject, type and message of what was thrown. */
    static String failed(String subject, Throwable thrown) {
        return subject + " failed: " + Failure.of(thrown) + ".";
    }
}
