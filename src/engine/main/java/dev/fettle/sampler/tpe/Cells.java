package dev.fettle.sampler.tpe;

import dev.fettle.space.Scalar;
import java.util.List;

/** The cells of a place, along each coordinate. */
final class Cells {
    private static final double[] NONE = {0, 0};

    private Cells() {}

    /** {@code [dimensions][2]}; those of inactive coordinates mean nothing. */
    static double[][] of(List<Scalar> scalars, double[] u) {
        double[][] cells = new double[u.length][];
        for (int i = 0; i < u.length; i++) {
            cells[i] = Double.isNaN(u[i]) ? NONE : scalars.get(i).cell(u[i]);
        }
        return cells;
    }
}
