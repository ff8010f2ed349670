package dev.fettle.kernel.option;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.space.text.Mistake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of a cell as values; what is wrong with them is collected. */
public final class Options {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");
    private static final Pattern JAVA = Pattern.compile("\\$\\{([^}]*)}");

    private final Header header;
    private final Notebook notebook;
    private final List<Mistake> mistakes;

    public Options(Header header, Notebook notebook, List<Mistake> mistakes) {
        this.header = header;
        this.notebook = notebook;
        this.mistakes = mistakes;
    }

    public Header header() {
        return header;
    }

    /** A whole number of at least {@code least}. */
    public int count(Option option, int least, int standard) {
        Integer value = value(option, v -> whole(v, least).map(Long::intValue), "a whole number of at least " + least);
        return value == null ? standard : value;
    }

    @Nullable
    public Long number(Option option) {
        return value(option, v -> whole(v, Long.MIN_VALUE), "a whole number");
    }

    @Nullable
    public Double real(Option option) {
        return value(option, Options::real, "a number");
    }

    /** A share from 0 to below 1. */
    public double share(Option option) {
        Double value = value(option, v -> real(v).filter(f -> f >= 0 && f < 1), "a share from 0 to below 1");
        return value == null ? 0 : value;
    }

    @Nullable
    public Duration time(Option option) {
        return value(option, Options::time, "a time such as 90s, 10m or 2h");
    }

    /** One of some words; the first is what nobody needs to say. */
    public String word(Option option, List<String> words) {
        String value = value(
                option,
                v -> words.contains(v) ? Optional.of(v) : Optional.empty(),
                "one of " + String.join(", ", words));
        return value == null ? words.get(0) : value;
    }

    private <T> @Nullable T value(Option option, Function<String, Optional<T>> read, String legal) {
        Optional<Header.Word> given = header.option(option);
        if (given.isEmpty()) {
            return null;
        }
        int before = mistakes.size();
        String text = text(given.get());
        if (mistakes.size() > before) {
            // Java without a value is one mistake, and not also a wrong value.
            return null;
        }
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            mistakes.add(given.get().says("--" + option.id() + " (" + text + ") must be " + legal + "."));
        }
        return value.orElse(null);
    }

    /** The text of a value, {@code ${java}} replaced by what it stands for. */
    public String text(Header.Word word) {
        Matcher java = JAVA.matcher(word.text());
        StringBuilder text = new StringBuilder();
        while (java.find()) {
            try {
                java.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(notebook.value(java.group(1)))));
            } catch (JavaException e) {
                mistakes.add(word.says(
                        "Java (" + java.group() + ") must have a value. " + ObjectiveSource.whyNot(e, notebook)));
                java.appendReplacement(text, "0");
            }
        }
        return java.appendTail(text).toString();
    }

    private static Optional<Long> whole(String text, long least) {
        try {
            long value = Long.parseLong(text);
            boolean fits = value >= least && (least == Long.MIN_VALUE || value <= Integer.MAX_VALUE);
            return fits ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> real(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> time(String text) {
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
