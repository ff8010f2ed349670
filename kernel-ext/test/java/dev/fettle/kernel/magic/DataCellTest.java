package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cell says of the data that it is given. */
class DataCellTest extends CellFixture {
    @BeforeEach
    void table() throws Exception {
        notebook.run("import tech.tablesaw.api.*;");
        notebook.run("double[] size = new double[60], copy = new double[60];");
        notebook.run("int[] id = new int[60], rating = new int[60];");
        notebook.run("for (int i = 0; i < 60; i++) {"
                + " rating[i] = 3 + i * i % 6; size[i] = i % 7; copy[i] = rating[i]; id[i] = i + 1; }");
        notebook.run("""
                Table pears = Table.create(
                        DoubleColumn.create("size", size), DoubleColumn.create("copy", copy), IntColumn.create("id", id),
                        IntColumn.create("rating", rating));
                """);
    }

    @Test
    void whatWasTakenAndWhatIsStrangeIsToldBeforeTheNumbers() throws Exception {
        run("%%gridsearch s --model knn --data pears --metric rmse\nn_neighbors in {1, 3}");
        assertThat(kernel.text())
                .contains(
                        "pears: 60 rows × 3 features, values of rating.",
                        "rating holds 4 whole numbers: taken as values, since rmse scores values.",
                        "Column (copy) tells by itself the target rating. Maybe --drop copy.",
                        "Column (id) tells each row from all others, as a name or number would. Maybe --drop id.");
        run("%%gridsearch s --model knn --data pears --drop copy,id --task classify --cv 3\nn_neighbors in {1, 3}");
        assertThat(kernel.lastText())
                .contains("60 rows × 1 features, 4 classes.", "taken as classes, as --task says.")
                .doesNotContain("tells");
        run("%%gridsearch s --model knn --data pears --drop copy,id --cv 3 --dry-run\nn_neighbors in {1, 3}");
        assertThat(kernel.lastText()).contains("since at most 20 differ. Maybe --task regress.");
    }

    @Test
    void aWinnerThatHasLearntNothingIsToldSo() throws Exception {
        run("%%gridsearch s --model knn --data pears --drop copy,id --metric rmse\nn_neighbors in {1, 2}");
        assertThat(kernel.lastText())
                .contains("The winner is worse than predicting the mean without a look at the features: rmse 1.");
        run("%%gridsearch s --model knn --data iris\nn_neighbors in {1, 2}");
        assertThat(kernel.lastText()).doesNotContain("without a look");
    }

    @Test
    void whatNoModelCanScoreIsAMistakeBeforeTheFirstFit() {
        fails("%%gridsearch s --model knn --data pears --metric r2 --cv 60\nn_neighbors in {1, 2}", "1 mistake");
        assertThat(kernel.text()).contains("Metric (r2) must have a second row in each fold that is tested");
    }

    @Test
    void bundledDataHaveAPage() throws Exception {
        run("%tune data");
        assertThat(kernel.lastText()).contains("iris: 150 rows × 4 features, 3 classes", "diabetes: 442 rows");
        run("%tune data wine");
        assertThat(kernel.lastText()).contains("wine: 178 rows", "Source: M. Forina", "cultivar *");
        fails("%tune data irsi", "Maybe iris.");
    }
}
