package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.ink.Format;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report of a study with many parameters and trials. */
class LargeReportTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    private static StudyReport large(int trials) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            parameters.add(
                    i % 3 == 0
                            ? Choice.of("a_long_name_" + i, "a long value", "b", "c")
                            : Real.logUniform("a_long_name_" + i, 1e-6, 1));
        }
        SearchSpace space = new SearchSpace(parameters, List.of());
        History history = Histories.random(
                space,
                Goal.maximize("score"),
                trials,
                1,
                p -> p.text("a_long_name_0").equals("b") ? null : Score.of(p.real("a_long_name_1")));
        return Draft.of(space, history)
                .named("big")
                .method("Random search")
                .metric("gain")
                .budget(IRIS.budget())
                .ending(IRIS.ending())
                .planned(trials)
                .elapsed(IRIS.elapsed())
                .seed(1)
                .report();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void tenThousandTrialsOfFiftyParametersFit(Format format) throws Exception {
        StudyReport report = large(10_000);
        Bundle page = ReportPageTest.page(report, format);
        ReportPageTest.assertClean(page.html());
        assertThat(page.html()).hasSizeLessThan(40_000);
        assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(20);
        assertThat(ReportPage.of(report, 1_000_000, null).html()).hasSizeLessThan(40_000);
    }

    @Test
    void aReportFitsThoughEachOfTenThousandTrialsIsBetter() throws Exception {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1));
        List<Point> down = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> Point.of(Map.of("x", 1.0 / i)))
                .toList();
        History history = Histories.of(Goal.minimize("loss"), down, p -> Score.of(p.real("x")));
        Bundle page = ReportPageTest.page(Draft.of(space, history).report(), Format.SVG);
        assertThat(page.html()).hasSizeLessThan(40_000);
    }
}
