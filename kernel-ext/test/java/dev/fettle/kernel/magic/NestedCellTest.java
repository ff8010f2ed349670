package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The whole search on outer folds too. */
class NestedCellTest extends CellFixture {
    private static final String NEAR = """
             --model knn --data iris --scale off --cv 3 --nested 5
            n_neighbors in {1, 8, 40}
            """;

    private double[] scores(String study) throws Exception {
        return (double[]) Objects.requireNonNull(notebook.value(study + ".nested()"));
    }

    /** {@code cross_val_score(GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [1, 8, 40]}, cv=3), X, y, cv=5)}; its folds choose 8, 8, 1, 8, 8. */
    @Test
    void itAgreesWithScikitLearn() throws Exception {
        run("%%gridsearch near" + NEAR);
        double[] expected = {29 / 30.0, 1, 28 / 30.0, 28 / 30.0, 1};
        assertThat(scores("near")).containsExactly(expected, within(1e-12));
        assertThat(kernel.text())
                .contains(
                        "Nested CV runs the whole search on 5 outer folds too.",
                        "Grid search finished: 3 of 3 points, 3-fold CV, 9 fits",
                        "Nested 5-fold CV: accuracy 0.9667 ± 0.015 (SE): what such a search finds scores this on rows that it has not seen.");
    }

    @Test
    void theSameAtAnyJobs() throws Exception {
        String cell = """
                 --model knn --data wine --cv 3 --nested 3 --trials 6 --test 0.2
                n_neighbors ~ logInt(1, 30)
                weights in {uniform, distance}
                """;
        run("%%tpe a --jobs 1" + cell);
        run("%%tpe b --jobs 2" + cell);
        assertThat(scores("a")).hasSize(3).isEqualTo(scores("b"));
    }

    @Test
    void itGoesOnWithTheStudy() throws Exception {
        run("""
                %%randomsearch more --model knn --data wine --cv 3 --nested 2 --trials 2 --time 1h
                n_neighbors ~ int(30, 90)
                """);
        assertThat(kernel.text()).contains("on 2 outer folds too, each with the same --time.");
        double[] few = scores("more");
        run("%tune resume more --trials 8");
        run("""
                %%randomsearch whole --model knn --data wine --cv 3 --nested 2 --trials 8
                n_neighbors ~ int(30, 90)
                """);
        assertThat(scores("more")).isEqualTo(scores("whole")).hasSameSizeAs(few);
    }

    @Test
    void behindAStudyThatFailedNothingIsSearched() throws Exception {
        fails("""
                %%gridsearch broken --model mlp --data iris --cv 2 --nested 2 --on-error stop
                learning_rate_init in {1e200}
                """, "failed");
        assertThat(scores("broken")).isEmpty();
        assertThat(kernel.text()).contains("Nested 2-fold CV: no score, of 0 of 2 outer folds.");
    }

    @Test
    void withoutIt() throws Exception {
        run("%%gridsearch plain --model knn --data iris\nn_neighbors in {1, 8}");
        assertThat(scores("plain")).isEmpty();
        assertThat(kernel.text()).doesNotContain("ested");
    }

    @Test
    void whatItNeedsIsSaidBeforeTheFirstFit() throws Exception {
        fails("%%gridsearch bad" + NEAR.replace("--nested 5", "--nested 51"), "1 mistake");
        assertThat(kernel.lastText()).contains("Folds (51) must be at most the rows of the largest class, 50.");
        fails("%%gridsearch bad" + NEAR.replace("--cv 3", "--cv 45"), "1 mistake");
        assertThat(kernel.lastText()).contains("Folds (45) must be at most the rows of the largest class, 40.");
        run("%%gridsearch near" + NEAR);
        fails("%%randomsearch bad --from near --trials 3" + NEAR, "1 mistake");
        assertThat(kernel.lastText()).contains("Option (--nested) must go with a search that begins anew");
        notebook.run("var parts = dev.fettle.evaluation.fold.Folds.plain(150, 4);");
        fails("%%gridsearch bad --folds parts" + NEAR.replace("--cv 3", ""), "1 mistake");
        assertThat(kernel.lastText()).contains("must be made of the rows");
        fails("%%gridsearch bad --nested 3\nx in {1, 2}\nmaximize y\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("--model");
    }
}
