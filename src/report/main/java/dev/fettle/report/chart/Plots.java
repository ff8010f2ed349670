package dev.fettle.report.chart;

import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Part;
import dev.fettle.report.view.Known;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * The plots that a user may ask for by name. Immutable, for any thread; a plot is drawn by one at a time.
 *
 * <pre>{@code
 * Plot plot = Plots.found().draw(report, List.of("slice", "alpha"));
 * Table numbers = Plots.found().table(report, List.of("slice", "alpha"));
 * }</pre>
 *
 * @param kinds in the order of the help page
 * @param faults why others could not be loaded, each a sentence
 */
public record Plots(List<PlotKind> kinds, List<String> faults) {
    private static final List<PlotKind> OURS = List.of(
            new HistoryPlot(),
            new GenerationsPlot(),
            new ImportancePlot(),
            new SharePlot(),
            new SigmaPlot(),
            new GradientPlot(),
            new CurvesPlot(),
            new ValuesPlot(),
            new SlicePlot(),
            new SurrogatePlot(),
            new ContourPlot(),
            new HeatmapPlot(),
            new RankPlot(),
            new ParallelPlot(),
            new EdfPlot(),
            new TimelinePlot(),
            new ParetoPlot(),
            new HypervolumePlot(),
            new FailuresPlot());

    /** Which is asked of several studies, {@link Comparison}. */
    private static final String COMPARE = "compare";

    public Plots {
        kinds = List.copyOf(kinds);
        faults = List.copyOf(faults);
    }

    /**
     * Ours, then those of the service files that our class loader and that of this thread know, by name. Jars are searched
     * anew each time. One that is broken or takes a name that is taken is left out, with a sentence among the faults.
     */
    public static Plots found() {
        return PlotServices.with(OURS);
    }

    /** The names of all. */
    public List<String> names() {
        return kinds.stream().map(PlotKind::name).toList();
    }

    /** The names of those that may stand in the figure of a report. */
    public List<String> panels() {
        return kinds.stream().filter(PlotKind::panel).map(PlotKind::name).toList();
    }

    /** A line for each, {@code heatmap a b    the mean score for each pair of values}, then the faults. */
    public List<String> help() {
        List<String> lines = new ArrayList<>();
        kinds.forEach(k -> lines.add(String.format(Locale.ROOT, "%-16s %s", call(k, asked(k)), k.meaning())));
        lines.addAll(faults);
        return lines;
    }

    /**
     * The plot that a user asks for.
     *
     * @param words the kind and its arguments: {@code history}, {@code slice alpha}, {@code heatmap alpha solver}
     * @throws IllegalArgumentException with a sentence, if there is no such plot, if its arguments are wrong, or if there is
     *     nothing to show
     */
    public Plot draw(StudyReport report, List<String> words) {
        return of(report, words, (kind, arguments) -> kind.draw(report, arguments, Size.PAGE));
    }

    /**
     * The numbers behind a plot; what is not there is missing.
     *
     * @param words as for {@link #draw}
     * @throws IllegalArgumentException as {@link #draw} does
     */
    public Table table(StudyReport report, List<String> words) {
        return of(report, words, (kind, arguments) -> kind.table(report, arguments));
    }

    /**
     * A report's figure: two panels in a row. A panel that has nothing to show is left out, and its sentence stands in the
     * words of the figure.
     *
     * @param panels some of {@link #panels}, other names are passed over; none for the front beside the hypervolume of several
     *     goals, for the scores of generations beside their width, for the history
     *     beside the gradient of a descent, for the history beside the share of variance where every
     *     point was to be tried, beside the learning curves where points went from rung to rung, else beside the importance.
     *     These also stand where none of the others has anything to show
     * @throws IllegalArgumentException with a sentence, if there is nothing to show at all
     */
    public Plot figure(StudyReport report, List<String> panels) {
        List<String> standard = standard(report);
        List<PlotKind> chosen = kinds.stream()
                .filter(PlotKind::panel)
                .filter(k -> (panels.isEmpty() ? standard : panels).contains(k.name()))
                .toList();
        List<Part<Plot>> parts =
                chosen.stream().map(k -> panel(k, report, Size.PANEL)).toList();
        List<Plot> drawn = parts.stream().flatMap(p -> p.found().stream()).toList();
        if (drawn.isEmpty()) {
            if (!panels.isEmpty()) {
                return figure(report, List.of());
            }
            throw new IllegalArgumentException(missing(parts));
        }
        Plot figure = drawn.size() > 1
                ? Plot.beside(drawn)
                : Plot.beside(chosen.stream()
                        .flatMap(k -> panel(k, report, Size.WIDE).found().stream())
                        .toList());
        return figure.and(missing(parts));
    }

