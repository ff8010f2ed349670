package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A transform: the median of a column's training rows where a number is missing, and a column that says where. */
public record Medians() implements Transform {
    private static final long serialVersionUID = 1;

    private static final List<Hyperparameter> ALL =
            List.of(Hyperparameter.flag("add_indicator", false, "whether a column says where numbers were missing"));

    @Override
    public String name() {
        return "medians";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return ALL;
    }

    @Override
    public boolean makesNumbersOf(Feature feature) {
        return feature instanceof Feature.Numbers;
    }

    @Override
    public Dataset.Shape shape(Configuration values, Dataset.Shape before) {
        return new Dataset.Shape(
                before.rows(),
                before.numbers() * (values.flag("add_indicator") ? 2 : 1),
                before.levels(),
                before.classes());
    }

    @Override
    public Fitted fit(Configuration values, Dataset train, Seed seed) {
        double[] medians = train.features().stream()
                .mapToDouble(f -> median(((Feature.Numbers) f).x()))
                .toArray();
        return rows -> rows.with(filled(rows.features(), medians, values.flag("add_indicator")));
    }

    private static double median(double[] x) {
        double[] sorted = Arrays.stream(x).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static List<Feature> filled(List<Feature> features, double[] medians, boolean indicator) {
        List<Feature> all = new ArrayList<>();
        for (int c = 0; c < medians.length; c++) {
            double median = medians[c];
            double[] x = ((Feature.Numbers) features.get(c)).x();
            String name = features.get(c).name();
            all.add(new Feature.Numbers(
                    name,
                    Arrays.stream(x).map(v -> Double.isFinite(v) ? v : median).toArray()));
            if (indicator) {
                all.add(new Feature.Numbers(
                        name + "_missing",
                        Arrays.stream(x).map(v -> Double.isFinite(v) ? 0 : 1).toArray()));
            }
        }
        return all;
    }
}
