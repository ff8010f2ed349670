package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.math.ColumnMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trains a machine for every pair of classes (Hsu and Lin, 2002, IEEE Trans. Neural Networks 13(2)). For one thread. */
final class OneAgainstOne {
    private final Kernel kernel;
    private final int[] present;
    /** {@code [k][rows of the class][p]}. */
    private final double[][][] rows;

    private final List<Machine> machines = new ArrayList<>();

    private record Machine(int a, int b, Smo.Solution solution) {}

    /** @param most {@code [k]} how large the weights of a class may get */
    OneAgainstOne(Kernel kernel, Dataset train, double[] most, double tol) {
        int[] y = ((Dataset.Classes) train.target()).y();
        this.kernel = kernel;
        this.present = IntStream.of(y).distinct().sorted().toArray();
        this.rows = IntStream.range(0, most.length)
                .mapToObj(c -> IntStream.range(0, y.length)
                        .filter(i -> y[i] == c)
                        .mapToObj(i -> train.x()[i])
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        for (int a : present) {
            for (int b : present) {
                if (a < b) {
                    machines.add(new Machine(a, b, solution(rows[a], most[a], rows[b], most[b], tol)));
                }
            }
        }
    }

    private Smo.Solution solution(double[][] a, double mostOfA, double[][] b, double mostOfB, double tol) {
        double[][] x = Stream.of(a, b).flatMap(Arrays::stream).toArray(double[][]::new);
        double[] y = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        Arrays.fill(y, 0, a.length, 1);
        Arrays.fill(high, 0, a.length, mostOfA);
        Arrays.fill(y, a.length, x.length, -1);
        Arrays.fill(low, a.length, x.length, -mostOfB);
        return new Smo(new KernelRows(kernel, x), y, low, high).solve(tol);
    }

    /** Whether none stopped early. */
    boolean converged() {
        return machines.stream().allMatch(m -> m.solution().converged());
    }

    /** What they say together, of the rows that one of them reads. */
    PairwiseScores scores() {
        int[][] read = read();
        int[] starts = new int[rows.length + 1];
        for (int c = 0; c < rows.length; c++) {
            starts[c + 1] = starts[c] + read[c].length;
        }
        double[][] support = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(c -> IntStream.of(read[c]).mapToObj(i -> rows[c][i]))
                .toArray(double[][]::new);
        List<PairwiseScores.Pair> pairs =
                machines.stream().map(m -> pair(m, read[m.a], read[m.b])).toList();
        ColumnMatrix columns = ColumnMatrix.of(support, rows[present[0]][0].length);
        return new PairwiseScores(kernel, present, columns, starts, pairs);
    }

    private PairwiseScores.Pair pair(Machine m, int[] readOfA, int[] readOfB) {
        double[] beta = m.solution.beta();
        int behind = rows[m.a].length;
        double[] weights = IntStream.concat(
                        IntStream.of(readOfA), IntStream.of(readOfB).map(i -> behind + i))
                .mapToDouble(i -> beta[i])
                .toArray();
        return new PairwiseScores.Pair(m.a, m.b, weights, m.solution.bias());
    }

    /** {@code [k]} which rows of a class have a weight somewhere, rising. */
    private int[][] read() {
        boolean[][] read = Arrays.stream(rows).map(r -> new boolean[r.length]).toArray(boolean[][]::new);
        for (Machine m : machines) {
            double[] beta = m.solution.beta();
            for (int i = 0; i < beta.length; i++) {
                int behind = i - rows[m.a].length;
                if (beta[i] != 0) {
                    read[behind < 0 ? m.a : m.b][behind < 0 ? i : behind] = true;
                }
            }
        }
        return Arrays.stream(read)
                .map(of -> IntStream.range(0, of.length).filter(i -> of[i]).toArray())
                .toArray(int[][]::new);
    }
}
