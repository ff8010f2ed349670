package dev.fettle.kernel.magic;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.word.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code %tune models} and {@code %tune model NAME} show. */
final class ModelsPage {
    /** Ranges may depend on the data; a page must show some. */
    private static final Dataset.Shape TYPICAL = new Dataset.Shape(1000, 10, List.of(), 2);

    private static final Dataset.Target CLASSES = new Dataset.Classes(new int[0], List.of());
    private static final Dataset.Target VALUES = new Dataset.Values(new double[0]);

    private ModelsPage() {}

    /** All models, a line each. */
    static String all() {
        return Learners.all().stream().map(ModelsPage::line).collect(Collectors.joining("\n"))
                + "\n\n%tune model NAME explains one. --model NAME,NAME compares several. A method of the notebook is a model"
                + " too: see %tune model own.";
    }

    private static String line(Learner learner) {
        String names =
                learner.hyperparameters().stream().map(Hyperparameter::name).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-20s %-15s %s%s", learner.name(), kinds(learner), names, needs(learner));
    }

    private static String needs(Learner learner) {
        return learner.needs()
                .map(need -> "; needs " + need.library() + ", which is not on the class path: " + need.line())
                .orElse("");
    }

    private static String kinds(Learner learner) {
        boolean classes = learner.learns(CLASSES);
        return classes && learner.learns(VALUES) ? "classes, values" : classes ? "classes" : "values";
    }

    /**
     * One model: what it may be told, and where it is searched.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static String of(String name) {
        return name.equals("own") ? own() : of(Learners.of(name));
    }

    private static String of(Learner learner) {
        String all = learner.hyperparameters().stream().map(ModelsPage::line).collect(Collectors.joining("\n"));
        return learner.name() + ": learns " + kinds(learner).replace(", ", " and ")
                + (learner.wantsScale() ? "; columns of numbers are scaled, unless --scale off" : "")
                + learner.resource()
                        .map(r -> "; " + r + " says how long it trains")
                        .orElse("") + needs(learner) + ".\n\n" + all
                + "\n\nSearched by default, of a table of " + TYPICAL.rows() + " rows and " + TYPICAL.features()
                + " columns:\n" + learner.space(TYPICAL).text();
    }

    private static String line(Hyperparameter h) {
        return String.format(
                Locale.ROOT, "%-22s %s; %s (%s)", h.name(), h.meaning(), h.legal(), Words.of(h.standard()));
    }

    private static String own() {
        return """
                A method of the notebook that trains a model from a point, rows and a target:

                KNN<double[]> near(Point p, double[][] x, int[] y) {
                    return KNN.fit(x, y, p.whole("k"));
                }

                %%gridsearch own --model near --data iris
                k in 1..9

                It gives a Classifier<double[]> or a Regression<double[]> of Smile, or any ToDoubleFunction<double[]>. With double[] y
                it learns values. p.whole("seed") is a seed of the fold. Columns come as for the models of the list: --impute, --scale.
                """;
    }
}
