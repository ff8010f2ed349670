package dev.fettle.learner.kernel;

import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.FusedMultiplyAdd;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kernel's matrix over the training rows, row by row as it is asked for; of the rows the last ones are kept, as libsvm
 * does with its 200 MB. For one thread.
 */
final class KernelRows {
    static {
        FusedMultiplyAdd.check();
    }

    private static final long ENTRIES = 25_000_000;

    private final Kernel kernel;
    private final double[][] x;
    private final ColumnMatrix columns;
    private final Map<Integer, double[]> kept;

    /** @param x {@code [n][p]} */
    KernelRows(Kernel kernel, double[][] x) {
        this(kernel, x, Math.max(2, ENTRIES / x.length));
    }

    /** @param most how many are kept */
    KernelRows(Kernel kernel, double[][] x, long most) {
        this.kernel = kernel;
        this.x = x;
        this.columns = ColumnMatrix.of(x);
        this.kept = new Recent(most);
    }

    int size() {
        return x.length;
    }

    /** {@code [n]} of row i and each; not to be written into. */
    double[] row(int i) {
        double[] row = kept.get(i);
        if (row == null) {
            row = kernel.values(columns, x[i]);
            kept.put(i, row);
        }
        return row;
    }

    /** {@code [n]} of each row and itself. */
    double[] diagonal() {
        return kernel.diagonal(columns);
    }

    private static final class Recent extends LinkedHashMap<Integer, double[]> {
        private static final long serialVersionUID = 1;

        private final long most;

        Recent(long most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, double[]> eldest) {
            return size() > most;
        }
    }
}
