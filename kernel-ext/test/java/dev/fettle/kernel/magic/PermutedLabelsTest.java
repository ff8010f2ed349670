package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the features tell nothing of the target, no report speaks of a success. */
class PermutedLabelsTest extends CellFixture {
    /**
     * The best of 40 models on labels that were shuffled is better than the largest class in each study, and the report says that this may be
     * luck. If it did so in 90 of 100 studies, it would in fewer than 7 of 12 once in 2000 times (binomial).
     */
    @Test
    void aSuccessByLuckIsToldSo() throws Exception {
        notebook.run("""
                tech.tablesaw.api.Table shuffled(long seed) {
                    var iris = dev.fettle.data.Bundled.table("iris");
                    var labels = new java.util.ArrayList<>(iris.stringColumn("species").asList());
                    java.util.Collections.shuffle(labels, new java.util.Random(seed));
                    return iris.replaceColumn("species", tech.tablesaw.api.StringColumn.create("species", labels));
                }
                """);
        int told = 0;
        for (int seed = 0; seed < 12; seed++) {
            notebook.run("var noise = shuffled(" + seed + ");");
            run("""
                    %%gridsearch by_luck --model knn --data noise --target species --restart
                    n_neighbors in 1..40
                    """);
            told += kernel.lastText().contains("without a look at the features") ? 1 : 0;
        }
        assertThat(told).isGreaterThanOrEqualTo(7);
    }

    @Test
    void aTrueSuccessIsNotDoubted() throws Exception {
        run("""
                %%gridsearch iris --model knn --data iris
                n_neighbors in 1..40
                """);
        assertThat(kernel.text()).contains("Corrected for the luck").doesNotContain("without a look at the features");
    }
}
