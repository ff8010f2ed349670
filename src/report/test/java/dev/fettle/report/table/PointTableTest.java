package dev.fettle.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PointTableTest {
    @Test
    void aNameThatIsTakenIsSetApartAndAFailedTrialHasNoScore() {
        SearchSpace space = SearchSpace.of(Whole.between("Score", 1, 3));
        History history = Histories.grid(
                space, Goal.minimize("loss"), p -> p.whole("Score") == 2 ? null : Score.of(p.whole("Score")));
        Table table = PointTable.of("points", history.trials(), space.scalars());
        assertThat(table.columnNames()).containsExactly("trial", "score", "param_Score");
        assertThat(table.intColumn("param_Score").asList()).containsExactly(1, 2, 3);
        assertThat(table.doubleColumn("score").isMissing(1)).isTrue();
    }
}
