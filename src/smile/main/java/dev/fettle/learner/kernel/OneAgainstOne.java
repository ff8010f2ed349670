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
    /** {@code [k][rows of the class]} how large their weights may get. */
    private final double[][] most;

    private final List<Machine> machines = new ArrayList<>();

    private record Machine(int a, int b, Smo.Solution solution) {}

    /** @param most {@code [n]} how large the weight of a row may get */
    OneAgainstOne(Kernel kernel, Dataset train, double[] most, double tol) {
        int[][] rowsOf = ((Dataset.Classes) train.target()).rowsByClass();
        this.kernel = kernel;
        this.present = IntStream.range(0, rowsOf.length)
                .filter(c -> rowsOf[c].length > 0)
                .toArray();
        this.rows = Arrays.stream(rowsOf)
                .map(of -> IntStream.of(of).mapToObj(i -> train.x()[i]).toArray(double[][]::new))
                .toArray(double[][][]::new);
        this.most = Arrays.stream(rowsOf)
                .map(of -> IntStream.of(of).mapToDouble(i -> most[i]).toArray())
                .toArray(double[][]::new);
        for (int a : present) {
            for (int b : present) {
                if (a < b) {
                    machines.add(new Machine(a, b, solution(a, b, tol)));
                }
            }
        }
    }

    private Smo.Solution solution(int a, int b, double tol) {
        double[][] x = Stream.of(rows[a], rows[b]).flatMap(Arrays::stream).toArray(double[][]::new);
        int behind = rows[a].length;
        double[] y = new double[x.length];
        double[] low = new double[x.length];
        Arrays.fill(y, 0, behind, 1);
        Arrays.fill(y, behind, x.length, -1);
        double[] high = Arrays.copyOf(most[a], x.length);
        for (int i = behind; i < x.length; i++) {
            low[i] = -most[b][i - behind];
        }
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
