package dev.fettle.sampler.cma;

import dev.fettle.space.Axis;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which coordinates of the unit cube are numbers, which are categories, and where cells of a lattice end. Axes of a single
 * value are neither. Nobody may write into the arrays, so it is for any thread.
 *
 * @param scalars all coordinates
 * @param numeric {@code [n]} coordinates of the normal distribution: continuous ones and lattices
 * @param lattice {@code [n]} whether each is a lattice
 * @param nominal {@code [categories]} coordinates of the categorical distribution
 * @param values {@code [categories]} how many values each has, at least 2
 */
record Layout(SearchSpace space, List<Scalar> scalars, int[] numeric, boolean[] lattice, int[] nominal, int[] values) {
    static Layout of(SearchSpace space) {
        List<Axis> axes = space.axes();
        int[] numeric = IntStream.range(0, axes.size())
                .filter(i -> axes.get(i) instanceof Axis.Continuous
                        || (axes.get(i) instanceof Axis.Lattice l && l.cells() > 1))
                .toArray();
        boolean[] lattice = new boolean[numeric.length];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = axes.get(numeric[i]) instanceof Axis.Lattice;
        }
        int[] nominal = IntStream.range(0, axes.size())
                .filter(i -> axes.get(i) instanceof Axis.Nominal n && n.values() > 1)
                .toArray();
        int[] values = Arrays.stream(nominal)
                .map(i -> ((Axis.Nominal) axes.get(i)).values())
                .toArray();
        return new Layout(space, space.scalars(), numeric, lattice, nominal, values);
    }

    /** How many axes can vary; at least 1. */
    int dimensions() {
        return Math.max(1, numeric.length + nominal.length);
    }

    /** The place in the unit cube of numbers, which are cut off at its walls, and categories. */
    double[] place(double[] numbers, int[] categories) {
        double[] u = new double[scalars.size()];
        Arrays.fill(u, 0.5);
        for (int i = 0; i < numeric.length; i++) {
            u[numeric[i]] = Math.min(1, Math.max(0, numbers[i]));
        }
        for (int i = 0; i < nominal.length; i++) {
            u[nominal[i]] = (categories[i] + 0.5) / values[i];
        }
        return u;
    }

    /** {@code [n]} the numbers of a place; {@code missing} where that has NaN. */
    double[] numbers(double[] place, double[] missing) {
        double[] numbers = new double[numeric.length];
        for (int i = 0; i < numeric.length; i++) {
            double u = place[numeric[i]];
            numbers[i] = Double.isNaN(u) ? missing[i] : u;
        }
        return numbers;
    }

    /** {@code [categories]} the categories of a place; −1 where that has NaN. */
    int[] categories(double[] place) {
        int[] categories = new int[nominal.length];
        for (int i = 0; i < nominal.length; i++) {
            double u = place[nominal[i]];
            categories[i] = Double.isNaN(u) ? -1 : Math.min(values[i] - 1, (int) (u * values[i]));
        }
        return categories;
    }

    /** The borders {@code {low, high}} of the cell of a lattice at x; −∞ and ∞ where there is no further cell. */
    double[] cell(int axis, double x) {
        Scalar scalar = scalars.get(numeric[axis]);
        double u = Math.min(1, Math.max(0, x));
        long cells = scalar.size().orElseThrow();
        if (scalar.equallyLikely()) {
            double k = Math.min(cells - 1.0, StrictMath.floor(u * cells));
            return new double[] {
                k == 0 ? Double.NEGATIVE_INFINITY : k / cells,
                k == cells - 1.0 ? Double.POSITIVE_INFINITY : (k + 1) / cells
            };
        }
        Object value = scalar.decode(u);
        return new double[] {
            value.equals(scalar.decode(0)) ? Double.NEGATIVE_INFINITY : border(scalar, value, u, 0),
            value.equals(scalar.decode(1)) ? Double.POSITIVE_INFINITY : border(scalar, value, u, 1)
        };
    }

    /** Where the value ends between a place that has it and one that has not. */
    private static double border(Scalar scalar, Object value, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int halving = 0; halving < 50; halving++) {
            double middle = (in + out) / 2;
            if (value.equals(scalar.decode(middle))) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return (in + out) / 2;
    }
}
