package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import java.util.stream.IntStream;

/** Some rows of a data set. */
final class Subset {
    private Subset() {}

    static Dataset of(Dataset data, int[] rows) {
        double[][] x = IntStream.of(rows).mapToObj(r -> data.x()[r]).toArray(double[][]::new);
        return new Dataset(data.name(), data.features(), x, data.targetName(), of(data.target(), rows));
    }

    static Dataset.Target of(Dataset.Target target, int[] rows) {
        if (target instanceof Dataset.Classes c) {
            return new Dataset.Classes(IntStream.of(rows).map(r -> c.y()[r]).toArray(), c.labels());
        }
        double[] y = ((Dataset.Values) target).y();
        return new Dataset.Values(IntStream.of(rows).mapToDouble(r -> y[r]).toArray());
    }
}
