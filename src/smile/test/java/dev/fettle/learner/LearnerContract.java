package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Travel;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every learner keeps. */
public interface LearnerContract {
    Learner learner();

    /** Small sets that it learns, of each kind of target: two classes, three of which one has no row, values. */
    default List<Dataset> sets() {
        List<Dataset> all = List.of(
                Blobs.with(new Dataset.Classes(Blobs.codes(2), List.of("no", "yes"))),
                Blobs.with(new Dataset.Classes(Blobs.codes(2), List.of("a", "b", "never"))),
                Blobs.with(new Dataset.Classes(Blobs.codes(3), List.of("a", "b", "c"))),
                Blobs.with(new Dataset.Values(Blobs.sums())));
        return all.stream().filter(d -> learner().learns(d.target())).toList();
    }

    /** The predictions after a training. */
    default double[][] predictions(Dataset data, Map<String, ?> values, Fitting fitting) {
        Model model = learner().fit(learner().configure(values), data, fitting);
        return model.predictor().predict(data);
    }

    @Test
    default void learnsEveryTargetThatItSaysItLearns() {
        assertThat(sets()).isNotEmpty();
        for (Dataset data : sets()) {
            double[][] said = predictions(data, Map.of(), Fitting.of(new Seed(1)));
            int columns = Math.max(1, data.shape().classes());
            assertThat(said).hasDimensions(data.rows(), columns);
            assertThat(Arrays.stream(said).flatMapToDouble(Arrays::stream)).allMatch(Double::isFinite);
            if (data.target() instanceof Dataset.Classes) {
                for (double[] row : said) {
                    assertThat(DoubleStream.of(row).sum()).isCloseTo(1, within(1e-9));
                    assertThat(DoubleStream.of(row)).allMatch(p -> p >= 0);
                }
            }
        }
    }

    @Test
    default void namesWhatItDoesNotLearnFrom() {
        Feature words = new Feature.Levels("town", new int[Blobs.ROWS], List.of("Ulm"));
        for (Dataset data : sets()) {
            assertThat(learner().problems(data)).isEmpty();
            List<Feature> more = new ArrayList<>(data.features());
            more.add(words);
            assertThat(learner().problems(data.with(more))).hasSize(learner().takes(words) ? 0 : 1);
        }
        Dataset values = Blobs.with(new Dataset.Values(Blobs.sums()));
        assertThat(learner().problems(values)).hasSize(learner().learns(values.target()) ? 0 : 1);
    }

