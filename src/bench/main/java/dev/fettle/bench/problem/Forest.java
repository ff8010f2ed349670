package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The mean over regression trees.
 *
 * @param power whether 10 to the mean is meant
 */
record Forest(List<Feature> features, List<Tree> trees, boolean power) implements ToDoubleFunction<Point> {
    /**
     * A column of what the trees see.
     *
     * @param value of which {@code equals} is 1, else unused
     */
    private record Feature(String param, String encode, String value) {
        double of(Point point) {
            return switch (encode) {
                case "linear" -> point.real(param);
                case "log10" -> Math.log10(point.real(param));
                default -> point.text(param).equals(value) ? 1 : 0;
            };
        }
    }

    /**
     * Nodes by number, from the root 0.
     *
     * @param feature of a node; −1 for a leaf
     * @param threshold up to which left is taken; the value of a leaf
     */
    private record Tree(int[] feature, double[] threshold, int[] left, int[] right) {
        static Tree of(JsonNode node) {
            return new Tree(
                    wholes(node.get("f")),
                    ProblemFile.numbers(node.get("t")),
                    wholes(node.get("l")),
                    wholes(node.get("r")));
        }

        private static int[] wholes(JsonNode array) {
            int[] wholes = new int[array.size()];
            for (int i = 0; i < wholes.length; i++) {
                wholes[i] = array.get(i).intValue();
            }
            return wholes;
        }

        double of(double[] row) {
            int n = 0;
            while (feature[n] >= 0) {
                n = row[feature[n]] <= threshold[n] ? left[n] : right[n];
            }
            return threshold[n];
        }
    }

    static Forest of(JsonNode forest) {
        List<Feature> features = new ArrayList<>();
        forest.get("features")
                .forEach(f -> features.add(new Feature(
                        f.get("param").textValue(),
                        f.get("encode").textValue(),
                        f.path("value").asText())));
        List<Tree> trees = new ArrayList<>();
        forest.get("trees").forEach(t -> trees.add(Tree.of(t)));
        return new Forest(features, trees, forest.path("output").asText().equals("pow10"));
    }

    @Override
    public double applyAsDouble(Point point) {
        double[] row = features.stream().mapToDouble(f -> f.of(point)).toArray();
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.of(row);
        }
        double mean = sum / trees.size();
        return power ? Math.pow(10, mean) : mean;
    }
}
