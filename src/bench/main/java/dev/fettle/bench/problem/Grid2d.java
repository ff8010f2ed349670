package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.space.Point;
import java.util.function.ToDoubleFunction;

/** Bilinear interpolation between values at equal steps of the logarithms of two parameters. */
record Grid2d(Axis rows, Axis columns, double[][] values) implements ToDoubleFunction<Point> {
    /** @param first decimal logarithm at index 0 */
    private record Axis(String param, double first, double step, int count) {
        static Axis of(JsonNode node) {
            return new Axis(
                    node.get("param").textValue(),
                    node.get("first").doubleValue(),
                    node.get("step").doubleValue(),
                    node.get("count").intValue());
        }

        double position(Point point) {
            double t = (Math.log10(point.real(param)) - first) / step;
            return Math.min(Math.max(t, 0), count - 1.0);
        }
    }

    static Grid2d of(JsonNode grid) {
        JsonNode axes = grid.get("axes");
        return new Grid2d(Axis.of(axes.get(0)), Axis.of(axes.get(1)), ProblemFile.rows(grid.get("values")));
    }

    @Override
    public double applyAsDouble(Point point) {
        double row = rows.position(point);
        double column = columns.position(point);
        int i = Math.min((int) row, rows.count() - 2);
        int j = Math.min((int) column, columns.count() - 2);
        double u = row - i;
        double v = column - j;
        return (1 - u) * (1 - v) * values[i][j]
                + u * (1 - v) * values[i + 1][j]
                + (1 - u) * v * values[i][j + 1]
                + u * v * values[i + 1][j + 1];
    }
}