    @Test
    default void sameSeedSamePredictionsOnAnyThread() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Dataset data : sets()) {
                double[][] here = predictions(data, Map.of(), Fitting.of(new Seed(5)));
                List<Callable<double[][]>> calls = IntStream.range(0, 4)
                        .<Callable<double[][]>>mapToObj(i -> () -> predictions(data, Map.of(), Fitting.of(new Seed(5))))
                        .toList();
                for (Future<double[][]> there : pool.invokeAll(calls)) {
                    assertThat(there.get()).isDeepEqualTo(here);
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    default void theDataAreLeftAsTheyWere() {
        for (Dataset data : sets()) {
            String before = data.fingerprint();
            double[][] x = Arrays.stream(data.x()).map(double[]::clone).toArray(double[][]::new);
            predictions(data, Map.of(), Fitting.of(new Seed(2)));
            assertThat(data.fingerprint()).isEqualTo(before);
            assertThat(data.x()).isDeepEqualTo(x);
        }
    }

    @Test
    default void hyperparametersSayWhatTheyAre() {
        List<Hyperparameter> all = learner().hyperparameters();
        assertThat(all)
                .extracting(Hyperparameter::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[a-zA-Z]\\w*"));
        for (Hyperparameter each : all) {
            assertThat(each.problem(each.standard())).as(each.name()).isEmpty();
            assertThat(each.meaning())
                    .as(each.name())
                    .isNotBlank()
                    .doesNotContain("\n")
                    .doesNotEndWith(".");
            assertThat(learner().configure(Map.of()).value(each.name())).isEqualTo(each.standard());
        }
        assertThat(learner().name()).matches("[a-z][a-z0-9_+]*");
    }

    @Test
    default void wrongValuesAreRefusedByNameBeforeATraining() {
        List<Object> odd =
                List.of(new Object(), List.of(), List.of("x"), Double.NaN, Double.POSITIVE_INFINITY, "~", -7);
        for (Hyperparameter each : learner().hyperparameters()) {
            assertThat(odd)
                    .filteredOn(v -> each.problem(v).isEmpty())
                    .as(each.name())
                    .hasSizeLessThanOrEqualTo(1);
            for (Object value : odd) {
                each.problem(value).ifPresent(problem -> {
                    assertThat(problem).startsWith(each.name() + " (").contains(" must be ");
                    assertThatThrownBy(() -> learner().configure(Map.of(each.name(), value)))
                            .hasMessage(problem);
                });
            }
        }
        assertThatThrownBy(() -> learner().configure(Map.of("no_such", 1)))
                .hasMessageStartingWith(
                        "Parameter (no_such) must be one that " + learner().name() + " has: ");
    }

    @Test
    default void itsOwnSpaceHoldsWhatItTakes() {
        RandomGenerator random = new Seed(3).random();
        for (Dataset data : sets()) {
            SearchSpace space = learner().space(data.shape());
            assertThat(learner().hyperparameters())
                    .extracting(Hyperparameter::name)
                    .containsAll(space.names());
            for (int i = 0; i < 50; i++) {
                double[] u = random.doubles(space.dimensions()).toArray();
                Configuration values = learner().configure(space.decode(u).entries());
                assertThat(learner().problems(values, data.shape())).isEmpty();
                assertThat(learner().size(values, data.shape())).isPositive().isFinite();
            }
        }
    }

    @Test
    default void anInterruptEndsATrainingAndStaysSet() {
        for (Dataset data : sets()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> predictions(data, Map.of(), Fitting.of(new Seed(1))))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    default void aResourceIsTheHyperparameterOfThatName() {
        learner().resource().ifPresent(name -> {
            assertThat(learner().has(name)).isTrue();
            for (Dataset data : sets()) {
                for (int resource : new int[] {1, 7}) {
                    assertThat(predictions(data, Map.of(), Fitting.of(new Seed(4), resource)))
                            .isDeepEqualTo(predictions(data, Map.of(name, resource), Fitting.of(new Seed(4))));
                }
                assertThat(Arrays.deepEquals(
                                predictions(data, Map.of(), Fitting.of(new Seed(4), 1)),
                                predictions(data, Map.of(), Fitting.of(new Seed(4), 7))))
                        .isFalse();
            }
        });
    }

    @Test
    default void aReportIsWhatAShorterTrainingWouldHaveLedTo() {
        for (Dataset data : sets()) {
            Listening heard = new Listening(data, 9, Integer.MAX_VALUE);
            double[][] end = predictions(data, Map.of(), heard);
            assertThat(heard.steps).isSorted().doesNotHaveDuplicates().allMatch(s -> s >= 1 && s <= 9);
            assertThat(end).isDeepEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(4), 9)));
            for (int i = 0; i < heard.steps.size(); i++) {
                assertThat(heard.said.get(i))
                        .isDeepEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(4), heard.steps.get(i))));
            }
        }
    }

    @Test
    default void whoIsToldToStopTellsNoMore() {
        for (Dataset data : sets()) {
            Listening heard = new Listening(data, 9, 1);
            predictions(data, Map.of(), heard);
            assertThat(heard.steps).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    default void aLearnerLearnsTheSameOnAnotherMachine() throws Exception {
        Learner there = (Learner) Travel.object(Travel.bytes(learner()));
        for (Dataset data : sets()) {
            Model model = there.fit(there.configure(Map.of()), data, Fitting.of(new Seed(6)));
            assertThat(model.predictor().predict(data))
                    .isDeepEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(6))));
        }
    }

    @Test
    default void aModelCanBeStored() throws Exception {
        for (Dataset data : sets()) {
            Model model = learner().fit(learner().configure(Map.of()), data, Fitting.of(new Seed(6)));
            Model there = (Model) Travel.object(Travel.bytes(model));
            assertThat(there.predictor().predict(data))
                    .isDeepEqualTo(model.predictor().predict(data));
        }
    }

    @Test
    default void whatIsNotReadDoesNotMatter() {
        for (Dataset data : sets()) {
            Configuration standard = learner().configure(Map.of());
            double[][] before = predictions(data, Map.of(), Fitting.of(new Seed(8)));
            for (Parameter p : learner().space(data.shape()).parameters()) {
                if (!learner().reads(p.name(), standard)) {
                    Map<String, Object> other =
                            Map.of(p.name(), p.join(List.of(p.scalars().get(0).decode(0.9))));
                    assertThat(predictions(data, other, Fitting.of(new Seed(8))))
                            .isDeepEqualTo(before);
                }
            }
        }
    }

    /** Hears every report, and says stop after some. */
    final class Listening implements Fitting {
        private final Dataset data;
        private final int resource;
        private final int most;
        private final List<Integer> steps = new ArrayList<>();
        private final List<double[][]> said = new ArrayList<>();

        Listening(Dataset data, int resource, int most) {
            this.data = data;
            this.resource = resource;
            this.most = most;
        }

        @Override
        public Seed seed() {
            return new Seed(4);
        }

        @Override
        public int resource() {
            return resource;
        }

        @Override
        public boolean report(int step, Model.Predictor soFar) {
            steps.add(step);
            said.add(soFar.predict(data));
            return steps.size() < most;
        }
    }
}
