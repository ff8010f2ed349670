package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Studies side by side. */
class CompareTest extends CellFixture {
    private static final String KNN = " --model knn --data iris --target species --cv 5\nn_neighbors in {1, 5}";

    private String shown(String line) throws Exception {
        int before = kernel.frames().size();
        run(line);
        StringBuilder all = new StringBuilder();
        kernel.frames()
                .subList(before, kernel.frames().size())
                .forEach(f -> all.append(f.forms().get("text/plain")).append('\n'));
        return all.toString();
    }

    @Test
    void modelsOnTheSameFoldsAreComparedInStandardErrors() throws Exception {
        run("%%gridsearch near" + KNN);
        run("%%gridsearch tree --model decision_tree --data iris --target species --cv 5\nmax_depth in {1, 2}");
        String page = shown("%tune compare tree near");
        assertThat(page)
                .containsPattern("near is ahead of tree by 0\\.\\d+, \\d+\\.\\d standard errors on the same folds")
                .containsPattern("tree +Grid search +2 +0\\.\\d+ ± ")
                .contains("corrected for luck")
                .contains("The best accuracy so far: tree reaches ");
        assertThat(shown("%tune plot tree compare near")).as("as a plot").isEqualTo(page);
    }

    @Test
    void scoresOfOtherRowsAreNotCompared() throws Exception {
        run("%%gridsearch a" + KNN);
        run("%%gridsearch b" + KNN.replace("--cv 5", "--cv 3"));
        assertThat(shown("%tune compare a b"))
                .contains("scored on other rows or folds, so that their scores cannot be compared.");
    }

    @Test
    void javaScoresWhatItLikes() throws Exception {
        run("%%gridsearch a\nx in {1, 2}\nmaximize gain\nx");
        run("%%gridsearch b\nx in {2, 3}\nmaximize gain\nx");
        run("%%gridsearch c\nx in {3}\nmaximize gain\nx");
        assertThat(shown("%tune compare a b c"))
                .contains("b is ahead of a by 1.000.", "b and c have found the same score.");
    }

    @Test
    void mistakesAreSentences() throws Exception {
        run("%%gridsearch a\nx in {1, 2}\nmaximize gain\nx");
        fails("%tune compare a", "Studies (a) must be from 2 to 6. Maybe  %tune compare a b.");
        fails("%tune compare a b", "Study (b) must have run in this notebook: one of a.");
    }
}
