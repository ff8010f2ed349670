package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each step of a pipeline is given, and in which order. */
class PipelineStepsTest {
    /** Adds, or multiplies by, a number that it is told, and the sum of its training rows to that; says what it was given. */
    private record Step(String name, boolean times, int columns, List<Object> given) implements Transform {
        private static final long serialVersionUID = 1;

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of(Hyperparameter.whole(name + "_by", 2, Interval.atLeast(0), "by how much"));
        }

        @Override
        public boolean makesNumbersOf(Feature feature) {
            return feature.name().equals(name);
        }

        @Override
        public Fitted fit(Configuration values, Dataset train, Seed seed) {
            given.addAll(List.of(name, values.entries(), numbers(train), seed));
            int by = values.whole(name + "_by");
            return rows -> rows.with(List.of(new Feature.Numbers(
                    "a",
                    numbers(rows).stream()
                            .mapToDouble(v -> times ? v * by : v + by)
                            .toArray())));
        }

        @Override
        public Dataset.Shape shape(Configuration values, Dataset.Shape before) {
            return new Dataset.Shape(
                    before.rows(),
                    before.numbers() * columns + values.whole(name + "_by"),
                    List.of(),
                    before.classes());
        }
    }

    private static List<Double> numbers(Dataset data) {
        return Arrays.stream(((Feature.Numbers) data.features().get(0)).x())
                .boxed()
                .toList();
    }

    /** Predicts its only feature, and says what it was given. */
    private record Echo(List<Object> given) implements Learner {
        private static final long serialVersionUID = 1;

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of(Hyperparameter.whole("rounds", 5, Interval.atLeast(1), "how many"));
        }

        @Override
        public SearchSpace space(Dataset.Shape data) {
            return SearchSpace.of(Whole.between("rounds", 1, data.features()));
        }

        @Override
        public boolean learns(Dataset.Target target) {
            return target instanceof Dataset.Values;
        }

        @Override
        public Model fit(Configuration values, Dataset train, Fitting fitting) {
            given.addAll(List.of(values.entries(), numbers(train), fitting.seed(), fitting.resource()));
            return new Model(
                    "the last",
                    rows -> numbers(rows).stream().map(v -> new double[] {v}).toArray(double[][]::new),
                    Map.of("Slow.", 3));
        }

        @Override
        public double size(Configuration values, Dataset.Shape data) {
            return 100 * data.features() + values.whole("rounds");
        }

        @Override
        public Optional<String> resource() {
            return Optional.of("rounds");
        }

        @Override
        public List<String> problems(Configuration values, Dataset.Shape data) {
            return List.of(values.whole("rounds") + " of " + data.rows() + " × " + data.features());
        }
    }

    private final List<Object> first = new ArrayList<>();
    private final List<Object> second = new ArrayList<>();
    private final List<Object> last = new ArrayList<>();
    private final Pipeline pipeline = new Pipeline(
            List.of(new Step("plus", false, 1, first), new Step("times", true, 10, second)), new Echo(last));

    private static Dataset data(double... x) {
        return new Dataset("d", List.of(new Feature.Numbers("a", x)), "y", new Dataset.Values(new double[x.length]));
    }

    @Test
    void stepsWorkOneAfterTheOtherEachWithItsOwnValuesAndSeed() {
        Configuration values = pipeline.configure(Map.of("times_by", 10, "rounds", 7));
        Model model = pipeline.fit(values, data(1, 2), Fitting.of(new Seed(3), 4));
        assertThat(first)
                .containsExactly(
                        "plus",
                        Map.of("plus_by", 2),
                        List.of(1.0, 2.0),
                        new Seed(3).child("step").child(0));
        assertThat(second)
                .containsExactly(
                        "times",
                        Map.of("times_by", 10),
                        List.of(3.0, 4.0),
                        new Seed(3).child("step").child(1));
        assertThat(last).containsExactly(Map.of("rounds", 7), List.of(30.0, 40.0), new Seed(3), 4);
        assertThat(model.predictor().predict(data(5, 0, 1))).isDeepEqualTo(new double[][] {{70}, {20}, {30}});
        assertThat(model.smile()).isEqualTo("the last");
        assertThat(model.warnings()).isEqualTo(Map.of("Slow.", 3));
    }

    @Test
    void namesAndHyperparametersStandInTheOrderOfTheWork() {
        assertThat(pipeline.name()).isEqualTo("echo");
        assertThat(pipeline.hyperparameters())
                .extracting(Hyperparameter::name)
                .containsExactly("plus_by", "times_by", "rounds");
        assertThat(pipeline.resource()).contains("rounds");
        assertThat(pipeline.learns(new Dataset.Values(new double[1]))).isTrue();
        assertThat(pipeline.learns(new Dataset.Classes(new int[1], List.of("u"))))
                .isFalse();
    }

    /** Three numbers become 3 + 2 and those 50 + 2, or as many as the values say. */
    @Test
    void theLearnerIsAskedOfTheShapeThatComesOutOfTheSteps() {
        Dataset.Shape shape = new Dataset.Shape(9, 3, List.of(), 0);
        Configuration values = pipeline.configure(Map.of("plus_by", 1, "times_by", 4));
        assertThat(pipeline.size(values, shape)).isEqualTo(100 * 44 + 5);
        assertThat(pipeline.problems(values, shape)).containsExactly("5 of 9 × 44");
        assertThat(((Whole) pipeline.space(shape).parameters().get(0)).high()).isEqualTo(52);
    }

    @Test
    void aFeatureIsTakenIfTheLearnerOrAnyStepTakesIt() {
        for (String name : List.of("plus", "times", "other")) {
            Feature words = new Feature.Levels(name, new int[] {0}, List.of("u"));
            assertThat(pipeline.takes(words)).as(name).isEqualTo(!name.equals("other"));
        }
        assertThat(pipeline.takes(new Feature.Numbers("other", new double[] {1})))
                .isTrue();
    }

    @Test
    void anUnheardTrainingGoesOnWithItsSeedAndResource() {
        Fitting some = Fitting.of(new Seed(3), 4);
        assertThat(some.seed()).isEqualTo(new Seed(3));
        assertThat(some.resource()).isEqualTo(4);
        assertThat(some.report(1, rows -> new double[0][])).isTrue();
        assertThat(Fitting.of(new Seed(3)).resource()).isEqualTo(Fitting.ALL);
    }

    @Test
    void whoWantsATrainingToEndIsHeardThroughTheSteps() {
        Learner descent = new Pipeline(List.of(new Medians()), new Descent());
        List<Integer> steps = new ArrayList<>();
        descent.fit(descent.configure(Map.of()), data(1, 2, 3), new Fitting() {
            @Override
            public Seed seed() {
                return new Seed(0);
            }

            @Override
            public int resource() {
                return 5;
            }

            @Override
            public boolean report(int step, Model.Predictor soFar) {
                steps.add(step);
                return step < 2;
            }
        });
        assertThat(steps).containsExactly(1, 2);
    }

    @Test
    void aTransformTakesCompleteNumbersUnlessItSaysOtherwise() {
        Transform plain = new Transform() {
            private static final long serialVersionUID = 1;

            @Override
            public String name() {
                return "plain";
            }

            @Override
            public List<Hyperparameter> hyperparameters() {
                return List.of();
            }

            @Override
            public Fitted fit(Configuration values, Dataset train, Seed seed) {
                return rows -> rows;
            }
        };
        assertThat(plain.makesNumbersOf(new Feature.Numbers("a", new double[] {1})))
                .isTrue();
        assertThat(plain.makesNumbersOf(new Feature.Numbers("a", new double[] {Double.NaN})))
                .isFalse();
        assertThat(plain.makesNumbersOf(new Feature.Levels("a", new int[] {0}, List.of("u"))))
                .isFalse();
        Dataset.Shape shape = new Dataset.Shape(3, 2, List.of(4), 0);
        assertThat(plain.shape(Configuration.of("plain", List.of(), Map.of()), shape))
                .isEqualTo(shape);
    }

    @Test
    void whatHindersALearnerIsTheTargetAndThenEachColumn() {
        Dataset classes = new Dataset(
                "d",
                List.of(
                        new Feature.Numbers("a", new double[] {1, Double.NaN}),
                        new Feature.Numbers("b", new double[] {1, 2}),
                        new Feature.Levels("c", new int[] {0, 0}, List.of("u"))),
                "kind",
                new Dataset.Classes(new int[] {0, 1}, List.of("u", "v")));
        List<String> said = new Echo(last).problems(classes);
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).isEqualTo("Target (kind) must be numbers, not classes, for echo.");
        assertThat(said.get(1)).startsWith("Column (c) must be numbers");
        assertThat(said.get(2)).startsWith("Column (a) must have no missing values");
        Dataset values = new Dataset(
                "d", List.of(new Feature.Numbers("b", new double[] {1, 2})), "y", new Dataset.Values(new double[] {1, 2
                }));
        assertThat(new Centroids().problems(values))
                .containsExactly("Target (y) must be classes, not numbers, for centroids.");
        assertThat(new Echo(last).has("rounds")).isTrue();
        assertThat(new Echo(last).has("round")).isFalse();
    }

    @Test
    void aNetIsAsLargeAsItsWeightsAndBiases() {
        Learner mlp = new MlpLearner();
        Configuration values = mlp.configure(Map.of("hidden_layer_sizes", List.of(3, 2)));
        for (int classes : new int[] {0, 2}) {
            assertThat(mlp.size(values, new Dataset.Shape(9, 4, List.of(), classes)))
                    .isEqualTo(5 * 3 + 4 * 2 + 3);
        }
        assertThat(mlp.size(values, new Dataset.Shape(9, 4, List.of(), 3))).isEqualTo(5 * 3 + 4 * 2 + 3 * 3);
    }

    @Test
    void aNetIsSearchedInTheRangesOfItsPaperFromItsStandardsOn() {
        SearchSpace space = new MlpLearner().space(new Dataset.Shape(9, 4, List.of(), 3));
        assertThat(space.parameters().stream().map(p -> p.name() + " " + p.domain() + " " + p.defaultValue()))
                .containsExactly(
                        "hidden_layer_sizes ~ logInt(16, 264) 100",
                        "activation in {tanh, relu} relu",
                        "alpha ~ logUniform(1e-7, 0.1) 1.0E-4",
                        "learning_rate_init ~ logUniform(1e-4, 0.5) 0.001");
        Configuration standard = new MlpLearner().configure(Map.of());
        assertThat(space.parameters().get(1)).isInstanceOf(Choice.class);
        assertThat(standard.value("activation")).isEqualTo("relu");
        assertThat(standard.wholes("hidden_layer_sizes")).containsExactly(100);
    }
}
