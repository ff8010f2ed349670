package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineTest implements LearnerContract {
    private static final double NAN = Double.NaN;

    @Override
    public Learner learner() {
        return new Pipeline(List.of(new Medians()), new MlpLearner());
    }

    private static Dataset holes(double... x) {
        return new Dataset(
                "holes",
                List.of(new Feature.Numbers("a", x)),
                "y",
                new Dataset.Classes(new int[x.length], List.of("u", "v")));
    }

    @Test
    void takesWhatItsStepsMakeNumbersOf() {
        assertThat(new MlpLearner().problems(holes(1, NAN))).hasSize(1);
        assertThat(learner().problems(holes(1, NAN))).isEmpty();
    }

    @Test
    void stepsAreFittedOnTheTrainingRowsAlone() {
        Transform.Fitted fitted = new Medians()
                .fit(
                        Configuration.of("medians", new Medians().hyperparameters(), Map.of()),
                        holes(3, 5, 9),
                        new Seed(0));
        assertThat(((Feature.Numbers)
                                fitted.apply(holes(NAN, 100, 200)).features().get(0))
                        .x())
                .containsExactly(5, 100, 200);
    }

    @Test
    void withoutStepsItIsItsLearner() {
        Learner bare = new Pipeline(List.of(), new MlpLearner());
        Dataset data = sets().get(0);
        assertThat(bare.fit(bare.configure(Map.of()), data, Fitting.of(new Seed(1)))
                        .predictor()
                        .predict(data))
                .isDeepEqualTo(new MlpLearner()
                        .fit(bare.configure(Map.of()), data, Fitting.of(new Seed(1)))
                        .predictor()
                        .predict(data));
    }

    @Test
    void itsSizeIsThatOfWhatComesOutOfTheSteps() {
        Dataset.Shape shape = new Dataset.Shape(100, 4, List.of(), 3);
        Configuration doubled = learner().configure(Map.of("add_indicator", true, "hidden_layer_sizes", 10));
        assertThat(learner().size(doubled, shape)).isEqualTo((8 + 1) * 10 + 11 * 3);
    }

    @Test
    void aFoldWithMissingNumbersIsScored() throws Exception {
        Dataset iris = Bundled.dataset("iris", null);
        List<Feature> features = new ArrayList<>(iris.features());
        double[] petal = ((Feature.Numbers) features.get(2)).x().clone();
        for (int i = 0; i < petal.length; i += 10) {
            petal[i] = NAN;
        }
        features.set(2, new Feature.Numbers("petal_length", petal));
        Dataset holes = iris.with(features);
        assertThatThrownBy(() -> Task.of(holes, 0, 5, new MlpLearner(), List.of(Metrics.ACCURACY), Map.of(), 1))
                .hasMessageStartingWith("Column (petal_length) must have no missing values; it has 15");
        Task task = Task.of(holes, 0.2, 5, learner(), List.of(Metrics.ACCURACY), Map.of("solver", "lbfgs"), 1);
        assertThat(task.refit(dev.fettle.space.Point.of(Map.of("add_indicator", true)), new Seed(1))
                        .testScore())
                .isGreaterThan(0.8);
    }

    @Test
    void namesOfHyperparametersMustDiffer() {
        assertThatThrownBy(() -> new Pipeline(List.of(new Medians(), new Medians()), new MlpLearner()))
                .hasMessageStartingWith("Hyperparameters of a pipeline must have different names: [add_indicator, ");
    }

    @Test
    void whatItTellsWhileItTrainsIsOfRowsAsTheyWereBeforeTheSteps() {
        Dataset.Target y = new Dataset.Values(new double[] {1, 2, 3, 4});
        Dataset holes = new Dataset("d", List.of(new Feature.Numbers("a", new double[] {1, NAN, 3, 4})), "y", y);
        Dataset filled = new Dataset("d", List.of(new Feature.Numbers("a", new double[] {1, 3, 3, 4})), "y", y);
        assertThat(told(new Pipeline(List.of(new Medians()), new Descent()), holes))
                .hasSize(3 * 4)
                .isEqualTo(told(new Descent(), filled));
    }

    /** What a training of four rounds says of its own rows behind each of the first three. */
    private static List<Double> told(Learner learner, Dataset rows) {
        List<Double> told = new ArrayList<>();
        learner.fit(learner.configure(Map.of()), rows, new Fitting() {
            @Override
            public Seed seed() {
                return new Seed(0);
            }

            @Override
            public int resource() {
                return 4;
            }

            @Override
            public boolean report(int step, Model.Predictor soFar) {
                Arrays.stream(soFar.predict(rows)).forEach(row -> told.add(row[0]));
                return true;
            }
        });
        return told;
    }
}
