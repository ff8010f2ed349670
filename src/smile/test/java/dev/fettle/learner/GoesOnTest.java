package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training with little, more and more resource that goes on each time, beside one from the beginning. */
class GoesOnTest {
    private static final class Keeping implements Fitting {
        private final List<String> told = new ArrayList<>();
        private final Dataset rows;
        private int resource;
        private @Nullable Object standing;
        private boolean wentOn;

        Keeping(Dataset rows) {
            this.rows = rows;
        }

        @Override
        public Seed seed() {
            return new Seed(7);
        }

        @Override
        public int resource() {
            return resource;
        }

        @Override
        public boolean report(int step, Model.Predictor soFar) {
            told.add(step + " " + Arrays.deepHashCode(soFar.predict(rows)));
            return true;
        }

        @Override
        public Optional<Object> stood() {
            wentOn |= standing != null;
            return Optional.ofNullable(standing);
        }

        @Override
        public void keep(Object now, long bytes) {
            assertThat(bytes).isPositive();
            standing = now;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mlp, iris, solver=adam",
        "mlp, iris, solver=sgd learning_rate=adaptive learning_rate_init=0.5 n_iter_no_change=2",
        "mlp, iris, early_stopping=true n_iter_no_change=3",
        "mlp, iris, solver=sgd learning_rate=invscaling batch_size=20",
        "mlp, diabetes, early_stopping=true",
        "gradient_tree_boost, iris, subsample=0.5",
        "gradient_tree_boost, diabetes, loss=absolute_error max_features=0.5",
        "ada_boost, iris, learning_rate=0.5",
        "ada_boost, iris, max_depth=9",
        "random_forest, iris, max_features=sqrt",
        "random_forest, diabetes, bootstrap=true"
    })
    void itEndsWithTheVeryBitsOfATrainingFromTheBeginning(String name, String data, String settings) {
        Learner learner = Learners.of(name);
        Dataset rows = Bundled.dataset(data, null);
        Configuration values = learner.configure(values(settings));
        Keeping goesOn = new Keeping(rows);
        List<double[][]> before = new ArrayList<>();
        List<Model> models = new ArrayList<>();
        for (int resource : new int[] {1, 3, 9, 30}) {
            goesOn.resource = resource;
            models.add(learner.fit(values, rows, goesOn));
            before.add(models.get(models.size() - 1).predictor().predict(rows));
        }
        Keeping whole = new Keeping(rows);
        whole.resource = 30;
        Model model = learner.fit(values, rows, whole);
        assertThat(goesOn.wentOn).isTrue();
        assertThat(before.get(3)).isDeepEqualTo(model.predictor().predict(rows));
        assertThat(goesOn.told).isEqualTo(whole.told);
        // What went on has not changed the model that was there before.
        assertThat(models.get(1).predictor().predict(rows)).isDeepEqualTo(before.get(1));
    }

    private static Map<String, Object> values(String settings) {
        Map<String, Object> values = new TreeMap<>();
        for (String setting : settings.split(" ", -1)) {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), value(setting.substring(equals + 1)));
        }
        return values;
    }

    private static Object value(String text) {
        if (text.equals("true")) {
            return true;
        }
        if (text.matches("\\d+")) {
            return Integer.valueOf(text);
        }
        return text.matches("[\\d.]+") ? (Object) Double.valueOf(text) : text;
    }
}
