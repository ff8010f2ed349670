package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that {@code %tune export} shows: it runs where the study ran, and trains the same winner. */
class ExportTest extends CellFixture {
    private static final String TRAINER = "dev.fettle.learner.own.Trainer.OfClasses near ="
            + " (p, x, y) -> smile.classification.KNN.fit(x, y, p.whole(\"k\"));";

    private String exported(String study) throws Exception {
        run("%tune export " + study);
        var frames = kernel.frames();
        return Objects.requireNonNull(frames.get(frames.size() - 1).forms().get("text/plain"));
    }

    /** Runs an export, and compares what its winner says of rows with what the study's says. */
    private String same(String study, String rows) throws Exception {
        String java = exported(study);
        for (String line : java.lines().filter(line -> !line.contains(".save(")).toList()) {
            notebook.run(line);
        }
        assertThat(notebook.value(
                        "winner.predict(" + rows + ").print().equals(" + study + ".predict(" + rows + ").print())"))
                .as(java)
                .isEqualTo(true);
        return java;
    }

    @Test
    void aVariableThatHidesBundledDataIsMeant() throws Exception {
        notebook.run("var iris = dev.fettle.data.Bundled.table(\"iris\").inRange(30, 120);");
        run("%%gridsearch s --model knn --data iris --cv 3\nn_neighbors in {1, 3}");
        assertThat(same("s", "iris")).contains("Tables.dataset(iris, \"iris\", ");
    }

    @Test
    void bundledDataStayBundledThoughAVariableComesLater() throws Exception {
        run("%%gridsearch s --model knn --data iris --cv 3\nn_neighbors in {1, 3}");
        notebook.run("var iris = dev.fettle.data.Bundled.table(\"iris\").inRange(30, 120);");
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"iris\")")).contains("Bundled.dataset(\"iris\", ");
    }

    @Test
    void aVariableMayHaveAnyName() throws Exception {
        notebook.run("var häuser = dev.fettle.data.Bundled.table(\"iris\");");
        notebook.run("var data = häuser.inRange(30, 120);");
        run("%%gridsearch s --model knn --data data --cv 3\nn_neighbors in {1, 3}");
        assertThat(same("s", "data")).contains("Dataset data_ = Tables.dataset(data, ");
        run("%%gridsearch s --model knn --data ${data.first(80)} --cv 3\nn_neighbors in {1, 3}");
        assertThat(same("s", "data")).contains("Tables.dataset(data.first(80), ");
        run("%%gridsearch s --model knn --data häuser --cv 3\nn_neighbors in {1, 3}");
        assertThat(same("s", "häuser")).contains("Dataset data = Tables.dataset(häuser, ");
    }

    @Test
    void aStringNamesAFileOrBundledData(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("points.csv");
        Files.writeString(file, "a,kind\n1,x\n2,x\n3,x\n4,x\n11,y\n12,y\n13,y\n14,y\n");
        notebook.run("String path = \"" + file.toString().replace("\\", "\\\\") + "\";");
        run("%%gridsearch s --model knn --data ${path} --cv 2\nn_neighbors in {1, 3}");
        assertThat(same("s", "dev.fettle.data.CsvFile.read(java.nio.file.Path.of(path))"))
                .contains("Tables.dataset(CsvFile.read(Path.of(\"");
        notebook.run("String wine = \"wine\";");
        run("%%gridsearch s --model knn --data ${wine} --cv 2\nn_neighbors in {1, 3}");
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"wine\")")).contains("Bundled.dataset(\"wine\", ");
    }

    @Test
    void aModelThatIsAVariableIsExportedAsThat() throws Exception {
        notebook.run(TRAINER);
        run("%%gridsearch s --model near --data iris --cv 3\nk in {1, 5}");
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"iris\")")).contains("new OwnLearner(\"near\", near)");
        notebook.run("dev.fettle.learner.Learner learner = new dev.fettle.learner.own.OwnLearner(\"learner\", near);");
        run("%%gridsearch s --model knn,learner --data iris --cv 3\nk in {1, 5}\nmodel in {learner}");
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"iris\")"))
                .contains("Learner learner_ = Preparation.before(learner, ");
    }

    @Test
    void aModelThatIsAMethodIsCalled() throws Exception {
        notebook.run("Object close(dev.fettle.space.Point p, double[][] x, int[] y) {"
                + " return smile.classification.KNN.fit(x, y, p.whole(\"k\")); }");
        run("%%gridsearch s --model close --data iris --cv 3 --seed 5000000000\nk in {1, 5}");
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"iris\")")).contains("(p, x, y) -> close(p, x, y)");
    }

    @Test
    void theNameOfTheModelBeforeAParameterWins() throws Exception {
        run("""
                %%gridsearch s --model mlp,knn --data iris --cv 2
                model              in {mlp}
                alpha              = 0.1
                mlp_alpha          in {0.2}
                hidden_layer_sizes = (3)
                max_iter           = 5
                """);
        assertThat(same("s", "dev.fettle.data.Bundled.table(\"iris\")")).contains("Map.entry(\"alpha\", 0.2)");
    }
}
