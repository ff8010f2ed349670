package dev.fettle.model;

import dev.fettle.learner.Model;
import java.util.Arrays;
import smile.regression.Regression;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A fitted model that predicts values. Immutable, for any thread. */
public record FittedValues(Model model, Schema schema) implements FittedModel, Regression<double[]> {
    private static final long serialVersionUID = 1;

    @Override
    public Object smile() {
        return model.smile();
    }

    /**
     * The value of a row.
     *
     * @param x the columns of the training, in their order; none of them words
     */
    @Override
    public double predict(double[] x) {
        return model.predictor().predict(schema.row(x))[0][0];
    }

    @Override
    public Table predict(Table rows) {
        double[][] said = model.predictor().predict(schema.rows(rows));
        return Table.create(
                "predictions",
                DoubleColumn.create(
                        schema.targetName(),
                        Arrays.stream(said).mapToDouble(row -> row[0]).toArray()));
    }
}
