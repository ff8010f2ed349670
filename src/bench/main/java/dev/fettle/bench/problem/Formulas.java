package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The formulas of {@code problems/SPEC.md}. */
final class Formulas {
    private Formulas() {}

    static ToDoubleFunction<Point> of(JsonNode file) {
        String name = file.path("formula").asText();
        List<String> params = new ArrayList<>();
        file.get("params").forEach(p -> params.add(p.get("name").textValue()));
        JsonNode constants = file.path("constants");
        return switch (name) {
            case "branin" -> p -> branin(p.real("x1"), p.real("x2"));
            case "hartmann6" -> hartmann6(params, constants);
            case "rosenbrock" -> rosenbrock(params, ProblemFile.numbers(file.get("shift")));
            case "mixed" -> p -> mixed(p, constants);
            case "hp_q1_choice" ->
                p -> p.text("o_x").equals("neg") ? square(-3 - p.real("x_neg")) : square(3 - p.real("x_pos"));
            default -> throw new IllegalArgumentException("Formula (" + name + ") must be one of problems/SPEC.md.");
        };
    }

    private static double branin(double a, double b) {
        double pi = Math.PI;
        return square(b - 5.1 / (4 * pi * pi) * a * a + 5 / pi * a - 6) + 10 * (1 - 1 / (8 * pi)) * Math.cos(a) + 10;
    }

    private static ToDoubleFunction<Point> hartmann6(List<String> params, JsonNode constants) {
        double[] alpha = ProblemFile.numbers(constants.get("alpha"));
        double[][] a = ProblemFile.rows(constants.get("A"));
        double[][] centre = ProblemFile.rows(constants.get("P"));
        return p -> {
            double sum = 0;
            for (int i = 0; i < alpha.length; i++) {
                double exponent = 0;
                for (int j = 0; j < a[i].length; j++) {
                    exponent += a[i][j] * square(p.real(params.get(j)) - centre[i][j]);
                }
                sum -= alpha[i] * Math.exp(-exponent);
            }
            return sum;
        };
    }

    private static ToDoubleFunction<Point> rosenbrock(List<String> params, double[] shift) {
        return p -> {
            double sum = 0;
            for (int i = 0; i + 1 < shift.length; i++) {
                double z = p.real(params.get(i)) - shift[i];
                double next = p.real(params.get(i + 1)) - shift[i + 1];
                sum += 100 * square(next - z * z) + square(1 - z);
            }
            return sum;
        };
    }

    private static double mixed(Point p, JsonNode constants) {
        String arch = p.text("arch");
        String opt = p.text("opt");
        double u = Math.log10(p.real("lr")) - constants.get("m").get(arch).doubleValue();
        double k = (p.real("units") - constants.get("q").get(opt).doubleValue()) / 8;
        return constants.get("T").get(arch).get(opt).doubleValue() + 0.5 * u * u + k * k + 0.1 * Math.abs(u * k);
    }

    private static double square(double x) {
        return x * x;
    }
}
