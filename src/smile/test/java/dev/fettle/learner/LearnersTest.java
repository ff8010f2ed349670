package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.SearchSpace;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersTest {
    /** Ours, and those of the service file of these tests. */
    private static final List<String> NAMES = List.of(
            "mlp",
            "random_forest",
            "gradient_tree_boost",
            "ada_boost",
            "decision_tree",
            "regression_tree",
            "xgboost",
            "knn",
            "logistic",
            "svm",
            "naive_bayes",
            "lda",
            "qda",
            "ridge",
            "lasso",
            "elastic_net",
            "svr",
            "gaussian_process",
            "centroids",
            "descent");

    private final Path folder;

    LearnersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> names() {
        return Learners.all().stream().map(Learner::name).toList();
    }

    @Test
    void oneFromElsewhereIsFoundByItsLineInAServiceFile() {
        assertThat(names()).containsExactlyElementsOf(NAMES);
        assertThat(Learners.of("centroids")).isEqualTo(new Centroids());
    }

    @Test
    void namesAreKnown() {
        assertThatThrownBy(() -> Learners.of("mpl"))
                .hasMessage("Model (mpl) must be one of " + String.join(", ", NAMES) + ". Maybe mlp.");
    }

    @Test
    void oneThatCannotBeLoadedDoesNotTakeTheOthersAlong() throws Exception {
        services(List.of("no.such.Learner", Broken.class.getName(), Centroids.class.getName()));
        inTheNotebooksLoader(() -> {
            assertThat(names()).containsExactlyElementsOf(NAMES);
            assertThatThrownBy(() -> Learners.of("knm"))
                    .hasMessageStartingWith("Model (knm) must be one of " + String.join(", ", NAMES) + ". Maybe knn.")
                    .hasMessageContaining(" Some could not be loaded: ")
                    .hasMessageContaining("no.such.Learner not found")
                    .hasMessageContaining("LearnersTest$Broken could not be instantiated");
        });
    }

    @Test
    void aFileThatCannotBeReadDoesNotTakeTheOthersAlong() throws Exception {
        services(List.of("a line with blanks"));
        inTheNotebooksLoader(() -> {
            assertThat(names()).containsExactlyElementsOf(NAMES);
            assertThatThrownBy(() -> Learners.of("knm")).hasMessageContaining("Illegal configuration-file syntax");
        });
    }

    @Test
    void ofOneNameOursIsTaken() throws Exception {
        services(List.of(Impostor.class.getName()));
        inTheNotebooksLoader(() -> {
            assertThat(names()).containsExactlyElementsOf(NAMES);
            assertThat(Learners.of("mlp")).isEqualTo(new MlpLearner());
        });
    }

    /** The common pool's threads, say. */
    @Test
    void aLoaderThatDoesNotKnowUsIsNotAsked() throws Exception {
        services(List.of(Centroids.class.getName()));
        try (URLClassLoader stranger = loader(ClassLoader.getPlatformClassLoader())) {
            with(stranger, () -> assertThat(names()).containsExactlyElementsOf(NAMES));
        }
    }

    private void services(List<String> lines) throws Exception {
        Path file = folder.resolve("META-INF/services/" + Learner.class.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private URLClassLoader loader(ClassLoader parent) throws Exception {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
    }

    private void inTheNotebooksLoader(Runnable body) throws Exception {
        try (URLClassLoader notebook = loader(getClass().getClassLoader())) {
            with(notebook, body);
        }
    }

    private static void with(ClassLoader loader, Runnable body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            body.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One that is there and cannot be made. */
    public static final class Broken extends Copy {
        private static final long serialVersionUID = 1;

        public Broken() {
            throw new IllegalStateException("no licence");
        }
    }

    /** One that takes a name that is taken. */
    public static final class Impostor extends Copy {
        private static final long serialVersionUID = 1;
    }

    private abstract static class Copy implements Learner {
        private static final long serialVersionUID = 1;

        private final Learner original = new MlpLearner();

        @Override
        public String name() {
            return original.name();
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return original.hyperparameters();
        }

        @Override
        public SearchSpace space(Dataset.Shape data) {
            return original.space(data);
        }

        @Override
        public boolean learns(Dataset.Target target) {
            return original.learns(target);
        }

        @Override
        public Model fit(Configuration values, Dataset train, Fitting fitting) {
            return original.fit(values, train, fitting);
        }

        @Override
        public double size(Configuration values, Dataset.Shape data) {
            return original.size(values, data);
        }
    }
}
