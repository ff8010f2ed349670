package dev.fettle.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Travel;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    /** A class path without some packages, on which all of ours is loaded anew. */
    private static final class Without extends ClassLoader {
        private final String packages;

        Without(String packages) {
            super(LibraryTest.class.getClassLoader());
            this.packages = packages;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(packages)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : name.startsWith("dev.fettle.") ? ours(name) : super.loadClass(name, resolve);
        }

        private Class<?> ours(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** What the cell of somebody without the library does. */
    static final class Problems implements Callable<List<String>> {
        @Override
        public List<String> call() {
            Learner bare = Learners.of("xgboost");
            Dataset iris = Bundled.dataset("iris", null);
            Learner prepared = Preparation.before(bare, Gaps.OFF, Scaler.NONE);
            bare.configure(bare.space(iris.shape()).decode(new double[6]).entries());
            String training;
            try {
                training = String.valueOf(bare.fit(bare.configure(Map.of()), iris, Fitting.of(new Seed(1)))
                        .warnings());
            } catch (IllegalStateException e) {
                training = String.valueOf(e.getMessage());
            }
            return List.of(
                    training,
                    bare.needs().map(Learner.Need::library).orElse("nothing"),
                    String.join("\n", bare.problems(iris)),
                    String.join("\n", prepared.problems(iris)));
        }
    }

    static final class Reading implements Function<byte[], String> {
        @Override
        public String apply(byte[] model) {
            try {
                return String.valueOf(Travel.object(model));
            } catch (Exception e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static Object without(String packages, Class<?> what) throws ReflectiveOperationException {
        var constructor = new Without(packages).loadClass(what.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoDoesNotHaveItIsToldSoBeforeTheFirstFit() throws Exception {
        String problem = "Model (xgboost) must have ml.dmlc:xgboost4j_2.12:3.4.0 on the class path."
                + " Maybe  %maven ml.dmlc:xgboost4j_2.12:3.4.0  in a cell before; in Maven a dependency.";
        assertThat(((Callable<List<String>>) without("ml.dmlc.", Problems.class)).call())
                .containsExactly(
                        "Model (xgboost) must have ml.dmlc:xgboost4j_2.12:3.4.0 on the class path.",
                        Library.COORDINATES,
                        problem,
                        problem);
        assertThat(new Problems().call()).containsExactly("{}", "nothing", "", "");
    }

    /** As IJava leaves it: its {@code %maven} gets the part, as what Maven calls a bundle, and puts only jars on the path. */
    @Test
    @SuppressWarnings("unchecked")
    void aPartThatTheLibraryLacksIsNamedToo(@TempDir Path home) throws Exception {
        assertThat(((Callable<List<String>>) without("com.esotericsoftware.", Problems.class)).call())
                .contains(Library.KRYO);
        assertThat(Library.kryo(home).line()).isEqualTo("%maven com.esotericsoftware:kryo:5.6.2");
        Path left = home.resolve(".ivy2/cache/com.esotericsoftware/kryo/bundles/kryo-5.6.2.jar");
        Files.createDirectories(Objects.requireNonNull(left.getParent()));
        Files.createFile(left);
        assertThat(Library.kryo(home).line()).isEqualTo("%jars " + left);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aStoredModelSaysWhatItNeeds() throws Exception {
        Learner learner = new XgboostLearner();
        byte[] model = Travel.bytes(learner.fit(
                learner.configure(Map.of("n_estimators", 2)), Bundled.dataset("iris", null), Fitting.of(new Seed(1))));
        assertThat(((Function<byte[], String>) without("ml.dmlc.", Reading.class)).apply(model))
                .isEqualTo("Model (xgboost) must have ml.dmlc:xgboost4j_2.12:3.4.0 on the class path.");
    }

    @Test
    void theVersionThatIsNamedIsTheOneThatIsTested() throws Exception {
        Properties version = new Properties();
        try (InputStream in = LibraryTest.class.getResourceAsStream("/xgboost4j-version.properties")) {
            version.load(Objects.requireNonNull(in));
        }
        assertThat(Library.COORDINATES).endsWith(":" + version.getProperty("version"));
    }

    @Test
    void nativeCodeThatCannotBeLoadedIsExplained() {
        LinkageError error =
                new ExceptionInInitializerError(new RuntimeException(new UnsatisfiedLinkError("no libgomp")));
        assertThatThrownBy(() -> {
                    throw Library.unusable(error);
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("java.lang.UnsatisfiedLinkError: no libgomp. Maybe OpenMP is not installed")
                .hasCause(error);
    }
}
