package dev.fettle.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Named columns on their way to a data set: each is numbers or words, with NaN and null for what is missing. */
final class Columns {
    /** Whole numbers with more values than this are no classes. */
    private static final int MOST_CLASSES = 20;

    private final String name;
    private final List<Feature> all = new ArrayList<>();

    Columns(String name) {
        this.name = name;
    }

    void numbers(String column, double[] values) {
        all.add(new Feature.Numbers(column, values));
    }

    void words(String column, List<? extends @Nullable String> values) {
        List<String> labels = new ArrayList<>(new TreeSet<>(
                values.stream().filter(Objects::nonNull).map(String::valueOf).toList()));
        int[] codes = values.stream()
                .mapToInt(v -> v == null ? -1 : Collections.binarySearch(labels, v))
                .toArray();
        all.add(new Feature.Levels(column, codes, labels));
    }

    /**
     * All columns but the target as features. Words as target are classes; numbers as target are classes if they are whole
     * and at most twenty differ, else values.
     *
     * @param takes which features the learner takes
     * @throws DataProblem with all that stands in the way
     */
    Dataset dataset(String target, Predicate<Feature> takes) {
        List<String> problems = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        for (Feature column : all) {
            boolean isTarget = column.name().equals(target);
            if (isTarget ? column.missing().length > 0 : !takes.test(column)) {
                problems.add(column.refusal());
            }
            if (!isTarget) {
                features.add(column);
            }
        }
        if (features.isEmpty()) {
            problems.add("Data (" + name + ") must have a column besides its target.");
        }
        if (problems.isEmpty()) {
            Dataset.Target y = target(target);
            if (y.size() < 2) {
                problems.add("Data (" + name + ") must have at least 2 rows, not " + y.size() + ".");
            } else if (y instanceof Dataset.Classes c && c.labels().size() < 2) {
                throw new DataProblem(
                        List.of("Target (" + target + ") must have at least 2 classes, not only "
                                + c.labels().get(0) + "."),
                        List.of());
            } else {
                return new Dataset(name, features, target, y);
            }
        }
        throw new DataProblem(List.of(), problems);
    }

    private Dataset.Target target(String column) {
        Feature target =
                all.stream().filter(c -> c.name().equals(column)).findFirst().orElseThrow();
        if (target instanceof Feature.Levels words) {
            return new Dataset.Classes(words.codes(), words.labels());
        }
        double[] y = ((Feature.Numbers) target).x();
        double[] distinct = Arrays.stream(y).distinct().sorted().toArray();
        boolean whole = Arrays.stream(distinct).allMatch(v -> v == StrictMath.rint(v));
        if (!whole || distinct.length > MOST_CLASSES) {
            return new Dataset.Values(y);
        }
        List<String> labels =
                Arrays.stream(distinct).mapToObj(v -> Long.toString((long) v)).toList();
        int[] classes =
                Arrays.stream(y).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
        return new Dataset.Classes(classes, labels);
    }
}
