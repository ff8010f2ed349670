package dev.fettle.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Features and a target, row by row. Immutable as long as nobody writes into the arrays, which are shared; for any thread.
 * Some rows of it are a view: the numbers are there once, however many folds there are.
 *
 * <pre>{@code
 * Dataset iris = Bundled.dataset("iris", null);
 * Dataset three = iris.rows(new int[] {0, 50, 100});
 * double petal = three.x()[2][2];  // 6.0
 * }</pre>
 */
public final class Dataset implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private final List<Feature> all;
    private final String targetName;
    private final Target target;
    /** Null where all rows count 1. */
    private final double @Nullable [] weights;

    /** Which rows of another; null for a data set of its own. */
    private final @Nullable Dataset source;

    private final int[] rows;
    private transient volatile double @Nullable [][] matrix;

    /**
     * A data set.
     *
     * @param name as the user said it
     * @param features at least one, of the same size
     * @param targetName the column that is to be predicted
     * @param target classes or values, one a row
     * @throws IllegalArgumentException if there is no feature or the sizes differ
     */
    public Dataset(String name, List<? extends Feature> features, String targetName, Target target) {
        this(name, List.copyOf(features), targetName, target, null, null, new int[0]);
        if (all.isEmpty() || all.stream().anyMatch(f -> f.size() != target.size())) {
            throw new IllegalArgumentException("Features of " + name + " "
                    + Arrays.toString(all.stream().mapToInt(Feature::size).toArray())
                    + " must be at least one, of as many rows as the target, " + target.size() + ".");
        }
    }

    private Dataset(
            String name,
            List<Feature> all,
            String targetName,
            Target target,
            double @Nullable [] weights,
            @Nullable Dataset source,
            int[] rows) {
        this.name = name;
        this.all = all;
        this.targetName = targetName;
        this.target = target;
        this.weights = weights;
        this.source = source;
        this.rows = rows;
    }

    /** What is to be predicted, one entry a row. */
    public sealed interface Target extends Serializable permits Classes, Values {
        /** How many rows it has. */
        int size();

        /** The same for some rows, from 0. */
        Target rows(int[] rows);
    }

    /**
     * Classes.
     *
     * @param y {@code [n]}, indices into {@code labels}
     * @param labels sorted, as scikit-learn's LabelEncoder has them: words as such, numbers by their size, but a positive
     *     class behind the other; some may have no row
     * @param numeric whether the labels are whole numbers of the table, and not words
     */
    public record Classes(int[] y, List<String> labels, boolean numeric) implements Target {
        private static final long serialVersionUID = 1;

        public Classes {
            labels = List.copyOf(labels);
        }

        /** Classes whose labels are words. */
        public Classes(int[] y, List<String> labels) {
            this(y, labels, false);
        }

        @Override
        public int size() {
            return y.length;
        }

        /** {@code [k][]} the rows of each class, rising, in one pass. */
        public int[][] rowsByClass() {
            int[] left = new int[labels.size()];
            IntStream.of(y).forEach(c -> left[c]++);
            int[][] rows = Arrays.stream(left).mapToObj(int[]::new).toArray(int[][]::new);
            for (int i = y.length - 1; i >= 0; i--) {
                rows[y[i]][--left[y[i]]] = i;
            }
            return rows;
        }

        @Override
        public Classes rows(int[] rows) {
            return new Classes(IntStream.of(rows).map(r -> y[r]).toArray(), labels, numeric);
        }
    }

    /** Numbers {@code y[n]}, finite. */
    public record Values(double[] y) implements Target {
        private static final long serialVersionUID = 1;

        @Override
        public int size() {
            return y.length;
        }

        @Override
        public Values rows(int[] rows) {
            return new Values(numbers(y, rows));
        }
    }

    /**
     * What can be said of data without looking at a value.
     *
     * @param rows at least 0
     * @param numbers how many features are numbers
     * @param levels how many words each of the other features knows
     * @param classes how many classes the target knows; 0 for values
     */
    public record Shape(int rows, int numbers, List<Integer> levels, int classes) {
        public Shape {
            levels = List.copyOf(levels);
        }

        /** The same with another number of rows. */
        public Shape withRows(int n) {
            return new Shape(n, numbers, levels, classes);
        }

        /** Numbers and words together. */
        public int features() {
            return numbers + levels.size();
        }
    }

    /** As the user said it. */
    public String name() {
        return name;
    }

    /** How many rows there are. */
    public int rows() {
        return target.size();
    }

    /** The columns that predict; of a view fresh copies. */
    public List<Feature> features() {
        return source == null ? all : all.stream().map(f -> f.rows(rows)).toList();
    }

    /** The column that is to be predicted. */
    public String targetName() {
        return targetName;
    }

    /** Classes or values, one a row. */
    public Target target() {
        return target;
    }

    /** Whether rows count differently. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** How much each row counts {@code [n]}, finite and at least 0: 1 unless said otherwise; a fresh array. */
    public double[] weights() {
        return weights == null ? DoubleStream.generate(() -> 1).limit(rows()).toArray() : weights.clone();
    }

    /**
     * The features as numbers {@code [n][p]}: made once, and shared by all views; not to be written into.
     *
     * @throws IllegalStateException if a feature is words
     */
    public double[][] x() {
        double[][] x = matrix;
        if (x == null) {
            double[][] whole = source == null ? Columns.matrix(all, rows()) : source.x();
            x = source == null
                    ? whole
                    : IntStream.of(rows).mapToObj(r -> whole[r]).toArray(double[][]::new);
            matrix = x;
        }
        return x;
    }

    private static double[] numbers(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> values[r]).toArray();
    }

    /**
     * Some rows.
     *
     * @param rows from 0, in any order, also more than once
     */
    public Dataset rows(int[] rows) {
        int[] inSource = source == null
                ? rows.clone()
                : IntStream.of(rows).map(r -> this.rows[r]).toArray();
        Dataset whole = source == null ? this : source;
        double[] theirs = weights == null ? null : numbers(weights, rows);
        return new Dataset(name, all, targetName, target.rows(rows), theirs, whole, inSource);
    }

    /** The rows that count: those whose weight is above 0. */
    public Dataset counting() {
        double[] counts = weights();
        int[] some =
                IntStream.range(0, counts.length).filter(r -> counts[r] > 0).toArray();
        return some.length == counts.length ? this : rows(some);
    }

    /** The same rows and features with another target of as many rows. */
    public Dataset withTarget(Target other) {
        return new Dataset(name, features(), targetName, other).weighted(weights);
    }

    /** The same rows and target with other features, as a transform makes them. */
    public Dataset with(List<? extends Feature> features) {
        return new Dataset(name, features, targetName, target).weighted(weights);
    }

    /**
     * The same where rows count differently: a row of weight 2 as two of weight 1, one of weight 0 not at all.
     *
     * @param counts {@code [n]}, finite and at least 0
     */
    public Dataset withWeights(double[] counts) {
        if (counts.length != rows() || Arrays.stream(counts).anyMatch(w -> !Double.isFinite(w) || w < 0)) {
            throw new IllegalArgumentException(
                    "Weights of " + name + " must be " + rows() + " finite numbers of at least 0.");
        }
        return weighted(counts.clone());
    }

    private Dataset weighted(double @Nullable [] counts) {
        return new Dataset(name, all, targetName, target, counts, source, rows);
    }

    /** What can be said of it without looking at a value. */
    public Shape shape() {
        List<Integer> levels = all.stream()
                .filter(Feature.Levels.class::isInstance)
                .map(f -> ((Feature.Levels) f).labels().size())
                .toList();
        int classes = target instanceof Classes c ? c.labels().size() : 0;
        return new Shape(rows(), all.size() - levels.size(), levels, classes);
    }

    /** Why some features cannot be used, a sentence for each kind of reason. */
    public List<String> refusals(Predicate<Feature> takes) {
        return new Refusals(name).of(features(), takes);
    }

    /** SHA-256 of names and values, the same on every machine, in hexadecimal digits. */
    public String fingerprint() {
        return Fingerprint.ofData(this);
    }

    /** "iris: 150 rows × 4 features, 3 classes". */
    public String describe() {
        String what = target instanceof Classes c ? c.labels().size() + " classes" : "values of " + targetName;
        return name + ": " + rows() + " rows × " + all.size() + " features, " + what;
    }

    /** Only the rows that are seen travel. */
    private Object writeReplace() {
        return source == null ? this : new Dataset(name, features(), targetName, target).weighted(weights);
    }
}
