package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our perceptron against scikit-learn's over the 72 configurations of the Iris grid and 10 random states: 5-fold CV
 * accuracy and log loss. The random numbers differ, so only distributions can agree.
 *
 * <p>A permutation test of the difference of means for each configuration: exact for the heavily tied accuracies as for the
 * log losses, if the two samples are exchangeable. 99 999 random permutations with a fixed seed. Holm's procedure over the
 * 72 tests keeps the family-wise false-alarm rate at 1e-3 for each of the two scores.
 */
@Tag("slow")
class ScoresTest {
    private static final double FAMILY_RATE = 1e-3;
    private static final int PERMUTATIONS = 99_999;

    /** For one configuration: its group, and ten values of each score, ours and theirs. */
    private record Row(String group, double[] accuracy, double[] theirAccuracy, double[] loss, double[] theirLoss) {}

    private static List<Row> rows = List.of();

    @BeforeAll
    static void trainAll() {
        JsonNode split = Reference.read("iris_split.json");
        double[][] x = Reference.as(split.get("X_train"), double[][].class);
        int[] y = Reference.as(split.get("y_train"), int[].class);
        int[][] folds = Reference.as(split.get("cv_test_rows"), int[][].class);
        List<JsonNode> configurations = new ArrayList<>();
        Reference.read("iris_mlp_scores.json").get("configurations").forEach(configurations::add);
        rows = configurations.parallelStream().map(c -> row(c, x, y, folds)).toList();
    }

    private static Row row(JsonNode configuration, double[][] x, int[] y, int[][] folds) {
        JsonNode params = configuration.get("params");
        Mlp mlp = Mlp.of();
        for (String name : List.of("activation", "alpha", "hidden_layer_sizes", "learning_rate", "solver")) {
            mlp = mlp.with(name, Reference.as(params.get(name), Object.class));
        }
        double[] accuracy = new double[10];
        double[] loss = new double[10];
        for (int s = 0; s < 10; s++) {
            for (int f = 0; f < folds.length; f++) {
                double[] scores = score(mlp.seed(new Seed(s).child(f).value()), x, y, folds[f]);
                accuracy[s] += scores[0] / folds.length;
                loss[s] += scores[1] / folds.length;
            }
        }
        return new Row(
                params.get("solver").asText() + " " + params.get("activation").asText(),
                accuracy,
                Reference.as(configuration.get("accuracy"), double[].class),
                loss,
                Reference.as(configuration.get("log_loss"), double[].class));
    }

    private static double[] score(Mlp mlp, double[][] x, int[] y, int[] test) {
        int[] train = IntStream.range(0, y.length)
                .filter(i -> Arrays.stream(test).noneMatch(t -> t == i))
                .toArray();
        MlpClassifier net = mlp.fit(
                Arrays.stream(train).mapToObj(i -> x[i]).toArray(double[][]::new),
                Arrays.stream(train).map(i -> y[i]).toArray());
        double right = 0;
        double loss = 0;
        for (int i : test) {
            double[] p = new double[3];
            right += net.predict(x[i], p) == y[i] ? 1 : 0;
            loss -= Math.log(Math.max(Math.ulp(1.0), p[y[i]]));
        }
        return new double[] {right / test.length, loss / test.length};
    }

    /** Two-sided, with the observed arrangement counted among the permutations. */
    private static double p(double[] a, double[] b, long seed) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        double observed = Math.abs(Arrays.stream(a).sum() - Arrays.stream(b).sum());
        double total = Arrays.stream(all).sum();
        RandomGenerator random = new Seed(seed).random();
        int extreme = 1;
        for (int k = 0; k < PERMUTATIONS; k++) {
            double left = 0;
            for (int i = 0; i < a.length; i++) {
                int j = i + random.nextInt(all.length - i);
                double swap = all[i];
                all[i] = all[j];
                all[j] = swap;
                left += all[i];
            }
            extreme += Math.abs(2 * left - total) >= observed - 1e-12 ? 1 : 0;
        }
        return extreme / (PERMUTATIONS + 1.0);
    }

    private static void holm(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(sorted[i]).as("p-value of rank %d", i + 1).isGreaterThan(FAMILY_RATE / (sorted.length - i));
        }
    }

    @Test
    void accuraciesAgree() {
        assertThat(rows).hasSize(72);
        holm(IntStream.range(0, 72)
                .parallel()
                .mapToDouble(i -> p(rows.get(i).accuracy(), rows.get(i).theirAccuracy(), i))
                .toArray());
    }

    @Test
    void logLossesAgree() {
        holm(IntStream.range(0, 72)
                .parallel()
                .mapToDouble(i -> p(rows.get(i).loss(), rows.get(i).theirLoss(), i))
                .toArray());
    }

    /**
     * In each of the four groups of solver and activation 18 differences have random signs. Configurations of one group
     * share their ten seeds and so their initial weights, hence are not independent: the test takes the mean difference of
     * a group over the ten random states, which are, and permutes those. Holm over eight tests, family-wise 1e-3.
     */
    @Test
    void noGroupLeansToOneSide() {
        Map<String, double[][]> groups = new TreeMap<>();
        for (Row row : rows) {
            double[][] sums = groups.computeIfAbsent(row.group(), g -> new double[4][10]);
            for (int s = 0; s < 10; s++) {
                sums[0][s] += row.accuracy()[s];
                sums[1][s] += row.theirAccuracy()[s];
                sums[2][s] += row.loss()[s];
                sums[3][s] += row.theirLoss()[s];
            }
        }
        assertThat(groups).hasSize(4);
        holm(groups.values().stream()
                .flatMapToDouble(g -> java.util.stream.DoubleStream.of(p(g[0], g[1], 1), p(g[2], g[3], 2)))
                .toArray());
    }
}
