package dev.fettle.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The random cases of scikit_learn.py, which stands beside their splits. */
class ScikitLearnTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> LABELS =
            IntStream.range(0, 13).mapToObj(String::valueOf).toList();

    private static JsonNode cases() throws IOException {
        try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit_learn.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in)).get("cases");
        }
    }

    private static int[] ints(JsonNode one, String name) {
        return MAPPER.convertValue(one.get(name), int[].class);
    }

    private static Splitting splitting(String name, JsonNode one) {
        int k = one.get("k").intValue();
        long seed = one.get("seed").longValue();
        int[] groups = ints(one, "groups");
        return switch (name) {
            case "stratified" -> new Stratified(k, Shuffle.NONE);
            case "stratified, shuffled" -> new Stratified(k, Shuffle.once(seed));
            case "stratified, repeated" -> new Stratified(k, new Shuffle(3, seed));
            case "plain" -> new Plain(k, Shuffle.NONE);
            case "plain, shuffled" -> new Plain(k, Shuffle.once(seed));
            case "plain, repeated" -> new Plain(k, new Shuffle(3, seed));
            case "group" -> new Grouped(k, false, "site", groups);
            case "group, stratified" -> new Grouped(k, true, "site", groups);
            case "time" -> new TimeSeries(k, one.get("gap").intValue());
            case "leave one out" -> new Splitting.LeaveOneOut();
            case "numbered" -> new Numbered("fold", ints(one, "numbers"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Fold holdout(String name, JsonNode one, Dataset.Target target) {
        Holdout holdout =
                Holdout.of(one.get("share").doubleValue(), one.get("seed").longValue());
        return switch (name) {
            case "holdout" -> new Stratified(2, Shuffle.NONE).holdout(holdout, target);
            case "holdout, stratified" -> new Stratified(2, Shuffle.NONE).holdout(holdout.stratify(), target);
            case "holdout, group" -> new Grouped(2, false, "site", ints(one, "groups")).holdout(holdout, target);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int[][] parts(Fold fold) {
        return new int[][] {fold.train(), fold.test()};
    }

    /** As theirs are written: test rows where all others train, else both parts. */
    private static Object ours(String name, JsonNode one) {
        int[] y = ints(one, "y");
        Dataset.Target target = new Dataset.Classes(y, LABELS);
        if (name.startsWith("holdout")) {
            return parts(holdout(name, one, target));
        }
        List<Fold> folds = splitting(name, one).folds(target).folds();
        if (name.equals("time")) {
            return folds.stream().map(ScikitLearnTest::parts).toArray(int[][][]::new);
        }
        for (Fold fold : folds) {
            int[] others = IntStream.range(0, y.length)
                    .filter(i -> Arrays.binarySearch(fold.test(), i) < 0)
                    .toArray();
            assertThat(fold.train()).isEqualTo(others);
        }
        return folds.stream().map(Fold::test).toArray(int[][]::new);
    }

    private static Optional<Object> unlessRefused(Supplier<Object> split) {
        try {
            return Optional.of(split.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Test
    void everySplitIsThatOfScikitLearn() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        int number = 0;
        for (JsonNode one : cases()) {
            for (Map.Entry<String, JsonNode> split : one.get("splits").properties()) {
                String name = split.getKey();
                JsonNode ours =
                        MAPPER.valueToTree(unlessRefused(() -> ours(name, one)).orElse(null));
                assertThat(ours).as("%s, case %d", name, number).isEqualTo(split.getValue());
                compared.merge(name, split.getValue().isNull() ? 0 : 1, Integer::sum);
            }
            number++;
        }
        assertThat(number).isEqualTo(80);
        assertThat(compared).hasSize(14);
        assertThat(compared).allSatisfy((name, count) -> assertThat(count).isGreaterThan(50));
    }
}
