package dev.fettle.learner;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a scikit_learn.py wrote of a model on standardised data, and the same of ours: scores of five folds, first rows.
 *
 * @param weighted whether rows count by (1 + 7·row mod 10)/4 in a training
 */
public record Peer(
        String data,
        boolean scaled,
        boolean weighted,
        String model,
        Map<String, ?> values,
        double[] scores,
        double[][] said) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Those of the file beside a test. */
    public static Stream<Peer> all(Class<?> test) {
        try (InputStream in = test.getResourceAsStream("scikit_learn.json")) {
            List<Peer> all = new ArrayList<>();
            for (JsonNode one : MAPPER.readTree(Objects.requireNonNull(in)).get("cases")) {
                all.add(new Peer(
                        one.get("data").asText(),
                        one.path("scaled").asBoolean(true),
                        one.path("weighted").asBoolean(false),
                        one.get("model").asText(),
                        MAPPER.convertValue(one.get("values"), new TypeReference<Map<String, Object>>() {}),
                        MAPPER.convertValue(one.get("scores"), double[].class),
                        MAPPER.convertValue(one.get("said"), double[][].class)));
            }
            return all.stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ours on the same rows. */
    public Peer ours(Learner learner) {
        Dataset rows = Bundled.dataset(data, null);
        Dataset scaledOrNot = scaled ? standardized(rows) : rows;
        Dataset set = weighted ? scaledOrNot.withWeights(weights(rows.rows())) : scaledOrNot;
        Folds folds =
                set.target() instanceof Dataset.Classes c ? Folds.stratified(c.y(), 5) : Folds.plain(set.rows(), 5);
        double[] scores = new double[5];
        double[][] first = {};
        for (int f = 0; f < 5; f++) {
            Fold fold = folds.folds().get(f);
            Dataset test = set.rows(fold.test());
            double[][] told = learner.fit(learner.configure(values), set.rows(fold.train()), Fitting.of(new Seed(f)))
                    .predictor()
                    .predict(test);
            scores[f] = score(test.target(), told);
            first = f == 0 ? Arrays.copyOf(told, said.length) : first;
        }
        return new Peer(data, scaled, weighted, model, values, scores, first);
    }

    private static double[] weights(int n) {
        return IntStream.range(0, n).mapToDouble(i -> (1 + 7 * i % 10) / 4.0).toArray();
    }

    private static double score(Dataset.Target target, double[][] told) {
        return target instanceof Dataset.Classes c
                ? Metrics.ACCURACY.score(c.y(), told)
                : Metrics.RMSE.score(
                        ((Dataset.Values) target).y(),
                        Arrays.stream(told).mapToDouble(row -> row[0]).toArray());
    }

    public double mean() {
        return DoubleStream.of(scores).average().orElseThrow();
    }

    /** The standard error of the mean. */
    public double error() {
        double mean = mean();
        double squares =
                DoubleStream.of(scores).map(s -> (s - mean) * (s - mean)).sum();
        return Math.sqrt(squares / (scores.length - 1) / scores.length);
    }

    /** The same rows with columns of mean 0 and variance 1; those without variance are 0. */
    public static Dataset standardized(Dataset data) {
        return data.with(data.features().stream()
                .map(f -> new Feature.Numbers(f.name(), standardized(((Feature.Numbers) f).x())))
                .toList());
    }

    private static double[] standardized(double[] x) {
        double mean = DoubleStream.of(x).average().orElseThrow();
        double variance =
                DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        return DoubleStream.of(x).map(v -> (v - mean) / deviation).toArray();
    }

    @Override
    public String toString() {
        return model + " " + values + " on " + (scaled ? "scaled " : "") + data + (weighted ? " with weights" : "");
    }
}
