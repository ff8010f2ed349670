package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.report.chart.PlotKind;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.chart.Size;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.Summary;
import dev.fettle.report.table.StudyTable;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.awt.Graphics2D;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.Marker;
import tech.tablesaw.api.Table;

/** What fails in one part of a report takes no other part along. */
class ReportPartsTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    /** A panel that fails as it is made, or only as it is painted. */
    private record Failing(String name, boolean late) implements PlotKind {
        @Override
        public String meaning() {
            return "nothing";
        }

        @Override
        public boolean panel() {
            return true;
        }

        @Override
        public Plot draw(StudyReport report, List<String> arguments, Size size) {
            if (!late) {
                throw new NoSuchMethodError("of another version");
            }
            XYChart chart = new XYChart(size.width(), size.height());
            chart.addSeries("s", new double[] {1}).setMarker(new Marker() {
                @Override
                public void paint(Graphics2D g, double x, double y, int diameter) {
                    throw new IllegalStateException("no paint");
                }
            });
            return Plot.of(chart, "One dot.");
        }

        @Override
        public Table table(StudyReport report, List<String> arguments) {
            throw new IllegalStateException();
        }
    }

    /** A plot of ours with a fault. */
    private record Planted(PlotKind kind, Supplier<Throwable> fault) implements PlotKind {
        @Override
        public String name() {
            return kind.name();
        }

        @Override
        public String meaning() {
            return kind.meaning();
        }

        @Override
        public List<String> arguments() {
            return kind.arguments();
        }

        @Override
        public boolean panel() {
            return kind.panel();
        }

        @Override
        public Plot draw(StudyReport report, List<String> arguments, Size size) {
            throw ReportPartsTest.<RuntimeException>raise(fault.get());
        }

        @Override
        public Table table(StudyReport report, List<String> arguments) {
            throw ReportPartsTest.<RuntimeException>raise(fault.get());
        }
    }

    private static long arguments(Plots plots, String name) {
        return plots.kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .mapToLong(kind -> kind.arguments().size())
                .sum();
    }

    private static Bundle page(StudyReport report, PlotKind more) {
        Plots plots = new Plots(
                Stream.concat(Plots.found().kinds().stream(), Stream.of(more)).toList(), List.of());
        return ReportPage.of(
                report, 5, Drawing.of(() -> plots.figure(report, List.of("history", more.name())), Format.SVG));
    }

    private static void standsBut(String sentence, Bundle page) {
        assertThat(page.text())
                .contains("Grid search finished: 72 of 72 points", "Best accuracy 0.9833", "Warning of 180 of 360 fits")
                .contains(" 1 ★", "… 67 more", "accuracy by trial", "iris72.best()");
        assertThat(page.html()).contains("Best accuracy 0.9833", "<table", "all 72 points", sentence);
    }

    @Test
    void aPanelThatFailsLeavesTheOthers() {
        Bundle page = page(IRIS, new Failing("broken", false));
        standsBut("Plot (broken) failed: NoSuchMethodError &quot;of another version&quot;.", page);
        assertThat(page.html()).contains("<img", "The best accuracy so far goes from");
    }

    @Test
    void aFigureThatCannotBePaintedLeavesTheReport() {
        Bundle page = page(IRIS, new Failing("unpaintable", true));
        standsBut("The figure failed: IllegalStateException &quot;no paint&quot;.", page);
        assertThat(page.text()).contains("The figure failed: IllegalStateException \"no paint\".");
    }

    @Test
    void aStatisticThatFailsLeavesTheReport() {
        Background background = Background.NONE.withComplexity(p -> {
            throw new IllegalStateException("no size");
        });
        Insights insights = Insights.of(IRIS.history(), IRIS.space(), new Seed(1), background);
        StudyReport report = Histories.report(IRIS.space(), IRIS.history(), insights);
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG));
        standsBut("The caveat failed: IllegalStateException &quot;no size&quot;.", page);
        assertThat(page.html()).contains("<img");
    }

    private static final Map<String, Supplier<Throwable>> FAULTS = Map.of(
            "IllegalStateException",
            IllegalStateException::new,
            "OutOfMemoryError",
            OutOfMemoryError::new,
            "StackOverflowError",
            StackOverflowError::new);

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException raise(Throwable fault) throws T {
        throw (T) fault;
    }

    /** Like these, but for one statistic. */
    private static Insights planted(Insights insights, Method statistic, Supplier<Throwable> fault) {
        return (Insights) Proxy.newProxyInstance(
                Insights.class.getClassLoader(), new Class<?>[] {Insights.class}, (proxy, method, arguments) -> {
                    if (method.equals(statistic)) {
                        throw fault.get();
                    }
                    return method.invoke(insights, arguments);
                });
    }

    static Stream<Arguments> statistics() {
        return Stream.of(Insights.class.getMethods())
                .filter(m -> !Modifier.isStatic(m.getModifiers()))
                .flatMap(m -> FAULTS.keySet().stream().map(fault -> Arguments.of(m, fault)));
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void aFaultInAnyStatisticLeavesTheReportTheTableAndEveryOtherPlot(Method statistic, String fault) {
        Supplier<Throwable> thrown = Objects.requireNonNull(FAULTS.get(fault));
        StudyReport whole = Objects.requireNonNull(AwkwardStudies.all().get("generations"));
        StudyReport report = Draft.of(whole)
                .insights(planted(whole.insights(), statistic, thrown))
                .report();
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG));
        assertThat(page.text()).contains("Grid search finished: ", " at trial ", " 1 ★", ".best()");
        assertThat(page.html()).contains("<table", "<img", " at trial ");
        assertThat(StudyTable.of("s", report.history(), report.space(), "loss").rowCount())
                .isEqualTo(report.history().size());
        assertThat(ReportPage.quiet(report).text()).contains(" at trial ");
    }

    static Stream<Arguments> figures() {
        return Plots.found().kinds().stream()
                .flatMap(kind -> FAULTS.keySet().stream().map(fault -> Arguments.of(kind.name(), fault)));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFaultInAnyFigureIsASentenceInItsPlace(String name, String fault) {
        Supplier<Throwable> thrown = Objects.requireNonNull(FAULTS.get(fault));
        Plots plots = new Plots(
                Plots.found().kinds().stream()
                        .map(kind -> kind.name().equals(name) ? new Planted(kind, thrown) : kind)
                        .toList(),
                List.of());
        String sentence = "Plot (" + name + ") failed: " + fault;
        StudyReport report = Objects.requireNonNull(AwkwardStudies.all().get("two goals"));
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> plots.figure(report, List.of(name)), Format.SVG));
        assertThat(page.text()).contains("Grid search finished: ", " at trial ", " 1 ★", ".best()");
        assertThat(page.html()).contains("<table", "<img");
        List<String> words = Stream.concat(
                        Stream.of(name), report.space().names().stream().limit(arguments(plots, name)))
                .toList();
        assertThatThrownBy(() -> plots.draw(report, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> plots.table(report, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whatCannotBeWordedLeavesAllThatCan() {
        AtomicBoolean speechless = new AtomicBoolean();
        Object value = new Object() {
            @Override
            public String toString() {
                if (speechless.get()) {
                    throw new StackOverflowError();
                }
                return "a word";
            }
        };
        SearchSpace space = SearchSpace.of(Choice.of("x", value, 1));
        History history = Histories.grid(space, Goal.maximize("score"), p -> Score.of(p.value("x") == value ? 2 : 1));
        StudyReport report = Histories.report(space, history);
        speechless.set(true);
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG));
        assertThat(page.text())
                .contains(
                        "Grid search finished: 2 of 2 points",
                        "The sentence of the winner failed: StackOverflowError.",
                        "The table of the trials failed: StackOverflowError.",
                        ".best()");
        assertThat(page.html()).contains("The table of the trials failed: StackOverflowError.");
        assertThat(ReportPage.quiet(report).text()).contains("2 of 2 points", "The sentence of the winner failed");
    }

    @Test
    void insightsAreComputedOnce() {
        Insights insights = Histories.insights(IRIS.space(), IRIS.history());
        assertThat(insights.importance()).isSameAs(insights.importance());
        assertThat(insights.share()).isSameAs(insights.share());
        assertThat(insights.caveat()).isSameAs(insights.caveat());
    }

    @Test
    void prunedTrialsAreCountedAndShown() {
        StudyReport report = Objects.requireNonNull(AwkwardStudies.all().get("pruned"));
        assertThat(Summary.of(report).done()).contains("40 trials, 20 pruned, ");
        Bundle page = ReportPage.of(
                report, 30, Drawing.of(() -> Plots.found().figure(report, List.of("history")), Format.SVG));
        assertThat(page.html()).contains("<td>pruned</td>");
        String svg = new String(
                Picture.of(Plots.found().draw(report, List.of("history")), Format.SVG)
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(svg).contains("#999");
    }

    @Test
    void ofSeveralGoalsTheFrontIsNamed() {
        StudyReport report = Objects.requireNonNull(AwkwardStudies.all().get("two goals"));
        assertThat(Summary.of(report).front())
                .isEqualTo(
                        "No other trial beats trials 1, 2, 3, 4, 5, 6, 7, 8, … 1 more in both accuracy and seconds.");
        assertThat(ReportPage.of(report, 5, null).text()).containsPattern("rank +trial +accuracy +seconds +a ");
        assertThat(StudyTable.of("s", report.history(), report.space(), "accuracy")
                        .columnNames())
                .startsWith("trial", "state", "accuracy", "se", "seconds", "a");
    }
}
