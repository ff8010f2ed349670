package dev.fettle.data;

import dev.fettle.data.DataProblem.Part;
import dev.fettle.data.DataProblem.Reason;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Named columns on their way to a data set, with NaN and null for what is missing. */
final class Columns {
    /** What a column was before it became numbers or words. */
    private enum Kind {
        NUMBERS,
        FLAGS,
        WORDS,
        MOMENTS
    }

    private final String name;
    private final Refusals refusals;
    private final List<Feature> all = new ArrayList<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    Columns(String name) {
        this(name, name);
    }

    /**
     * Columns of data whose name is nothing that Java knows.
     *
     * @param java what makes the table, for advice
     */
    Columns(String name, String java) {
        this.name = name;
        this.refusals = new Refusals(java);
    }

    void numbers(String column, double[] values) {
        add(Kind.NUMBERS, new Feature.Numbers(column, values));
    }

    /** 0 for false and 1 for true. */
    void flags(String column, double[] values) {
        add(Kind.FLAGS, new Feature.Numbers(column, values));
    }

    void words(String column, List<? extends @Nullable String> values) {
        add(Kind.WORDS, levels(column, values));
    }

    /** Dates, times or both. */
    void moments(String column, List<? extends @Nullable String> values) {
        add(Kind.MOMENTS, levels(column, values));
    }

    private void add(Kind kind, Feature column) {
        all.add(column);
        kinds.put(column.name(), kind);
    }

    static Feature.Levels levels(String column, List<? extends @Nullable String> values) {
        List<String> labels = new ArrayList<>(new TreeSet<>(
                values.stream().filter(Objects::nonNull).map(String::valueOf).toList()));
        int[] codes = values.stream()
                .mapToInt(v -> v == null ? -1 : Collections.binarySearch(labels, v))
                .toArray();
        return new Feature.Levels(column, codes, labels);
    }

    /**
     * All columns that are not left out and not the target as features; words that are all numbers are numbers.
     *
     * @param takes which features the learner takes
     * @throws DataProblem with all that stands in the way
     */
    Dataset dataset(Roles roles, Predicate<Feature> takes) {
        List<String> left = left(roles);
        String target = roles.target() == null ? left.get(left.size() - 1) : roles.target();
        List<Feature> features = left.stream()
                .filter(c -> !c.equals(target))
                .map(c -> feature(column(c)))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        List<Feature> predicting =
                features.stream().filter(f -> !roles.marks().contains(f.name())).toList();
        refused(predicting, takes).forEach(sentence -> reasons.add(new Reason(Part.DATA, sentence)));
        if (features.isEmpty()) {
            reasons.add(new Reason(Part.DATA, "Data (" + name + ") must have a column besides its target."));
        }
        weightsProblem(roles.weights()).ifPresent(sentence -> reasons.add(new Reason(Part.WEIGHTS, sentence)));
        Feature y = target(column(target), roles.learning());
        if (y.size() < 2) {
            reasons.add(new Reason(Part.DATA, "Data (" + name + ") must have at least 2 rows, not " + y.size() + "."));
        } else {
            targetProblem(y, roles.learning()).ifPresent(sentence -> reasons.add(new Reason(Part.TARGET, sentence)));
        }
        if (reasons.isEmpty()) {
            positiveProblem(Targets.of(y, roles.learning()), roles.positive())
                    .ifPresent(sentence -> reasons.add(new Reason(Part.POSITIVE, sentence)));
        }
        if (!reasons.isEmpty()) {
            throw new DataProblem(reasons);
        }
        Dataset data = new Dataset(name, features, target, target(y, roles));
        return roles.weights() == null
                ? data
                : data.withWeights(((Feature.Numbers) feature(column(roles.weights()))).x());
    }

    private static Dataset.Target target(Feature y, Roles roles) {
        Dataset.Target target = Targets.of(y, roles.learning());
        return roles.positive() != null && target instanceof Dataset.Classes classes
                ? Targets.positive(classes, roles.positive())
                : target;
    }

    private Optional<String> weightsProblem(@Nullable String weights) {
        if (weights == null) {
            return Optional.empty();
        }
        boolean counts = feature(column(weights)) instanceof Feature.Numbers numbers
                && Arrays.stream(numbers.x()).allMatch(w -> Double.isFinite(w) && w >= 0)
                && Arrays.stream(numbers.x()).anyMatch(w -> w > 0);
        return counts
                ? Optional.empty()
                : Optional.of(
                        "Weights (" + weights + ") must be numbers of at least 0, one for each row and some above 0.");
    }

    private static Optional<String> positiveProblem(Dataset.Target target, @Nullable String positive) {
        if (positive == null) {
            return Optional.empty();
        }
        if (!(target instanceof Dataset.Classes classes) || classes.labels().size() != 2) {
            return Optional.of("Positive class (" + positive + ") must be one of two, and the target has "
                    + (target instanceof Dataset.Classes c ? c.labels().size() + " classes" : "values")
                    + ". Maybe leave it out.");
        }
        return classes.labels().contains(positive)
                ? Optional.empty()
                : Optional.of("Positive class (" + positive + ") must be one of " + Names.list(classes.labels()) + "."
                        + Maybe.sentence(positive, classes.labels()));
    }

