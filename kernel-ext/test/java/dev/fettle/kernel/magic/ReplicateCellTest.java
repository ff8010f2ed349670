package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best points evaluated again by the last trials. */
class ReplicateCellTest extends CellFixture {
    private static final String WINE = """
             --model knn --data wine --cv 5 --replicate
            n_neighbors ~ int(1, 40)
            weights in {uniform, distance}
            """;

    private Object value(String java) throws Exception {
        return Objects.requireNonNull(notebook.value(java));
    }

    private List<?> scores(String study) throws Exception {
        return (List<?>) value(study + ".history().completed().map(t -> t.score().folds()).toList()");
    }

    @Test
    void theBestOfAModelIsScoredOnOtherSplitsToo() throws Exception {
        run("%%randomsearch wine --trials 60 --test 0.2" + WINE);
        assertThat(kernel.text())
                .contains(
                        "The last 12 of 60 trials evaluate the best points again, with other splits of the rows and other seeds.",
                        "60 of 60 trials, 5-fold CV, 300 fits",
                        "Corrected for the luck of the best of 48: accuracy 0.")
                .containsPattern(
                        "The best score is the mean of \\d+ evaluations, with other splits of the rows and other"
                                + " seeds; the first alone, trial \\d+, scored 0\\.\\d+\\.")
                .containsPattern("The data cannot tell|points share this score|lie within one standard error")
                .doesNotContain("which saved", "draws of the rows");
        assertThat(value("wine.history().trials().size()")).isEqualTo(60);
        int times = (int) value("wine.history().best().orElseThrow().proposal().resource()");
        assertThat(times).isGreaterThan(2);
        assertThat(value("wine.history().best().orElseThrow().score().folds().size()"))
                .isEqualTo(5 * times);
    }

    @Test
    void picturesShowWhatIsKnownOfEachPointAtTheEnd() throws Exception {
        run("%%randomsearch wine --trials 60 --test 0.2" + WINE);
        int best = (int) value("wine.history().best().orElseThrow().number()");
        assertThat(best).isGreaterThan(48);
        run("%tune plot wine slice n_neighbors");
        assertThat(kernel.lastText()).contains("trial " + best + "; 48 trials scored");
        run("%tune plot wine parallel");
        assertThat(kernel.lastText()).contains("Lines of 48 points", "at trial " + best);
        run("%tune plot wine edf");
        assertThat(kernel.lastText()).contains("of 48 points");
    }

    /** What is the same before: the first evaluation of a point does not know that it will come again. */
    @Test
    void theFirstTrialsAreThoseOfASearchWithoutIt() throws Exception {
        run("%%randomsearch again --trials 60" + WINE);
        run("%%randomsearch plain --trials 48" + WINE.replace(" --replicate", ""));
        assertThat(scores("again").subList(0, 48)).isEqualTo(scores("plain"));
        assertThat(kernel.lastText()).doesNotContain("evaluat");
    }

    @ParameterizedTest
    @CsvSource({"randomsearch", "tpe", "bayesopt", "genetic"})
    void theSameAtAnyJobsForEveryMethod(String method) throws Exception {
        String cell = " --trials 40" + WINE;
        if (method.equals("genetic")) {
            cell = " --population 8 --generations 5" + WINE;
        }
        run("%%" + method + " one --jobs 1" + cell);
        run("%%" + method + " two --jobs 2" + cell);
        assertThat(scores("one")).hasSizeGreaterThanOrEqualTo(36).isEqualTo(scores("two"));
        assertThat(value("one.history().trials().toString().replaceAll(\"started=[^,]*, took=[^,]*\", \"\")"))
                .isEqualTo(value("two.history().trials().toString().replaceAll(\"started=[^,]*, took=[^,]*\", \"\")"));
    }

    @Test
    void everyPointOfAGridRunsBefore() throws Exception {
        run("""
                %%gridsearch grid --model knn --data iris --target species --cv 3 --replicate
                n_neighbors in 1..30
                """);
        assertThat(kernel.text())
                .contains("The last 8 of 38 trials evaluate the best points again", "of 38 ")
                .doesNotContain("The grid has");
        assertThat(value("grid.history().trials().stream().map(t -> t.point()).distinct().count()"))
                .isEqualTo(30L);
    }

    @Test
    void javaIsGivenOtherSeeds() throws Exception {
        run("""
                %%randomsearch noisy --trials 60 --replicate
                x ~ uniform(0, 1) default 0.9
                minimize loss
                (x - 0.5) * (x - 0.5) + 0.1 * new java.util.Random(probe.seed() + Double.hashCode(x)).nextGaussian()
                """);
        assertThat(kernel.text())
                .contains(
                        "The last 12 of 60 trials evaluate the best points again, with other seeds.",
                        "Baseline, the defaults: 0.",
                        "standard errors, which may be the luck of the best of 48.")
                .containsPattern("The best score is the mean of \\d evaluations, with other seeds; the first alone");
        assertThat(value("noisy.history().best().orElseThrow().score().standardError()"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.DOUBLE)
                .isBetween(0.005, 0.1);
    }

    @Test
    void whatItDoesNotGoWithIsSaidBeforeTheFirstFit() throws Exception {
        fails("%%hyperband bad --model mlp --data iris --replicate\nalpha ~ logUniform(1e-5, 1)", "1 mistake");
        assertThat(kernel.lastText()).contains("Option (--replicate) must go with another method");
        fails("%%tpe bad --polish --prune folds --trials 90" + WINE, "1 mistake");
        assertThat(kernel.lastText()).contains("must go with neither --prune nor --polish");
        fails("%%randomsearch bad --folds leave-one-out" + WINE.replace(" --cv 5", ""), "1 mistake");
        assertThat(kernel.lastText()).contains("there is no other split of the rows");
        fails("%%randomsearch bad --trials 7" + WINE, "1 mistake");
        assertThat(kernel.lastText())
                .contains("Trials (7) must be at least 8 and at most 1000000 to evaluate the best of them again.");
        fails("""
                %%randomsearch two --replicate
                x ~ uniform(0, 1)
                minimize a, minimize b
                return Map.of("a", x, "b", 1 - x);
                """, "1 mistake");
        assertThat(kernel.lastText()).contains("Option (--replicate) must go with one goal.");
    }
}