    private static List<String> standard(StudyReport report) {
        if (report.history().goals().size() > 1) {
            return List.of("pareto", "hypervolume");
        }
        if (report.exhaustive()) {
            return List.of("history", "share");
        }
        if (CurvesPlot.suits(report)) {
            return List.of("history", "curves");
        }
        Insights insights = report.insights();
        if (has("The list of generations", () -> !insights.spreads().isEmpty())) {
            return List.of("generations", "sigma");
        }
        boolean descends = has("The list of steps", () -> !insights.slopes().isEmpty());
        return List.of("history", descends ? "gradient" : "importance");
    }

    private static boolean has(String what, Supplier<Boolean> asked) {
        return Part.of(what, asked).found().orElse(false);
    }

    private static Part<Plot> panel(PlotKind kind, StudyReport report, Size size) {
        return part(kind, () -> kind.draw(report, List.of(), size));
    }

    private static String missing(List<Part<Plot>> parts) {
        return parts.stream().flatMap(p -> p.missing().stream()).collect(Collectors.joining(" "));
    }

    private <T> T of(StudyReport report, List<String> words, BiFunction<PlotKind, List<String>, T> maker) {
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> arguments = words.subList(Math.min(1, words.size()), words.size());
        PlotKind kind = find(name).orElseThrow(() -> unknown(name));
        check(kind, arguments, report);
        return part(kind, () -> maker.apply(kind, arguments)).match(made -> made, sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    private static <T> Part<T> part(PlotKind kind, Supplier<T> maker) {
        return Part.of(maker, thrown -> Drawing.why("Plot (" + kind.name() + ")", thrown));
    }

    private Optional<PlotKind> find(String name) {
        return kinds.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    private static List<String> asked(PlotKind kind) {
        return kind.choosing() ? List.of("[a …]") : kind.arguments();
    }

    private static void check(PlotKind kind, List<String> arguments, StudyReport report) {
        int count = kind.arguments().size();
        if (!kind.choosing() && arguments.size() != count) {
            List<String> names = report.space().names().stream().limit(count).toList();
            throw new IllegalArgumentException("Plot (" + kind.name() + ") must "
                    + (count == 0
                            ? "stand alone, without " + String.join(" ", arguments) + "."
                            : "name "
                                    + (count == 1
                                            ? "one parameter"
                                            : count == 2 ? "two parameters" : count + " parameters")
                                    + ". Maybe  " + call(kind, names) + "."));
        }
        arguments.forEach(a -> Known.scalar(report.space(), a));
        if (kind.choosing() && Set.copyOf(arguments).size() < arguments.size()) {
            throw new IllegalArgumentException("Parameters (" + String.join(", ", arguments) + ") must differ.");
        }
    }

    private static String call(PlotKind kind, List<String> arguments) {
        return (kind.name() + " " + String.join(" ", arguments)).strip();
    }

    private IllegalArgumentException unknown(String name) {
        if (name.equals(COMPARE)) {
            return new IllegalArgumentException(
                    "Plot (compare) must be asked of several studies. Maybe  %tune compare a b.");
        }
        return new IllegalArgumentException("Plot (" + name + ") must be one of " + String.join(", ", names()) + "."
                + Maybe.sentence(name, names())
                + faults.stream().map(f -> " " + f).collect(Collectors.joining()));
    }
}