    private Feature column(String wanted) {
        return all.stream().filter(c -> c.name().equals(wanted)).findFirst().orElseThrow();
    }

    /** The columns that are not left out and do not weigh; the target is one of them. */
    private List<String> left(Roles roles) {
        List<String> names = all.stream().map(Feature::name).toList();
        if (names.isEmpty()) {
            throw DataProblem.of(Part.DATA, "Data (" + name + ") must have columns.");
        }
        List<String> twice = names.stream()
                .filter(c -> Collections.frequency(names, c) > 1)
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw DataProblem.of(
                    Part.DATA,
                    Names.subject(twice)
                            + " must be there once; blanks around a name, and marks before it, do not count.");
        }
        List<Reason> reasons = new ArrayList<>();
        roles.without().stream()
                .filter(c -> !names.contains(c))
                .forEach(c -> reasons.add(new Reason(Part.WITHOUT, noColumn("Column", c, names))));
        List<String> left = names.stream()
                .filter(c -> !roles.without().contains(c) && !c.equals(roles.weights()))
                .toList();
        String weights = roles.weights();
        String target = roles.target();
        if (weights != null && !names.contains(weights)) {
            reasons.add(new Reason(Part.WEIGHTS, noColumn("Weights", weights, names)));
        }
        if (weights != null && weights.equals(target)) {
            reasons.add(new Reason(Part.WEIGHTS, "Weights (" + weights + ") must not be the target."));
        } else if (left.isEmpty()) {
            reasons.add(new Reason(Part.WITHOUT, Names.subject(names) + " must not all be left out."));
        } else if (target != null && !names.contains(target)) {
            reasons.add(new Reason(Part.TARGET, noColumn("Target", target, names)));
        } else if (target != null && !left.contains(target)) {
            reasons.add(new Reason(Part.WITHOUT, "Column (" + target + ") must stay, as it is the target."));
        }
        if (!reasons.isEmpty()) {
            throw new DataProblem(reasons);
        }
        return left;
    }

    private String noColumn(String subject, String wanted, List<String> columns) {
        return subject + " (" + wanted + ") must be a column of " + name + ": " + Names.list(columns) + "."
                + Maybe.sentence(wanted, columns);
    }

    private Kind kind(Feature column) {
        return kinds.getOrDefault(column.name(), Kind.WORDS);
    }

    private Feature feature(Feature column) {
        return kind(column) == Kind.WORDS
                        && Numerals.of((Feature.Levels) column).arePlain()
                ? new Feature.Numbers(
                        column.name(), Numerals.of((Feature.Levels) column).values())
                : column;
    }

    private List<String> refused(List<Feature> features, Predicate<Feature> takes) {
        List<Feature.Levels> moments = new ArrayList<>();
        List<Feature.Levels> numerals = new ArrayList<>();
        List<Feature> others = new ArrayList<>();
        for (Feature feature : features) {
            if (feature instanceof Feature.Levels words && kind(feature) == Kind.MOMENTS) {
                moments.add(words);
            } else if (feature instanceof Feature.Levels words
                    && Numerals.of(words).areMeant()) {
                numerals.add(words);
            } else {
                others.add(feature);
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!moments.isEmpty()) {
            sentences.add(refusals.moments(moments));
        }
        if (!numerals.isEmpty()) {
            sentences.add(refusals.numerals(numerals));
        }
        sentences.addAll(refusals.of(others, takes));
        return sentences;
    }

    /** A boolean is a word, unless values are wanted. */
    private Feature target(Feature column, Roles.@Nullable Learning wanted) {
        if (kind(column) != Kind.FLAGS || wanted == Roles.Learning.REGRESS) {
            return column;
        }
        return levels(
                column.name(),
                Arrays.stream(((Feature.Numbers) column).x())
                        .mapToObj(v -> Double.isNaN(v) ? null : String.valueOf(v == 1))
                        .toList());
    }

    private Optional<String> targetProblem(Feature y, Roles.@Nullable Learning wanted) {
        if (kind(y) == Kind.MOMENTS) {
            return Optional.of("Target (" + y.name() + ") must be numbers or words; it holds dates or times.");
        }
        if (y.missing().length > 0) {
            return Optional.of(refusals.missingTarget(y));
        }
        if (y instanceof Feature.Levels words
                && wanted != Roles.Learning.CLASSIFY
                && Numerals.of(words).areMeant()) {
            return Optional.of(refusals.numerals(List.of(words)));
        }
        return Targets.of(y, wanted) instanceof Dataset.Classes c && c.labels().size() < 2
                ? Optional.of("Target (" + y.name() + ") must have at least 2 classes, not only "
                        + c.labels().get(0) + ".")
                : Optional.empty();
    }

    /** Features that are all numbers as {@code [rows][columns]}. */
    static double[][] matrix(List<Feature> columns, int rows) {
        double[][] x = new double[rows][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            if (!(columns.get(c) instanceof Feature.Numbers column)) {
                throw new IllegalStateException("Column (" + columns.get(c).name() + ") must be numbers.");
            }
            for (int r = 0; r < rows; r++) {
                x[r][c] = column.x()[r];
            }
        }
        return x;
    }
}
