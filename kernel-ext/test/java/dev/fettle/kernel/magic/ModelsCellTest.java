package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.MimeBundle;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several models, models of the notebook, tables as people have them. */
class ModelsCellTest extends CellFixture {
    private static final String HOUSES = """
            var houses = tech.tablesaw.api.Table.create(
                    tech.tablesaw.api.DoubleColumn.create("rooms", java.util.stream.IntStream.range(0, 60)
                            .mapToDouble(i -> i % 7 == 0 ? Double.NaN : i % 3 * 4 + i % 5)),
                    tech.tablesaw.api.StringColumn.create("town", java.util.stream.IntStream.range(0, 60)
                            .mapToObj(i -> i % 11 == 0 ? null : i % 3 == 0 ? "Ulm" : "Bonn")),
                    tech.tablesaw.api.IntColumn.create("kind", java.util.stream.IntStream.range(0, 60)
                            .map(i -> i % 3 * 10 + 5)));
            """;

    @BeforeEach
    void imports() throws Exception {
        notebook.run("import smile.classification.KNN;");
        notebook.run("import dev.fettle.space.Point;");
    }

    @Test
    void withoutASpaceThatOfTheModelIsSearched() throws Exception {
        run("%gridsearch near --model knn --data wine --cv 3");
        assertThat(kernel.text())
                .contains("Grid search finished: 12 of 12 points, 3-fold CV, 36 fits")
                .contains("Searched by default: n_neighbors in {1, 5, 59} default 5; weights in {uniform, distance}");
        assertThat(notebook.value("near.best().n_neighbors() > 0")).isEqualTo(true);
        run("%randomsearch near --model knn --data wine --cv 3 --trials 4");
        assertThat(kernel.text()).contains("Searched by default: n_neighbors ~ logInt(1, 59) default 5;");
    }

    @Test
    void constantsAloneLeaveTheRestOfTheDefaultSpace() throws Exception {
        run("%%randomsearch near --model knn --data wine --cv 3 --trials 4\nweights = distance");
        assertThat(kernel.text())
                .contains("Searched by default: n_neighbors ~ logInt(1, 59) default 5; p in {1, 2} default 2.");
    }

    @Test
    void severalModelsAreOneStudy() throws Exception {
        run("""
                %%randomsearch both --model knn,mlp --data iris --cv 3 --trials 8
                hidden_layer_sizes in {(3), (5)} if model == mlp
                max_iter = 10
                """);
        assertThat(kernel.text())
                .contains("Searched by default: n_neighbors ~ logInt(1, 50) default 5 if model == knn; weights");
        assertThat(notebook.value("both.table().stringColumn(\"model\").unique().size()"))
                .isEqualTo(2);
        assertThat(notebook.value("both.best().model()")).isIn("knn", "mlp");
        assertThat(kernel.text()).contains("Best by model: knn 0.9");
    }

    @Test
    void aMethodOfTheNotebookIsAModelLikeOurs() throws Exception {
        notebook.run("KNN<double[]> near(Point p, double[][] x, int[] y) { return KNN.fit(x, y, p.whole(\"k\")); }");
        run("%%gridsearch own --model near --data iris --cv 3 --test 0.2 --metric accuracy,log_loss\nk in {1, 5, 9}");
        assertThat(kernel.text()).contains("3 of 3 points, 3-fold CV, 9 fits", "Test (30 rows, used once)");
        assertThat(notebook.value("own.model().label(new double[] {5.1, 3.5, 1.4, 0.2})"))
                .isEqualTo("setosa");
        run("%%randomsearch two --model near,knn --data iris --cv 3 --trials 5\nk in {1, 5, 9}");
        assertThat(kernel.text()).contains("5 of 5 trials");
    }

    @Test
    void aModelOfValuesMakesValuesOfTheTarget() throws Exception {
        notebook.run("import java.util.function.ToDoubleFunction;");
        notebook.run("ToDoubleFunction<double[]> flat(Point p, double[][] x, double[] y) {"
                + " double c = p.real(\"c\"); return row -> c; }");
        run("%%gridsearch flat1 --model flat --data diabetes --cv 3\nc in {100.0, 152.0}");
        assertThat(notebook.value("flat1.best().c()")).isEqualTo(152.0);
    }

