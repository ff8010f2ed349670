package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.StudyTable;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a study holds, everything that a cell shows of it is made. */
class AwkwardReportTest {
    static Stream<Arguments> studies() {
        return AwkwardStudies.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("studies")
    void aReportIsMadeOfEveryStudy(String name, StudyReport report) {
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG));
        assertThat(page.text()).contains("Grid search finished: ").doesNotContain("Infinity", "NaN");
        assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(20);
        assertThat(page.html())
                .hasSizeLessThan(45_000)
                .doesNotContainPattern("(The [a-z]+|Plot [(][a-z]+[)]) failed: ");
        assertThat(FailuresPage.of(report).text()).contains("trial");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("studies")
    void aFrameIsMadeOfEveryStudy(String name, StudyReport report) {
        Bundle frame = Frame.of(new Progress(
                "s",
                "Random search",
                report.space(),
                report.history(),
                "loss",
                report.history().size() + 10,
                1,
                Duration.ofSeconds(3),
                42,
                new Pulse(LocalTime.NOON, 0, List.of(), false)));
        assertThat(frame.text()).contains("s: Random search").doesNotContain("Infinity", "NaN");
        assertThat(frame.html()).hasSizeLessThan(20_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("studies")
    void aTableIsMadeOfEveryStudy(String name, StudyReport report) {
        assertThat(StudyTable.of("s", report.history(), report.space(), "loss").rowCount())
                .isEqualTo(report.history().size());
    }
}
