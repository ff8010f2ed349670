package dev.fettle.kernel.option;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The argument of an option: how its value is written. Immutable, for any thread.
 *
 * @param placeholder as the help page shows it, "10m" say; null if the option stands alone
 * @param evaluated whether {@code ${java}} in it is read as the text of its value, and not as it is written
 */
public record Argument<T>(@Nullable String placeholder, Parser<T> parser, boolean evaluated) {
    /** Of an option that is given or not. */
    public static final Argument<Boolean> NONE = new Argument<>(null, (subject, text) -> true);

    private static final int DIGITS_OF_LONG = 19;

    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");

    /** An argument in which the text of a value may stand for the value. */
    public Argument(@Nullable String placeholder, Parser<T> parser) {
        this(placeholder, parser, true);
    }

    /** Makes a value of a text. */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * The value.
         *
         * @param subject option and text, with which a message may begin
         * @throws IllegalArgumentException with the whole message if there is none
         */
        T parse(String subject, String text);
    }

    /**
     * An argument with a message of the usual form.
     *
     * @param legal behind "must be"
     * @param parse empty if the text is not legal
     */
    public static <T> Argument<T> of(String placeholder, String legal, Function<String, Optional<T>> parse) {
        return new Argument<>(placeholder, (subject, text) -> parse.apply(text)
                .orElseThrow(() -> new IllegalArgumentException(subject + " must be " + legal + ".")));
    }

    /** A whole number from {@code least} to {@link Integer#MAX_VALUE}. */
    public static Argument<Integer> count(String placeholder, int least) {
        return of(placeholder, "a whole number of at least " + least, text -> toWhole(text)
                .filter(n -> n >= least && n <= Integer.MAX_VALUE)
                .map(Long::intValue));
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Argument<Integer> count(String placeholder, int least, int most) {
        return of(placeholder, "a whole number from " + least + " to " + most, text -> toWhole(text)
                .filter(n -> n >= least && n <= most)
                .map(Long::intValue));
    }

    /** How many at once, at least 1; scikit-learn's −1 for all cores is told their number. */
    public static Argument<Integer> jobs(String placeholder) {
        Argument<Integer> count = count(placeholder, 1);
        int cores = Runtime.getRuntime().availableProcessors();
        Argument<Integer> all = count.maybe("--jobs " + cores + ", all cores");
        return new Argument<>(
                placeholder,
                (subject, text) -> (text.startsWith("-") ? all : count).parser().parse(subject, text));
    }

    /** A whole number of 64 bits. */
    public static Argument<Long> whole() {
        return of("N", "a whole number", Argument::toWhole);
    }

    /** A finite number. */
    public static Argument<Double> real(String placeholder) {
        return of(placeholder, "a number", Argument::toReal);
    }

    /** A number in (0, most]. */
    public static Argument<Double> positive(String placeholder, double most) {
        return of(placeholder, "a number above 0, and at most " + shown(most), text -> toReal(text)
                .filter(v -> v > 0 && v <= most));
    }

    /** A number in [0, 1). */
    public static Argument<Double> share(String placeholder) {
        return of(placeholder, "a share from 0 to below 1", text -> toReal(text).filter(f -> f >= 0 && f < 1));
    }

    /** A number in [0, 1]. */
    public static Argument<Double> probability(String placeholder) {
        return of(placeholder, "a probability from 0 to 1", text -> toReal(text).filter(p -> p >= 0 && p <= 1));
    }

    /** A time above 0, in whole milliseconds. */
    public static Argument<Duration> time(String placeholder) {
        return of(placeholder, "a time such as 90s, 10m or 2h", Argument::toTime);
    }

    /** One of some constants, in small letters. */
    public static <E extends Enum<E>> Argument<E> word(List<E> constants) {
        List<String> words = constants.stream().map(Argument::word).toList();
        return of(String.join("|", words), "one of " + String.join(", ", words), text -> constants.stream()
                .filter(c -> word(c).equals(text))
                .findFirst());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Any text; others know what it may be. */
    public static Argument<String> text(String placeholder) {
        return new Argument<>(placeholder, (subject, text) -> text);
    }

    /** Any text, in which {@code ${java}} stays as it is: others want the value and not its text. */
    public static Argument<String> java(String placeholder) {
        return new Argument<>(placeholder, (subject, text) -> text, false);
    }

    /** Texts with commas between them. */
    public static Argument<List<String>> texts(String placeholder) {
        return new Argument<>(placeholder, (subject, text) -> List.of(text.split(",", -1)));
    }

    /** The same with a remedy at the end of each message: {@code --init 10}. */
    public Argument<T> maybe(String remedy) {
        return new Argument<>(
                placeholder,
                (subject, text) -> {
                    try {
                        return parser.parse(subject, text);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(e.getMessage() + " Maybe " + remedy + ".", e);
                    }
                },
                evaluated);
    }

    /** The same for an option without which there is no value. */
    public Argument<Optional<T>> optional() {
        return new Argument<>(placeholder, (subject, text) -> Optional.of(parser.parse(subject, text)), evaluated);
    }

    /** A value in the words of the help page. */
    static String shown(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Argument::shown).collect(Collectors.joining(","));
        }
        return value instanceof Enum<?> e
                ? word(e)
                : value instanceof Double d && d == d.intValue()
                        ? String.valueOf(d.intValue())
                        : value.equals(false) || value.equals(Optional.empty()) ? "" : value.toString();
    }

    /** 1000, 1_000 and 1e3 are one number. */
    private static Optional<Long> toWhole(String text) {
        try {
            BigDecimal number = new BigDecimal(text.replace("_", ""));
            // 1e999999999 must not be written out.
            boolean large = (long) number.precision() - number.scale() > DIGITS_OF_LONG;
            return large ? Optional.empty() : Optional.of(number.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> toReal(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> toTime(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        double unit =
                switch (m.group(2) == null ? "s" : m.group(2)) {
                    case "ms" -> 1e-3;
                    case "m" -> 60;
                    case "h" -> 3600;
                    default -> 1;
                };
        Duration time = Duration.ofMillis(Math.round(Double.parseDouble(m.group(1)) * unit * 1000));
        return Optional.of(time).filter(t -> !t.isZero());
    }
}
