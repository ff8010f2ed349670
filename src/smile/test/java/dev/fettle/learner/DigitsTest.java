package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All learners predict the same twelve digits wherever they run: those of digits.txt, which {@link #main} writes. */
class DigitsTest {
    private static final MathContext TWELVE = new MathContext(12);
    private static final List<Dataset> SETS = List.of(Bundled.dataset("wine", null), Bundled.dataset("diabetes", null));

    /** Not Java, and so of the machine's own digits. */
    private static final Set<String> NATIVE = Set.of("xgboost");

    /** What the standards do not reach. */
    private static final Map<String, List<Map<String, ?>>> MORE = Map.of(
            "mlp",
            List.of(
                    Map.of("activation", "tanh", "solver", "lbfgs", "max_iter", 30),
                    Map.of("activation", "logistic", "solver", "sgd", "max_iter", 30)),
            "svm",
            List.of(Map.of("kernel", "sigmoid"), Map.of("kernel", "poly", "probability", "platt")),
            "gaussian_process",
            List.of(Map.of("kernel", "matern")),
            "knn",
            List.of(Map.of("weights", "distance", "p", 1)),
            "lda",
            List.of(Map.of("solver", "lsqr", "shrinkage", 0.1)),
            "ridge",
            List.of(Map.of("alpha", 0)),
            "decision_tree",
            List.of(Map.of("criterion", "entropy")));

    /** A line for each training: learner, data and settings, then what it says of seven rows. */
    private static Stream<String> lines() {
        return Learners.all().stream().filter(l -> !NATIVE.contains(l.name())).flatMap(learner -> SETS.stream()
                .filter(data -> learner.learns(data.target()))
                .flatMap(data -> Stream.concat(
                                Stream.of(Map.<String, Object>of()),
                                MORE.getOrDefault(learner.name(), List.of()).stream())
                        .map(values -> line(learner, Peer.standardized(data), values))));
    }

    private static String line(Learner learner, Dataset data, Map<String, ?> values) {
        Dataset train = some(data, 2, 0);
        Dataset test = some(data, data.rows() / 6, 1);
        double[][] said = learner.fit(learner.configure(values), train, Fitting.of(new Seed(1)))
                .predictor()
                .predict(test);
        String settings = values.entrySet().stream()
                .map(v -> v.getKey() + "=" + v.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return learner.name() + " " + data.name() + " " + settings + "\t"
                + Arrays.stream(said)
                        .flatMapToDouble(Arrays::stream)
                        .mapToObj(v -> new BigDecimal(v).round(TWELVE).toString())
                        .collect(Collectors.joining(" "));
    }

    private static Dataset some(Dataset data, int each, int from) {
        return data.rows(
                IntStream.range(0, data.rows()).filter(i -> i % each == from).toArray());
    }

    @Test
    void everyJdkHasTheDigitsOfTheTable() throws IOException {
        List<String> stored;
        try (InputStream in = Objects.requireNonNull(DigitsTest.class.getResourceAsStream("digits.txt"))) {
            stored = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> ours = lines().toList();
        assertThat(ours)
                .extracting(DigitsTest::name)
                .isEqualTo(stored.stream().map(DigitsTest::name).toList());
        for (int l = 0; l < ours.size(); l++) {
            String[] theirs = numbers(stored.get(l));
            String[] said = numbers(ours.get(l));
            for (int i = 0; i < said.length; i++) {
                assertThat(said[i])
                        .as("number %s of %s", i + 1, name(ours.get(l)))
                        .isEqualTo(theirs[i]);
            }
        }
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf('\t'));
    }

    private static String[] numbers(String line) {
        return line.substring(line.indexOf('\t') + 1).split(" ");
    }

    /** Prints the table, where digits are meant to be others. */
    public static void main(String[] args) {
        lines().forEach(System.out::println);
    }
}
