package dev.fettle.report.view;

import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mean score for each pair of values of two parameters, over everything else; by the first goal, each distinct scored
 * point counted once. For any thread.
 *
 * <pre>{@code
 * Heatmap map = Heatmap.of(history, space, "alpha", "solver");
 * int[] best = map.best(history.goal());
 * }</pre>
 *
 * @param columns labels of the values of {@code x} that were scored, in its order; of a numeric parameter with more than 12 of
 *     them those of about six cells with round edges
 * @param rows labels of the values of {@code y}, likewise
 * @param xEdges of the cells, one more than there are columns; none where the columns are values
 * @param yEdges likewise
 * @param means {@code [rows][columns]}, finite; NaN where no point was scored. Nobody may write into it
 * @param counts of points, {@code [rows][columns]}
 */
public record Heatmap(
        String x,
        String y,
        List<String> columns,
        List<String> rows,
        List<String> xEdges,
        List<String> yEdges,
        double[][] means,
        int[][] counts) {
    public Heatmap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        xEdges = List.copyOf(xEdges);
        yEdges = List.copyOf(yEdges);
    }

    /**
     * The heat map of two parameters.
     *
     * @param x a scalar parameter, or an element of an array, {@code w[0]}
     * @param y another one
     * @throws IllegalArgumentException unless both are of the space, and different
     */
    public static Heatmap of(History history, SearchSpace space, String x, String y) {
        Scalar a = Known.scalar(space, x);
        Scalar b = Known.scalar(space, y);
        if (x.equals(y)) {
            throw new IllegalArgumentException("Parameters (" + x + ", " + y + ") must differ.");
        }
        List<Trial.Completed> trials = Scores.ofPoints(history);
        List<Point> points = trials.stream().map(Trial::point).toList();
        Levels across = Levels.of(a, points);
        Levels down = Levels.of(b, points);
        int columns = across.labels().size();
        Map<Integer, List<Double>> cells = new HashMap<>();
        for (Trial.Completed t : trials) {
            int i = down.place().applyAsInt(t.point());
            int j = across.place().applyAsInt(t.point());
            if (i >= 0 && j >= 0) {
                cells.computeIfAbsent(i * columns + j, c -> new ArrayList<>())
                        .add(t.score().value());
            }
        }
        double[][] means = new double[down.labels().size()][columns];
        for (double[] row : means) {
            Arrays.fill(row, Double.NaN);
        }
        cells.forEach((c, scores) -> means[c / columns][c % columns] = Scores.mean(scores));
        int[][] counts = new int[down.labels().size()][columns];
        cells.forEach((c, scores) -> counts[c / columns][c % columns] = scores.size());
        return new Heatmap(x, y, across.labels(), down.labels(), across.edges(), down.edges(), means, counts);
    }

    /** Row and column of the best mean, of equals the first; null if there is none. */
    public int @Nullable [] best(Goal goal) {
        int[] best = null;
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                boolean first = best == null && !Double.isNaN(means[i][j]);
                if (first || (best != null && goal.better(means[i][j], means[best[0]][best[1]]))) {
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Heatmap h
                && x.equals(h.x)
                && y.equals(h.y)
                && columns.equals(h.columns)
                && rows.equals(h.rows)
                && xEdges.equals(h.xEdges)
                && yEdges.equals(h.yEdges)
                && Arrays.deepEquals(means, h.means)
                && Arrays.deepEquals(counts, h.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                x, y, columns, rows, xEdges, yEdges, Arrays.deepHashCode(means), Arrays.deepHashCode(counts));
    }
}
