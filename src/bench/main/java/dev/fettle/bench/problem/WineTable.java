package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.CrossValidation;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes {@code problems/mlp_wine_cv.json}: what our net really scores on wine, for every point of a grid. */
public final class WineTable {
    static final String NAME = "mlp_wine_cv";

    private static final int FOLDS = 3;
    private static final int CHECKS = 24;
    private static final MathContext DIGITS = new MathContext(6);
    private static final ObjectMapper JSON = new ObjectMapper();

    static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("hidden_layer_sizes", 4, 8, 16, 32),
            Choice.of("activation", "relu", "tanh", "logistic"),
            Choice.of("solver", "adam", "sgd"),
            Choice.of("alpha", 1e-5, 1e-3, 0.1, 1.0),
            Choice.of("learning_rate_init", 3e-4, 1e-3, 3e-3, 0.01, 0.03));

    private WineTable() {}

    /** The same for every trial, as in a study. */
    private record Alone(long seed, int number, int resource) implements Probe {
        @Override
        public boolean report(int step, double score) {
            return true;
        }
    }

    /** Prints the file. */
    public static void main(String[] arguments) {
        System.out.println(file(values()));
    }

    private static double[] values() {
        CrossValidation objective = objective();
        int size = (int) SPACE.size().orElseThrow();
        return IntStream.range(0, size).mapToDouble(i -> value(objective, i)).toArray();
    }

    /** Log loss of the i-th point. */
    static double value(CrossValidation objective, int i) {
        double value =
                objective.evaluate(point(i), new Alone(1, 1, Proposal.ALL)).value();
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Of a net that stops after 100 epochs, on features that all rows have standardised. */
    static CrossValidation objective() {
        Dataset wine = Bundled.dataset("wine", null);
        List<Feature> scaled =
                wine.features().stream().map(WineTable::standardised).toList();
        Metric loss = Metrics.of("log_loss").orElseThrow();
        Folds folds = Folds.stratified(((Dataset.Classes) wine.target()).y(), FOLDS);
        return new CrossValidation(
                wine.with(scaled), folds, Learners.of("mlp"), Map.of("max_iter", 100), List.of(loss));
    }

    private static Feature standardised(Feature feature) {
        double[] x = ((Feature.Numbers) feature).x();
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return new Feature.Numbers(
                feature.name(),
                Arrays.stream(x).map(v -> (v - mean) / Math.sqrt(variance)).toArray());
    }

    /** In the order of {@link Lookup}. */
    static Point point(int i) {
        Map<String, Object> values = new LinkedHashMap<>();
        int stride = (int) SPACE.size().orElseThrow();
        for (Parameter p : SPACE.parameters()) {
            List<Object> choices = ((Choice) p).values();
            stride /= choices.size();
            values.put(p.name(), choices.get(i / stride % choices.size()));
        }
        return Point.of(values);
    }

    private static JsonNode file(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int best = IntStream.range(0, values.length)
                .filter(i -> values[i] == sorted[0])
                .findFirst()
                .orElseThrow();
        ObjectNode file = JSON.createObjectNode().put("name", NAME).put("kind", "table");
        file.put("source", "our Mlp (max_iter 100) on standardised wine, log loss, stratified " + FOLDS + "-fold");
        file.set("params", params());
        file.set("values", JSON.valueToTree(values));
        file.put("goal", "minimize").put("f_opt", sorted[0]).put("f_opt_exact", true);
        file.set("x_opt", JSON.valueToTree(point(best).entries()));
        file.putObject("f_random")
                .put("median", sorted[values.length / 2])
                .put("p01", sorted[values.length / 100])
                .put(
                        "mean",
                        new BigDecimal(Arrays.stream(values).average().orElseThrow())
                                .round(DIGITS)
                                .doubleValue())
                .put("points", values.length);
        RandomGenerator random = new Seed(24).random();
        ArrayNode checks = file.putArray("checks");
        for (int i = 0; i < CHECKS; i++) {
            int at = random.nextInt(values.length);
            ObjectNode check = checks.addObject();
            check.set("x", JSON.valueToTree(point(at).entries()));
            check.put("f", values[at]);
        }
        return file;
    }

    private static ArrayNode params() {
        ArrayNode params = JSON.createArrayNode();
        SPACE.parameters().forEach(p -> params.addObject()
                .put("name", p.name())
                .put("type", "categorical")
                .set("choices", JSON.valueToTree(((Choice) p).values())));
        return params;
    }
}
