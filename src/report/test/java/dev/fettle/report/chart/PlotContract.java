package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Part;
import dev.fettle.space.Scalar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** What every plot keeps, however awkward the study. A plot's test implements it in one line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface PlotContract {
    /** Many times what any of ours takes, as machines that test are slow. */
    Duration LONGEST = Duration.ofSeconds(20);

    /** The plot that is tested. */
    PlotKind kind();

    /** Every awkward study, with the parameters of the space in the order in which a user might name them. */
    default Stream<Arguments> questions() {
        List<Arguments> questions = new ArrayList<>();
        for (Map.Entry<String, StudyReport> study : AwkwardStudies.all().entrySet()) {
            List<String> names = study.getValue().space().scalars().stream()
                    .map(Scalar::name)
                    .toList();
            if (kind().choosing()) {
                questions.add(Arguments.of(study.getKey(), List.of(), study.getValue()));
            }
            int count = kind().choosing() ? 1 : kind().arguments().size();
            int rounds = count == 0 ? 1 : names.size();
            for (int i = 0; i < rounds; i++) {
                List<String> words = new ArrayList<>();
                for (int j = 0; j < count; j++) {
                    words.add(names.get((i + j) % names.size()));
                }
                questions.add(Arguments.of(study.getKey(), words, study.getValue()));
            }
        }
        return questions.stream();
    }

    /** A study of very many trials in which there is something to show. */
    default StudyReport large() {
        return AwkwardStudies.large();
    }

    /** Made, or a sentence; whatever else is thrown comes out. */
    private static <T> Part<T> answer(Supplier<T> maker) {
        return Part.of(maker, thrown -> {
            throw new AssertionError(thrown);
        });
    }

    private static void isASentence(String text) {
        assertThat(text).matches("(?s)\\p{Lu}.*[.]").doesNotContain("\n", "NaN", "Infinity");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("questions")
    default void drawsOrSaysInOneSentenceWhyNot(String study, List<String> words, StudyReport report) throws Exception {
        Part<Plot> plot = answer(() -> kind().draw(report, words, Size.PAGE));
        plot.missing().ifPresent(PlotContract::isASentence);
        if (plot.found().isPresent()) {
            Plot drawn = plot.found().get();
            isASentence(drawn.alt());
            drawn.panels().forEach(PlotContract::handsOnNumbersOnly);
            Picture picture = Picture.of(drawn, Format.SVG);
            assertThat(new String(picture.bytes(), StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity", "∞");
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(picture.bytes())))
                    .isNotNull();
            assertThat(Picture.of(kind().draw(report, words, Size.PAGE), Format.SVG))
                    .isEqualTo(picture);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("questions")
    default void itsNumbersAreATableWhereverItIsDrawn(String study, List<String> words, StudyReport report) {
        Part<Table> table = answer(() -> kind().table(report, words));
        table.missing().ifPresent(PlotContract::isASentence);
        table.found().ifPresent(t -> {
            assertThat(t.name()).isEqualTo(kind().name());
            assertThat(t.columns().stream()
                            .filter(DoubleColumn.class::isInstance)
                            .flatMap(c -> ((DoubleColumn) c).asList().stream().filter(Objects::nonNull)))
                    .noneMatch(v -> v.isInfinite());
        });
        Part<Plot> plot = answer(() -> kind().draw(report, words, Size.PAGE));
        if (plot.found().isPresent()) {
            assertThat(table.found()).isPresent();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("questions")
    default void aPanelIsOneChartThatKeepsItsSize(String study, List<String> words, StudyReport report) {
        if (!kind().panel()) {
            return;
        }
        for (Size size : List.of(Size.PANEL, Size.WIDE)) {
            answer(() -> kind().draw(report, words, size)).found().ifPresent(plot -> {
                assertThat(plot.panels()).hasSize(1);
                assertThat(plot.width()).isEqualTo(size.width());
                assertThat(plot.height()).isBetween(1, size.height());
            });
        }
    }

    @Test
    default void aHundredThousandTrialsAreDrawnSoon() {
        StudyReport report = large();
        List<String> words =
                report.space().names().subList(0, kind().arguments().size());
        assertTimeoutPreemptively(LONGEST, () -> {
            Picture picture = Picture.of(kind().draw(report, words, Size.PAGE), Format.SVG);
            assertThat(picture.bytes()).hasSizeLessThan(100_000);
            assertThat(kind().table(report, words).rowCount()).isPositive();
        });
    }

    @Test
    default void isOneWordWithAMeaning() {
        assertThat(kind().name()).matches("[a-z][a-z0-9-]*");
        assertThat(kind().meaning()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(80);
        assertThat(kind().panel() && !kind().arguments().isEmpty()).isFalse();
        assertThat(kind().choosing() && !kind().arguments().isEmpty()).isFalse();
    }

    private static void handsOnNumbersOnly(Chart<?, ?> chart) {
        chart.getSeriesCollection()
                .forEach(s -> assertThat(numbers(s)).isNotEmpty().allMatch(Double::isFinite));
        if (chart instanceof AxesChart<?, ?> axes) {
            assertThat(Stream.of(
                                    axes.getStyler().getXAxisMin(),
                                    axes.getStyler().getXAxisMax(),
                                    axes.getStyler().getYAxisMin(),
                                    axes.getStyler().getYAxisMax())
                            .filter(Objects::nonNull))
                    .allMatch(Double::isFinite);
        }
    }

    private static List<Double> numbers(Series series) {
        DoubleStream numbers = series instanceof XYSeries xy
                ? DoubleStream.concat(Arrays.stream(xy.getXData()), Arrays.stream(xy.getYData()))
                : series instanceof CategorySeries columns
                        ? Arrays.stream(columns.getYData())
                        : series instanceof HorizontalBarSeries bars
                                ? bars.getXData().stream().mapToDouble(Number::doubleValue)
                                : ((HeatMapSeries) series)
                                        .getHeatData().stream()
                                                .flatMap(Arrays::stream)
                                                .mapToDouble(Number::doubleValue);
        return numbers.boxed().toList();
    }
}
