package dev.fettle.kernel.run;

import dev.fettle.data.Dataset;
import dev.fettle.data.Remarks;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.size.Size;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.learner.Learner;
import dev.fettle.report.text.Part;
import dev.fettle.run.Runner;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Unsatisfiable;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import dev.fettle.word.Words;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run says beside its numbers. */
public final class Sentences {
    private Sentences() {}

    /** The data and its size, and the constants. */
    public static String data(Settings settings) {
        Map<String, Object> constants = settings.constants();
        Task task = settings.subject().task().orElse(null);
        String data = task == null ? "" : task.data().describe() + rows(task);
        String fixed = constants.isEmpty()
                ? ""
                : constants.entrySet().stream()
                        .map(e -> e.getKey() + " = " + Words.of(e.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "Constant: ", "."));
        return (data + " " + fixed).strip();
    }

    /** What the target was taken as, and what is strange about the data. */
    public static List<String> remarks(Settings settings) {
        Stream<String> ofData = settings.subject().task().stream()
                .flatMap(task -> Stream.concat(
                        Remarks.target(task.data(), because(settings, task)).stream(),
                        Remarks.of(task.data()).stream()));
        return Stream.concat(settings.subject().remarks().stream(), ofData).toList();
    }

    private static @Nullable String because(Settings settings, Task task) {
        if (settings.get(Options.TASK).isPresent()) {
            return "as --task says";
        }
        boolean classes = task.data().target() instanceof Dataset.Classes;
        String kind = classes ? "classes" : "values";
        if (settings.get(Options.METRIC).isPresent()) {
            return "since " + task.goal().name() + " scores " + kind;
        }
        Learner learner = task.objective().learner();
        Dataset.Target other = classes ? new Dataset.Values(new double[0]) : new Dataset.Classes(new int[0], List.of());
        return learner.learns(other) ? null : "since " + learner.name() + " learns " + kind + " alone";
    }

    private static String rows(Task task) {
        return task.test() == null
                ? "."
                : "; " + task.train().rows() + " rows to tune on, "
                        + task.test().rows() + " kept for the test.";
    }

    /** What the method does beside trying points, and what that costs; empty where there is nothing to say. */
    public static String cost(Settings settings) {
        Method.Extent extent =
                new Method.Extent(settings.space(), settings.subject().tellsGradient());
        String own = settings.method().total().cost().apply(settings.options(), extent);
        String nested = settings.get(Options.NESTED)
                .map(k -> "Nested CV runs the whole search on " + k + " outer folds too"
                        + (settings.get(Options.TIME).isPresent() ? ", each with the same --time." : "."))
                .orElse("");
        return Stream.of(own, Again.plan(settings), nested)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What is said first of a space with fewer points left than trials were asked for; empty if it has enough. */
    public static Optional<String> few(StudyConfig config, int trials) {
        OptionalLong left = Size.left(config);
        if (left.isEmpty() || left.getAsLong() >= trials) {
            return Optional.empty();
        }
        long known = Size.known(config);
        long points = left.getAsLong() + known;
        String end = !config.listens()
                ? "each point runs once, as %%gridsearch would."
                : config.repeats()
                        ? "each point runs once, and lends its score to trials that repeat it."
                        : "the search ends when " + (known == 0 ? "all" : "the others") + " have run.";
        return Optional.of("Space has " + points + (points == 1 ? " point, " : " points, ")
                + (known == 0 ? "" : known + " of them known from before, ") + trials + " trials asked: " + end
                + continuum(config.space()).map(line -> " Maybe " + line + ".").orElse(""));
    }

    /** What is said to who asks for more jobs than can have work; else empty. */
    public static Optional<String> idle(StudyConfig config, int jobs) {
        int ahead = config.ahead();
        if (jobs <= ahead) {
            return Optional.empty();
        }
        boolean widens = config.withBatch(jobs).ahead() >= jobs;
        return Optional.of("At most " + ahead + " of " + jobs + " jobs " + (ahead == 1 ? "has" : "have")
                + " work, as proposals wait for results."
                + (widens ? " Maybe --batch " + jobs + ", which changes what is tried." : ""));
    }

    /** A parameter of few numbers as a range that holds them. */
    private static Optional<String> continuum(SearchSpace space) {
        for (Parameter p : space.parameters()) {
            if (p instanceof Choice c
                    && c.values().size() > 1
                    && c.values().stream().allMatch(Double.class::isInstance)) {
                double low =
                        c.values().stream().mapToDouble(v -> (Double) v).min().orElseThrow();
                double high =
                        c.values().stream().mapToDouble(v -> (Double) v).max().orElseThrow();
                boolean wide = low > 0 && high / low >= 10;
                return Optional.of(p.name()
                        + (wide
                                ? " ~ logUniform(" + bound(low / 10) + ", " + bound(high * 10) + ")"
                                : " ~ uniform(" + bound(low) + ", " + bound(high) + ")"));
            }
        }
        return Optional.empty();
    }

    /** At most six digits; powers of ten as such. */
    private static String bound(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        if (rounded.unscaledValue().equals(BigInteger.ONE) && (rounded.scale() > 0 || rounded.scale() < -3)) {
            return "1e" + -rounded.scale();
        }
        return rounded.scale() <= 0 ? rounded.toPlainString() : Words.of(rounded.doubleValue());
    }

    /** What has changed since a study began; marks by name. */
    public static List<String> changes(Map<String, String> before, Map<String, String> now, int trials) {
        List<String> changed = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!before.getOrDefault(name, "").equals(now.getOrDefault(name, ""))) {
                String subject = name.equals("objective") ? "The text of the objective" : capital(name);
                changed.add(subject + " has changed since the first " + trials
                        + " trials; their scores and the new ones" + " may not compare.");
            }
        }
        return changed;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What broke off a run. */
    static String broken(Throwable e) {
        String cause = e instanceof UncheckedIOException ? String.valueOf(e.getMessage()) : Failure.of(e) + ".";
        return "The run broke off, and what is finished is kept: " + cause;
    }

