package dev.fettle.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.insight.Importance;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.Heatmap;
import dev.fettle.report.view.ValueScores;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.trial.History;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PlotTableTest {
    private static final History IRIS = Histories.iris72();

    @Test
    void aHistoryHasARowForEachTrial() {
        Table table = PlotTable.of(Convergence.of(IRIS));
        assertThat(table.columnNames()).containsExactly("trial", "score", "best");
        assertThat(table.rowCount()).isEqualTo(72);
        assertThat(table.doubleColumn("best").get(71))
                .isEqualTo(IRIS.best().orElseThrow().score().value());
    }

    @Test
    void sharesAddUpWithTheInteractions() {
        Table table = PlotTable.of(VarianceShare.of(IRIS, Histories.iris()));
        assertThat(table.stringColumn("parameter").asList()).hasSize(6).endsWith("interactions");
        assertThat(table.doubleColumn("share").sum()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void valuesHaveTheirSpread() {
        Table table = PlotTable.of(ValueScores.of(IRIS, Histories.iris()));
        assertThat(table.columnNames()).containsExactly("parameter", "value", "points", "mean", "low", "high");
        assertThat(table.stringColumn("value").asList()).startsWith("(50)", "(100)", "(150)", "tanh");
        assertThat(table.intColumn("points").asList()).startsWith(24, 24, 24, 36);
    }

    @Test
    void aHeatMapHasARowForEachCell() {
        Table table = PlotTable.of(Heatmap.of(IRIS, Histories.iris(), "alpha", "solver"));
        assertThat(table.columnNames()).containsExactly("alpha", "solver", "mean of the goal");
        assertThat(table.rowCount()).isEqualTo(6);
    }

    @Test
    void importanceHasItsInterval() {
        Table table = PlotTable.of(Importance.of(IRIS, Histories.iris(), new Seed(1)));
        assertThat(table.columnNames()).containsExactly("parameter", "share", "low", "high");
        assertThat(table.rowCount()).isEqualTo(5);
        assertThat(table.doubleColumn("low").get(2))
                .isLessThan(table.doubleColumn("high").get(2));
    }
}
