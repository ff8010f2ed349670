package dev.fettle.model;

import dev.fettle.learner.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import smile.classification.SoftClassifier;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A fitted model that tells classes: by their labels where these are whole numbers, else by their place among the {@link
 * #labels}. Immutable, for any thread.
 *
 * @param labels as {@link dev.fettle.data.Dataset.Classes} has them
 * @param numeric whether the labels are whole numbers
 */
public record FittedClasses(Model model, Schema schema, List<String> labels, boolean numeric)
        implements FittedModel, SoftClassifier<double[]> {
    private static final long serialVersionUID = 1;

    public FittedClasses {
        labels = List.copyOf(labels);
    }

    @Override
    public Object smile() {
        return model.smile();
    }

    /**
     * The class of a row: its label if labels are numbers, else its index.
     *
     * @param x the columns of the training, in their order; none of them words
     */
    @Override
    public int predict(double[] x) {
        return predict(x, new double[labels.size()]);
    }

    /** The same; {@code shares} gets the probability of each class. */
    @Override
    public int predict(double[] x, double[] shares) {
        double[] said = model.predictor().predict(schema.row(x))[0];
        System.arraycopy(said, 0, shares, 0, labels.size());
        int best = largest(said);
        return numeric ? Integer.parseInt(labels.get(best)) : best;
    }

    /** The label of a row. */
    public String label(double[] x) {
        return labels.get(largest(model.predictor().predict(schema.row(x))[0]));
    }

    @Override
    public Table predict(Table rows) {
        double[][] said = model.predictor().predict(schema.rows(rows));
        int[] best = Arrays.stream(said).mapToInt(FittedClasses::largest).toArray();
        Table table = Table.create("predictions", column(best));
        List<String> names = shareNames();
        for (int k = 0; k < labels.size(); k++) {
            int at = k;
            table.addColumns(DoubleColumn.create(
                    names.get(k),
                    Arrays.stream(said).mapToDouble(row -> row[at]).toArray()));
        }
        return table;
    }

    /** The labels. To a table {@code yes} and {@code Yes} are one name: a label whose name is taken has a number behind it. */
    private List<String> shareNames() {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(labels);
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.add(schema.targetName());
        List<String> names = new ArrayList<>();
        for (String label : labels) {
            String name = label;
            for (int k = 2; taken.contains(name) || (!name.equals(label) && known.contains(name)); k++) {
                name = label + "_" + k;
            }
            taken.add(name);
            names.add(name);
        }
        return names;
    }

    private Column<?> column(int[] best) {
        String name = schema.targetName();
        return numeric
                ? IntColumn.create(
                        name,
                        IntStream.of(best)
                                .map(k -> Integer.parseInt(labels.get(k)))
                                .toArray())
                : StringColumn.create(
                        name, IntStream.of(best).mapToObj(labels::get).toList());
    }

    /** How many classes there are, by the name that Smile gives it. */
    public int numClasses() {
        return labels.size();
    }

    /** What {@link #predict(double[])} may answer, rising. */
    public int[] classes() {
        return IntStream.range(0, labels.size())
                .map(k -> numeric ? Integer.parseInt(labels.get(k)) : k)
                .toArray();
    }

    /** Of equals the first. */
    private static int largest(double[] shares) {
        return IntStream.range(0, shares.length).reduce(0, (a, b) -> shares[b] > shares[a] ? b : a);
    }
}
