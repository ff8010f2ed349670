package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.evaluation.CrossValidation;
import dev.fettle.evaluation.Resource;
import dev.fettle.kernel.option.Resources;
import dev.fettle.pruner.FoldsPruner;
import dev.fettle.pruner.HalvingPruner;
import dev.fettle.pruner.MedianPruner;
import dev.fettle.pruner.Pruner;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.hyperband.Bracket;
import dev.fettle.sampler.hyperband.HyperbandSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReaderTest extends Cells {
    private static final String NET = "\nalpha ~ logUniform(1e-5, 1)";
    private static final String JAVA = "\nx in 1..9\nminimize loss\n";
    private static final String ASKS = "x * 2.0 / probe.resource()";

    private static CrossValidation crossed(Settings settings) {
        return (CrossValidation) settings.subject().objective();
    }

    @Test
    void theResourceOfAModelIsItsOwnAndTheMostIsWhatItTakesByItself() {
        Settings standard = settings("%%hyperband --model mlp --data iris" + NET);
        assertThat(standard.get(Resources.RESOURCE)).contains("max_iter");
        assertThat(standard.get(Resources.MAX)).contains(200);
        assertThat(standard.get(Resources.MIN)).contains(2);
        assertThat(standard.constants()).isEqualTo(Map.of("max_iter", 200));
        assertThat(crossed(standard).resource()).isEqualTo(Resource.LEARNER);
        Settings trees = settings("%%hyperband --model random_forest --data iris" + "\nmax_features in {sqrt, log2}");
        assertThat(trees.get(Resources.RESOURCE)).contains("n_estimators");
        assertThat(trees.get(Resources.MAX)).contains(100);
        Settings said = settings("%%hyperband --model mlp --data iris" + NET + "\nmax_iter = 27");
        assertThat(said.get(Resources.MAX)).contains(27);
    }

    @Test
    void whatTheCellSaysIsTheMostAndAConstantOfAllPoints() {
        Settings settings = settings("%%hyperband --model mlp --data iris --max 81" + NET);
        assertThat(settings.constants()).isEqualTo(Map.of("max_iter", 81));
        assertThat(crossed(settings).constants()).isEqualTo(Map.of("max_iter", 81));
        assertThat(settings.get(Resources.MIN)).contains(1);
        assertThat(settings.budget().trials()).isEqualTo(206);
        assertThat(settings.method().sampler().apply(settings.options())).isEqualTo(HyperbandSampler.of(1, 81, 3));
    }

    @Test
    void rowsAndFoldsAreResourcesOfAnyModel() {
        Settings rows = settings("%%hyperband --model knn --data iris --resource rows\nn_neighbors in 1..9");
        assertThat(rows.get(Resources.MAX)).contains(120);
        assertThat(rows.get(Resources.MIN)).contains(15);
        assertThat(crossed(rows).resource()).isEqualTo(Resource.ROWS);
        assertThat(rows.constants()).isEmpty();
        Settings folds = settings("%%hyperband --model mlp --data iris --resource folds" + NET);
        assertThat(folds.get(Resources.MAX)).contains(5);
        assertThat(folds.get(Resources.MIN)).contains(1);
        assertThat(crossed(folds).resource()).isEqualTo(Resource.FOLDS);
        // Twelve passes of 3, 1 and 2.
        assertThat(folds.budget().trials()).isEqualTo(72);
        assertThat(folds.subject().fingerprints())
                .isNotEqualTo(settings("%%randomsearch --model mlp --data iris" + NET)
                        .subject()
                        .fingerprints());
    }

    @ParameterizedTest
    @CsvSource({"random", "tpe", "bayes"})
    void thePointsAreDrawnByTheSampler(String sampler) {
        Settings settings = settings("%%hyperband --max 9 --sampler " + sampler + JAVA + ASKS);
        Object points = Map.of("random", new RandomSampler(), "tpe", new TpeSampler(), "bayes", new BayesSampler())
                .get(sampler);
        assertThat(((HyperbandSampler) settings.method().sampler().apply(settings.options())).points())
                .isEqualTo(points);
    }

    @Test
    void theOrderIsThatOfTheMethod() {
        Settings halving = settings("%%hyperband --max 16 --eta 2 --min 4 --method halving" + JAVA + ASKS);
        assertThat(halving.method().sampler().apply(halving.options()))
                .isEqualTo(new HyperbandSampler(
                        List.of(new Bracket(List.of(4, 2, 1), List.of(4, 8, 16))), new RandomSampler()));
        assertThat(halving.budget().trials()).isEqualTo(15 * 7);
        Settings asha = settings("%%hyperband --max 16 --eta 2 --method asha --trials 50" + JAVA + ASKS);
        assertThat(asha.method().sampler().apply(asha.options())).isEqualTo(new AshaSampler(1, 16, 2));
        assertThat(asha.budget().trials()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max 9 --eta 1   | --eta (1) must be a whole number of at least 2. Maybe --eta 3.",
                "--max 9 --eta 1.5 | --eta (1.5) must be a whole number of at least 2. Maybe --eta 3.",
                "--max 9 --min 10  | --min (10) must be at most the most, 9.",
                "--max 0           | --max (0) must be a whole number of at least 1. Maybe --max 81.",
                "--max 9 --prune median | --prune (median) must go with another method; this one itself lets only the better go on.",
                "--eta 3           | Option (--max) must be given: how much a full trial uses. Maybe --max 81.",
                "--max 9 --sampler cma | --sampler (cma) must be one of random, tpe, bayes."
            })
    void illegalSettingsAreRefused(String options, String message) {
        assertThat(mistakes("%%hyperband " + options + JAVA + ASKS)).anyMatch(m -> m.endsWith(" " + message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlp --resource trees | --resource (trees) must be max_iter, rows or folds, for mlp.",
                "mlp --resource folds --max 6 | --max (6) must be at most the folds, 5.",
                "mlp --resource rows --max 121 | --max (121) must be at most the rows of a training, 120.",
                "mlp --min 300 | --min (300) must be at most the most, 200.",
                "knn | Resource must be rows or folds: knn has none of its own, as epochs or trees. Maybe --resource rows.",
                "knn --resource epochs | --resource (epochs) must be rows or folds, for knn."
            })
    void aResourceThatTheModelDoesNotHaveIsRefused(String options, String message) {
        String body = options.startsWith("mlp") ? NET : "\nn_neighbors in 1..9";
        assertThat(mistakes("%%hyperband --data iris --model " + options + body))
                .singleElement()
                .satisfies(m -> assertThat(m).endsWith(" " + message));
    }

    @Test
    void twoWordsForTheMostMustAgreeAndItMustNotVary() {
        assertThat(mistakes("%%hyperband --model mlp --data iris --max 81" + NET + "\nmax_iter = 80"))
                .containsExactly("1:43+2 --max (81) must be what the cell says, max_iter = 80, or be left out.");
        assertThat(mistakes("%%hyperband --model mlp --data iris" + NET + "\nmax_iter in {50, 100}"))
                .containsExactly(
                        "1:1+2 Parameter max_iter must not vary, as it is the resource. Maybe --max in its place, or"
                                + " --resource rows.");
    }

    @Test
    void javaMustAskForItsResourceAndTellItsSteps() {
        assertThat(mistakes("%%hyperband --max 9" + JAVA + "x * 2.0"))
                .containsExactly("3:1+8 Java of the cell must ask probe.resource(), how much a trial may use.");
        assertThat(mistakes("%%hyperband --max 9 --objective f\nx in 1..9\nminimize loss"))
                .containsExactly("1:33+1 Objective (f) must ask probe.resource(), how much a trial may use.");
        assertThat(mistakes("%%randomsearch --prune median" + JAVA + "x * probe.seed() * 2.0"))
                .containsExactly(
                        "3:1+8 Java of the cell must tell probe.report(step, score), and return when that says false.");
        settings("%%hyperband --max 9" + JAVA + "String.valueOf(probe).length() * 2.0");
    }

    @Test
    void othersPruneByARule() {
        Map<String, Pruner> rules = Map.of(
                "median", new MedianPruner(), "halving", new HalvingPruner(1, 3), "folds", new FoldsPruner(0.05));
        rules.forEach((name, pruner) -> {
            Settings settings = settings("%%randomsearch --model mlp --data iris --prune " + name + NET);
            assertThat(Resources.pruner(settings.options())).isEqualTo(pruner);
            assertThat(settings.get(Resources.MAX)).isEmpty();
        });
        Settings epochs = settings("%%randomsearch --model mlp --data iris --prune median --resource max_iter" + NET);
        assertThat(epochs.get(Resources.MAX)).contains(200);
        assertThat(Resources.pruner(
                        settings("%%randomsearch" + JAVA + "x * 2.0").options()))
                .isEqualTo(Pruner.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prune best | --prune (best) must be one of median, halving, folds.",
                "--resource folds | --resource (folds) must go with --prune, or with %%hyperband.",
                "--prune median --resource rows | --resource (rows) must be folds or max_iter with --prune, which looks at what a trial has reported so far.",
                "--prune folds --resource max_iter | --resource (max_iter) must be left out with --prune folds.",
                "--max 9 | Option (--max) must go with a method that has it. Maybe %%hyperband."
            })
    void whatMakesNoSenseWithARuleIsRefused(String options, String message) {
        assertThat(mistakes("%%randomsearch --model mlp --data iris " + options + NET))
                .anySatisfy(m -> assertThat(m).endsWith(" " + message));
    }
}
