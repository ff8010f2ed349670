package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PlotTableTest {
    private static Table table(String... words) {
        return Plots.found().table(Histories.iris72Report(), List.of(words));
    }

    @Test
    void aHistoryHasARowForEachTrial() {
        Table table = table("history");
        assertThat(table.columnNames()).containsExactly("trial", "score", "best", "pruned");
        assertThat(table.rowCount()).isEqualTo(72);
        assertThat(table.doubleColumn("best").get(71))
                .isEqualTo(Histories.iris72().best().orElseThrow().score().value());
    }

    @Test
    void sharesAddUpWithTheInteractions() {
        Table table = table("share");
        assertThat(table.stringColumn("parameter").asList()).hasSize(6).endsWith("interactions");
        assertThat(table.doubleColumn("share").sum()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void valuesHaveTheirSpread() {
        Table table = table("values");
        assertThat(table.columnNames()).containsExactly("parameter", "value", "points", "mean", "low", "high");
        assertThat(table.stringColumn("value").asList()).startsWith("(50)", "(100)", "(150)", "tanh");
        assertThat(table.intColumn("points").asList()).startsWith(24, 24, 24, 36);
    }

    @Test
    void aHeatMapHasARowForEachCell() {
        Table table = table("heatmap", "alpha", "solver");
        assertThat(table.columnNames()).containsExactly("alpha", "solver", "mean of the goal", "points");
        assertThat(table.rowCount()).isEqualTo(6);
    }

    @Test
    void importanceHasItsInterval() {
        Table table = table("importance");
        assertThat(table.columnNames()).containsExactly("parameter", "share", "low", "high");
        assertThat(table.rowCount()).isEqualTo(5);
        assertThat(table.doubleColumn("low").get(2))
                .isLessThan(table.doubleColumn("high").get(2));
    }

    @Test
    void aSliceHasARowForEachTrialAndItsNumbersStayNumbers() {
        Table table = table("slice", "alpha");
        assertThat(table.columnNames()).containsExactly("trial", "value", "score");
        assertThat(table.rowCount()).isEqualTo(72);
        assertThat(table("slice", "hidden_layer_sizes").stringColumn("value").asList())
                .startsWith("(50)");
    }

    @Test
    void slicesAndParallelLinesHaveARowForEachPointWithItsParameters() {
        for (String plot : List.of("slice", "parallel")) {
            Table table = table(plot);
            assertThat(table.columnNames())
                    .containsExactly(
                            "trial", "score", "hidden_layer_sizes", "activation", "solver", "alpha", "learning_rate");
            assertThat(table.rowCount()).isEqualTo(72);
            assertThat(table.doubleColumn("alpha").max()).isEqualTo(0.01);
            assertThat(table(plot, "alpha", "solver").columnNames()).endsWith("score", "alpha", "solver");
        }
    }

    @Test
    void aTimelineHasARowForEachTrialThatRan() {
        Table table = table("timeline");
        assertThat(table.columnNames()).containsExactly("trial", "state", "start", "seconds");
        assertThat(table.rowCount()).isEqualTo(72);
        assertThat(table.doubleColumn("start").get(0)).isEqualTo(0);
    }

    @Test
    void sharesOfADistributionRiseToOne() {
        Table table = table("edf");
        assertThat(table.columnNames()).containsExactly("score", "share");
        assertThat(table.doubleColumn("score").get(71)).isEqualTo(0.9833333333333334);
        assertThat(table.doubleColumn("share").get(35)).isEqualTo(0.5);
        assertThat(table.doubleColumn("share").get(71)).isEqualTo(1);
    }

    @Test
    void ranksHaveARowForEachPointWithItsTwoParameters() {
        assertThat(table("rank", "alpha", "solver").columnNames()).containsExactly("trial", "score", "alpha", "solver");
    }
}
