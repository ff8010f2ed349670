package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.PictureRules;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ComparisonTest {
    private static final SearchSpace SPACE = SearchSpace.of(Real.uniform("x", -100, 100));

    /** Losses by trial; a negative one fails. */
    private static StudyReport study(Goal goal, double... losses) {
        List<Point> points = DoubleStream.of(losses)
                .mapToObj(loss -> Point.of(Map.of("x", loss)))
                .toList();
        History history = Histories.of(goal, points, p -> p.real("x") < 0 ? null : Score.of(p.real("x")));
        return Draft.of(SPACE, history).metric(goal.name()).report();
    }

    private static StudyReport study(double... losses) {
        return study(Goal.minimize("loss"), losses);
    }

    private static Map<String, StudyReport> both() {
        Map<String, StudyReport> both = new LinkedHashMap<>();
        both.put("first", study(5, 7, 3));
        both.put("second", study(-1, 6, 6, 4));
        return both;
    }

    @Test
    void eachStudyIsALineThatIsToldInWords() {
        Plot plot = new Comparison(both()).plot();
        assertThat(plot.alt())
                .isEqualTo("The best loss so far: first reaches 3.000 in 3 trials; second reaches 4.000 in 4 trials.");
        Picture picture = Picture.of(plot, Format.SVG);
        assertThat(PictureRules.broken(plot, picture)).isEmpty();
    }

    @Test
    void theTableHasEveryTrialOfEach() {
        Table table = new Comparison(both()).table();
        assertThat(table.stringColumn("study").asList())
                .containsExactly("first", "first", "first", "second", "second", "second", "second");
        assertThat(table.intColumn("trial").asList()).containsExactly(1, 2, 3, 1, 2, 3, 4);
        assertThat(table.doubleColumn("score").asDoubleArray()).containsExactly(5, 7, 3, Double.NaN, 6, 6, 4);
        assertThat(table.doubleColumn("best").asDoubleArray()).containsExactly(5, 5, 3, Double.NaN, 6, 6, 4);
    }

    @Test
    void sixStudiesHaveSixColoursAndMarks() {
        Map<String, StudyReport> six = new LinkedHashMap<>();
        for (int i = 1; i <= Comparison.MOST; i++) {
            six.put("a_study_with_a_long_name_" + i, study(10 + i, 10 - i));
        }
        Plot plot = new Comparison(six).plot();
        assertThat(PictureRules.broken(plot, Picture.of(plot, Format.SVG))).isEmpty();
        six.put("one more", study(1));
        assertThatThrownBy(() -> new Comparison(six)).hasMessageContaining("must be from 2 to 6.");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> new Comparison(Map.of()))
                .hasMessage("Studies (none) must be from 2 to 6. Maybe  %tune compare a b.");
        Map<String, StudyReport> failed = both();
        failed.put("third", study(-1, -2));
        assertThatThrownBy(() -> new Comparison(failed))
                .hasMessage("Study (third) must have a scored trial to be compared; it has none.");
        Map<String, StudyReport> turned = both();
        turned.put("third", study(Goal.maximize("gain"), 1, 2));
        assertThatThrownBy(() -> new Comparison(turned))
                .hasMessage(
                        "Studies (first, second, third) must have one goal to be compared; theirs are to minimize loss"
                                + " and to maximize gain.");
    }
}