    @Test
    void aVariableThatHoldsATrainerIsAModel() throws Exception {
        notebook.run("dev.fettle.learner.own.Trainer.OfClasses trainer = (p, x, y) -> KNN.fit(x, y, p.whole(\"k\"));");
        run("%%gridsearch own --model trainer --data iris --cv 3\nk in {1, 5}");
        assertThat(kernel.text()).contains("2 of 2 points");
    }

    @Test
    void aMethodThatIsCalledLikeAModelOfOursIsSaidNotToBeMeant() throws Exception {
        notebook.run("Object knn(Point p, double[][] x, int[] y) { return KNN.fit(x, y, 3); }");
        run("%gridsearch s --model knn --data iris --cv 3");
        assertThat(kernel.text()).contains("the notebook's method of that name is not meant. Maybe call it my_knn.");
    }

    @Test
    void theJavaOfASpaceRunsOnceThoughModelsAreCompared() throws Exception {
        notebook.run("var calls = new java.util.concurrent.atomic.AtomicInteger();");
        run("%%randomsearch s --model knn,lda --data iris --cv 3 --trials 4\nn_neighbors = ${calls.incrementAndGet()}");
        assertThat(notebook.value("calls.get()")).isEqualTo(1);
        run(
                "%%gridsearch s --model knn,lda --data iris --cv 3\nn_neighbors in {1, 3} if model == knn\nmaximize f1_macro");
        assertThat(kernel.text()).contains("f1_macro");
    }

    @Test
    void whatIsNoModelIsSaidSo() throws Exception {
        notebook.run("double f(Point p) { return 1; }");
        notebook.run("int three = 3;");
        fails("%%gridsearch s --model f --data iris\nk in {1}", "1 mistake");
        assertThat(kernel.text())
                .contains("Model (f) must be a method  f(Point p, double[][] x, int[] y)", "it takes (Point)");
        fails("%%gridsearch s --model three,knn,knn,mlpp --data iris\nk in {1}", "3 mistakes");
        assertThat(kernel.text())
                .contains("Model (three) must be a method", "it is a variable of type int")
                .contains("Models (three, knn, knn, mlpp) must each be named once.")
                .contains("Model (mlpp) must be one of", "Maybe mlp.");
        notebook.run("Object near(Point p, double[][] x, int[] y) { return KNN.fit(x, y, 3); }");
        fails("%gridsearch s --model near --data iris", "1 mistake");
        assertThat(kernel.text()).contains("Space must have at least one parameter.");
    }

    @Test
    void wordsAndGapsArePreparedInEachFold() throws Exception {
        notebook.run(HOUSES);
        fails("%gridsearch h --model knn --data houses", "1 mistake");
        assertThat(kernel.text()).contains("must have no missing values", "Maybe --impute median");
        run("%gridsearch h --model knn --data houses --impute median --cv 3");
        assertThat(notebook.value("h.predict(houses).rowCount()")).isEqualTo(60);
        assertThat(notebook.value("h.predict(houses).intColumn(\"kind\").getInt(1)"))
                .isIn(5, 15, 25);
        run(
                "%%gridsearch h --model knn --data houses --cv 3\nimpute in {median, most_frequent}\nscale in {none, standard, minmax}");
        assertThat(kernel.text()).contains("6 of 6 points");
        fails("%gridsearch h --model knn --data houses --impute median --scale big", "1 mistake");
    }

    @Test
    void theWinnerIsStoredAndRead() throws Exception {
        run("%gridsearch near --model knn --data iris --cv 3");
        notebook.run("var file = java.io.File.createTempFile(\"near\", \".model\").getPath();");
        notebook.run("near.save(file);");
        assertThat(notebook.value("((dev.fettle.model.FittedClasses) dev.fettle.model.FittedModel.load("
                        + "java.nio.file.Path.of(file))).label(new double[] {5.1, 3.5, 1.4, 0.2})"))
                .isEqualTo("setosa");
    }