    /** Why a cell ends with an error: nothing has worked, or the first failure was to end the run. Empty if it does not. */
    static Optional<String> failure(History history, Ending ending, SearchSpace space) {
        if (ending == Ending.EXHAUSTED
                && history.size() == 0
                && !space.constraints().isEmpty()) {
            return Optional.of("no point was found that satisfies what is required: "
                    + Unsatisfiable.failing(space)
                    + ". Maybe looser constraints, or a line  try  with a point that"
                    + " satisfies them.");
        }
        boolean stopped =
                switch (ending) {
                    case INTERRUPTED, TAKEN_OVER, TIME, MEMORY -> true;
                    default -> false;
                };
        if (stopped || history.size() == 0 || (ending != Ending.FAILED && history.completedCount() > 0)) {
            return Optional.empty();
        }
        int n = history.size();
        int deciding = ending == Ending.FAILED ? n : 1;
        if (!(history.trials().get(deciding - 1) instanceof Trial.Failed failed)) {
            return Optional.empty();
        }
        String all = n == 1 ? "the only trial failed: " : "the first " + n + " trials all failed: ";
        String which = ending == Ending.FAILED
                ? "trial " + n + " failed: "
                : history.failedCount() == n ? all : "no trial was scored; the first failed: ";
        String place = failed.failure().origin();
        return Optional.of(which + failed.failure() + (place.isEmpty() ? "" : "\n" + place));
    }

    /** Which part of the space was seen, if it was a part by the nature of it. */
    static List<String> part(Method method, StudyConfig config, History history, Ending ending, long planned) {
        return Part.lines("The part of the space", () -> (method.exhaustive()
                        ? GridPart.sentence(config, history)
                        : dry(config.space(), history, ending, planned))
                .stream().toList());
    }

    /** Why a search has ended before its trials, where constraints are to blame; else empty. */
    private static Optional<String> dry(SearchSpace space, History history, Ending ending, long planned) {
        boolean dry = ending == Ending.EXHAUSTED
                && history.size() > 0
                && history.size() < planned
                && !space.constraints().isEmpty();
        return dry
                ? Optional.of("No other point was found that satisfies what is required: "
                        + Unsatisfiable.failing(space) + ".")
                : Optional.empty();
    }

    /** What is left when all else fails, and how it is found. */
    static String kept(@Nullable String study, int trials) {
        String name = study == null ? "last" : study;
        return (trials == 1
                        ? "The trial that is finished is kept: "
                        : "The " + trials + " trials that are finished are kept: ")
                + (study == null ? "%tune last, then " : "") + name + ".table(), " + name + ".best().";
    }

    /** Few words: there is no memory for a report. */
    static String noMemory(String kept) {
        return "Memory must suffice, and did not. " + kept + " Maybe fewer --trials, or a larger heap: java -Xmx8g.";
    }

    /** Threads that do not end when they are told to. */
    static List<String> disobedient(Runner runner) {
        Stream<String> stubborn = runner.stubborn().stream()
                .map(thread -> "Ignored the interrupt and may still be running: " + thread + ".");
        Stream<String> abandoned = runner.abandoned().stream()
                .map(thread -> "Abandoned as it did not obey, and may still be using a core: " + thread + ".");
        return Stream.concat(stubborn, abandoned).toList();
    }

    /** Variables that the Java reads and that are null, where a trial has thrown. */
    static List<String> nulls(Subject subject, History history) {
        boolean failed = history.trials().stream()
                .anyMatch(t -> t instanceof Trial.Failed f && f.failure().kind() == Failure.Kind.THROWN);
        return !failed
                ? List.of()
                : subject.nulls().stream()
                        .map(name -> "Variable " + name + " is null. Maybe run its cell again: an import on demand in a"
                                + " later cell can reset variables.")
                        .toList();
    }
}
