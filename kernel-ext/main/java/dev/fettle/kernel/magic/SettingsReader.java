package dev.fettle.kernel.magic;

import dev.fettle.data.Bundled;
import dev.fettle.data.DataProblem;
import dev.fettle.data.Dataset;
import dev.fettle.data.Tables;
import dev.fettle.kernel.Notebook;
import dev.fettle.smile.Learner;
import dev.fettle.smile.Learners;
import dev.fettle.smile.Task;
import dev.fettle.smile.metric.Metric;
import dev.fettle.space.Maybe;
import dev.fettle.space.text.Diagnostic;
import dev.fettle.trial.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Turns the options of a cell into settings, and collects what is wrong with them. */
final class SettingsReader {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");

    private final Header header;
    private final Notebook notebook;
    private final List<Diagnostic> mistakes;

    SettingsReader(Header header, Notebook notebook, List<Diagnostic> mistakes) {
        this.header = header;
        this.notebook = notebook;
        this.mistakes = mistakes;
    }

    /** The learner, if one is named rightly; its parameters can then be checked even if other options are wrong. */
    @Nullable
    Learner learner() {
        Optional<Header.Word> model = header.option(Option.MODEL);
        if (model.isEmpty()) {
            mistakes.add(new Diagnostic(1, 1, 2, "Model (none) must be given. Maybe --model mlp."));
            return null;
        }
        try {
            return Learners.of(text(model.get()));
        } catch (IllegalArgumentException e) {
            mistakes.add(model.get().says(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** All settings; null if there is any mistake, here or before. */
    @Nullable
    Settings read(@Nullable Learner learner, Map<String, Object> constants) {
        int trials = number(Option.TRIALS, Budget.ALL, SettingsReader::positive, "a whole number of at least 1");
        Duration time = value(Option.TIME, SettingsReader::time, "a time such as 90s, 10m or 2h");
        Double until = value(Option.UNTIL, SettingsReader::real, "a number");
        int patience = number(Option.PATIENCE, Budget.ALL, SettingsReader::positive, "a whole number of at least 1");
        Long seed = value(Option.SEED, SettingsReader::whole, "a whole number");
        int cores = Runtime.getRuntime().availableProcessors();
        int jobs = number(Option.JOBS, cores, SettingsReader::positive, "a whole number of at least 1");
        int folds = number(Option.CV, 5, v -> positive(v).filter(k -> k >= 2), "a whole number of at least 2");
        Double test = value(Option.TEST, v -> real(v).filter(f -> f >= 0 && f < 1), "a share from 0 to below 1");
        String live = word(Option.LIVE, "html", List.of("html", "text", "off"));
        String figure = word(Option.FIGURE, "svg", List.of("svg", "png"));
        boolean none = "none".equals(word(Option.PLOT, "default", List.of("default", "none")));
        int show = number(Option.SHOW, 5, SettingsReader::positive, "a whole number of at least 1");
        checkName();
        Dataset data = data();
        List<Metric> metrics = data == null ? List.of() : metrics(data.isClassification());
        if (!mistakes.isEmpty() || learner == null || data == null) {
            return null;
        }
        long chosen = seed == null ? 42 : seed;
        Task task = task(data, test == null ? 0 : test, folds, learner, metrics, constants, chosen);
        return task == null
                ? null
                : new Settings(
                        name(),
                        task,
                        new Budget(trials, time, until, patience),
                        chosen,
                        jobs,
                        live,
                        header.has(Option.QUIET),
                        show,
                        none ? "none" : figure);
    }

    private @Nullable Task task(
            Dataset data,
            double test,
            int folds,
            Learner learner,
            List<Metric> metrics,
            Map<String, Object> constants,
            long seed) {
        try {
            return Task.of(data, test, folds, learner, metrics, constants, seed);
        } catch (IllegalArgumentException e) {
            Option option = String.valueOf(e.getMessage()).startsWith("Test") ? Option.TEST : Option.CV;
            Header.Word place = header.option(option).orElse(new Header.Word("%%", 1));
            mistakes.add(place.says(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable String name() {
        Header.Word name = header.name();
        return name == null ? null : name.text();
    }

    /** A variable that is no study must not be overwritten. */
    private void checkName() {
        Header.Word name = header.name();
        if (name == null) {
            return;
        }
        Optional<String> type = notebook.typeOf(name.text());
        if (type.isPresent() && !type.get().contains("Tuned<") && !type.get().endsWith("Tuned")) {
            mistakes.add(name.says("Name (" + name.text() + ") must be free or a study; it is a variable of type "
                    + type.get() + ". Maybe " + name.text() + "Study."));
        }
        if (javax.lang.model.SourceVersion.isKeyword(name.text())) {
            mistakes.add(name.says("Name (" + name.text() + ") must not be a keyword of Java."));
        }
    }

    private @Nullable Dataset data() {
        Optional<Header.Word> given = header.option(Option.DATA);
        if (given.isEmpty()) {
            mistakes.add(new Diagnostic(
                    1,
                    1,
                    2,
                    "Data (none) must be given: a Table of the notebook, or one of " + String.join(", ", Bundled.NAMES)
                            + ". Maybe --data iris."));
            return null;
        }
        Header.Word place = given.get();
        String target = header.option(Option.TARGET).map(this::text).orElse(null);
        try {
            String name = place.text();
            if (notebook.typeOf(name).isPresent()) {
                Object value = notebook.value(name);
                if (value instanceof Table table) {
                    return Tables.dataset(table, name, target);
                }
                mistakes.add(place.says("Data (" + name + ") must be a Table; the variable is "
                        + (value == null ? "null" : "a " + value.getClass().getSimpleName()) + "."));
                return null;
            }
            return Bundled.NAMES.contains(name) ? Bundled.dataset(name, target) : unknownData(place);
        } catch (DataProblem e) {
            for (String problem : e.problems()) {
                boolean aboutTarget = problem.startsWith("Target");
                mistakes.add((aboutTarget ? header.option(Option.TARGET).orElse(place) : place).says(problem));
            }
        } catch (Notebook.JavaProblem e) {
            mistakes.add(place.says("Data (" + place.text() + ") must have a value: " + e.getMessage() + "."));
        }
        return null;
    }

    private @Nullable Dataset unknownData(Header.Word place) {
        List<String> names = new ArrayList<>(Bundled.NAMES);
        names.addAll(notebook.variables());
        mistakes.add(place.says("Data (" + place.text() + ") must be a Table of the notebook, or one of "
                + String.join(", ", Bundled.NAMES) + "." + Maybe.sentence(place.text(), names)));
        return null;
    }

    private List<Metric> metrics(boolean classes) {
        Optional<Header.Word> given = header.option(Option.METRIC);
        if (given.isEmpty()) {
            return List.of(classes ? Metric.ACCURACY : Metric.RMSE);
        }
        List<Metric> metrics = new ArrayList<>();
        for (String id : text(given.get()).split(",", -1)) {
            Optional<String> problem = Metric.problem(id, classes);
            problem.ifPresent(p -> mistakes.add(given.get().says(p)));
            if (problem.isEmpty()) {
                metrics.add(Metric.of(id).orElseThrow());
            }
        }
        return metrics;
    }

    private int number(Option option, int standard, Function<String, Optional<Integer>> read, String legal) {
        Integer value = value(option, read, legal);
        return value == null ? standard : value;
    }

    private String word(Option option, String standard, List<String> words) {
        String value = value(
                option,
                v -> words.contains(v) ? Optional.of(v) : Optional.empty(),
                "one of " + String.join(", ", words));
        return value == null ? standard : value;
    }

    private <T> @Nullable T value(Option option, Function<String, Optional<T>> read, String legal) {
        Optional<Header.Word> given = header.option(option);
        if (given.isEmpty()) {
            return null;
        }
        String text = text(given.get());
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            mistakes.add(given.get().says("--" + option.id() + " (" + text + ") must be " + legal + "."));
        }
        return value.orElse(null);
    }

    /** The text of a value, {@code ${java}} replaced by what it stands for. */
    private String text(Header.Word word) {
        Matcher java = Pattern.compile("\\$\\{([^}]*)}").matcher(word.text());
        StringBuilder text = new StringBuilder();
        while (java.find()) {
            try {
                java.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(notebook.value(java.group(1)))));
            } catch (Notebook.JavaProblem e) {
                mistakes.add(word.says("Java (" + java.group() + ") must have a value: " + e.getMessage() + "."));
                java.appendReplacement(text, "0");
            }
        }
        return java.appendTail(text).toString();
    }

    private static Optional<Integer> positive(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text));
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