    @Test
    void theExportTrainsTheWinnerAsItIs() throws Exception {
        notebook.run(HOUSES);
        run(
                "%%gridsearch h --model knn,mlp --data houses --impute median --cv 3\nn_neighbors in {1, 3}\nhidden_layer_sizes = (3)\nalpha in {0.1}\nmax_iter = 20");
        run("%tune export h");
        List<MimeBundle> frames = kernel.frames();
        String java =
                Objects.requireNonNull(frames.get(frames.size() - 1).forms().get("text/plain"));
        assertThat(java.lines().filter(line -> !line.startsWith("import")).count())
                .isEqualTo(5);
        for (String line : java.lines().toList()) {
            notebook.run(line);
        }
        assertThat(notebook.value("winner.predict(houses).print().equals(h.predict(houses).print())"))
                .isEqualTo(true);
        assertThat(notebook.value("new java.io.File(\"h.model\").delete()")).isEqualTo(true);
        fails("%tune export nobody", "must have run");
    }

    @Test
    void everyModelHasAPage() throws Exception {
        run("%tune models");
        assertThat(kernel.text()).contains("knn                  classes, values n_neighbors, weights, p");
        run("%tune model knn");
        assertThat(kernel.text())
                .contains(
                        "n_neighbors            how many of the training rows decide; a whole number of at least 1 (5)")
                .contains("weights in {uniform, distance} default uniform");
        run("%tune model own");
        assertThat(kernel.text()).contains("--model near");
        fails("%tune model knm", "Maybe knn.");
    }

    /** These tests run without the library. */
    @Test
    void aModelWhoseLibraryIsMissingSaysHowToGetIt() throws Exception {
        String library = "ml.dmlc:xgboost4j_2.12:3.4.0";
        run("%tune models");
        assertThat(kernel.text()).contains("needs " + library + ", which is not on the class path: %maven " + library);
        run("%tune model xgboost");
        assertThat(kernel.text()).contains("n_estimators says how long it trains; needs " + library);
        fails("%randomsearch x --model xgboost,knn --data iris --trials 3", "1 mistake");
        assertThat(kernel.text())
                .contains("Model (xgboost) must have " + library + " on the class path. Maybe  %maven " + library
                        + "  in a cell before; in Maven a dependency.");
    }

    @Test
    void whoFeelsScalesAndGetsNoneIsToldSo() throws Exception {
        String cell = " --model mlp --data wine --cv 2\nalpha in {0.1}\nmax_iter = 3";
        run("%%gridsearch w" + cell);
        assertThat(kernel.text())
                .contains("Features differ in scale: proline spans 1402, nonflavanoid_phenols 0.53. Maybe --scale on.");
        int before = kernel.text().length();
        run("%%gridsearch w --scale on" + cell);
        run("%gridsearch w --model knn --data wine --cv 2");
        assertThat(kernel.text().substring(before)).doesNotContain("differ in scale");
    }

    @Test
    void constantsFixTheDefaultSpaceByTheNameOfOneModelToo() throws Exception {
        run("%%randomsearch b --model knn,lda --data iris --cv 3 --trials 5\nknn_n_neighbors = 5\nsolver = lsqr");
        assertThat(kernel.text())
                .contains("weights in {uniform, distance} default uniform if model == knn")
                .doesNotContain("n_neighbors ~");
        fails("%%randomsearch b --model knn,mlp --data iris\nmodel = knn", "1 mistake");
        assertThat(kernel.text()).contains("Model must vary among knn,mlp, or stand alone. Maybe --model knn.");
        fails("%%randomsearch b --model lda,mlp --data iris\nsolver in {sgd, adam}", "2 mistakes");
        assertThat(kernel.text()).contains("lda reads it too: solver (sgd) must be one of");
    }

    @Test
    void aLearnerOfTheNotebookHasTheNameOfItsVariable() throws Exception {
        notebook.run("var mine = dev.fettle.learner.Learners.of(\"knn\");");
        run("%randomsearch b --model mine,knn --data iris --cv 3 --trials 4");
        assertThat(kernel.text()).contains("4 of 4 trials");
    }

    @Test
    void fillingWithNothingFillsNothing() throws Exception {
        notebook.run(HOUSES);
        fails("%%gridsearch h --model knn --data houses\nimpute in {off, median}\nn_neighbors in {1}", "1 mistake");
        assertThat(kernel.text()).contains("must have no missing values");
    }
}
