package dev.fettle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Tables;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.own.OwnLearner;
import dev.fettle.learner.own.Trainer;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FittedModelTest {
    private static FittedModel fitted(Learner learner, Dataset data) {
        Learner prepared = Preparation.before(learner, Gaps.MEDIAN, Scaler.STANDARD);
        return FittedModel.of(
                prepared, prepared.fit(prepared.configure(Map.of()), data, Fitting.of(new Seed(1))), data);
    }

    private static FittedModel knn(Dataset data) {
        return fitted(Learners.of("knn"), data);
    }

    /** Numbers and words with gaps, and a target of numbers or words. */
    private static Table houses() {
        return Table.create(
                "houses",
                DoubleColumn.create("rooms", 1, 2, Double.NaN, 9, 8, 9, 1, 2, 9, 8),
                StringColumn.create("town", "Ulm", "Ulm", "Ulm", "Bonn", null, "Bonn", "Ulm", "Ulm", "Bonn", "Bonn"),
                IntColumn.create("kind", 5, 5, 5, 25, 25, 25, 5, 5, 25, 25));
    }

    @Test
    void labelsThatAreNumbersAreWhatItAnswers() {
        Table iris = Bundled.table("iris");
        IntColumn kind = IntColumn.create(
                "kind", IntStream.range(0, 150).map(i -> 5 + 10 * (i / 50)).toArray());
        Table table = iris.removeColumns("species").addColumns(kind);
        FittedClasses model = (FittedClasses) knn(Tables.dataset(table, "iris", "kind"));
        assertThat(model.predict(new double[] {5.1, 3.5, 1.4, 0.2})).isEqualTo(5);
        assertThat(model.classes()).containsExactly(5, 15, 25);
        assertThat(model.label(new double[] {5.1, 3.5, 1.4, 0.2})).isEqualTo("5");
        IntColumn said = model.predict(table).intColumn("kind");
        assertThat(IntStream.range(0, 150)
                        .filter(i -> said.getInt(i) == kind.getInt(i))
                        .count())
                .isGreaterThan(140);
    }

    @Test
    void labelsThatAreWordsAreToldByTheirPlaceOrAsWords() {
        FittedClasses model = (FittedClasses) knn(Bundled.dataset("iris", null));
        double[] setosa = {5.1, 3.5, 1.4, 0.2};
        double[] shares = new double[3];
        assertThat(model.predict(setosa, shares)).isZero();
        assertThat(shares).containsExactly(1, 0, 0);
        assertThat(model.label(setosa)).isEqualTo("setosa");
        assertThat(model.numClasses()).isEqualTo(3);
        Table said = model.predict(Bundled.table("iris"));
        assertThat(said.columnNames()).containsExactly("species", "setosa", "versicolor", "virginica");
        assertThat(said.row(149).getString("species")).isEqualTo("virginica");
    }

    @Test
    void rowsOfATableArePreparedAsThoseOfTheTraining() {
        FittedModel model = knn(Tables.dataset(houses(), "houses", "kind"));
        Table rows = Table.create(
                StringColumn.create("town", "Bonn", "Köln", null),
                StringColumn.create("other", "a", "b", "c"),
                DoubleColumn.create("rooms", Double.NaN, 1, 2));
        assertThat(model.predict(rows).intColumn("kind").asList()).containsExactly(25, 5, 5);
    }

    @Test
    void allThatIsWrongWithATableIsSaidAtOnce() {
        FittedModel model = knn(Tables.dataset(houses(), "houses", "kind"));
        Table rows = Table.create(StringColumn.create("rooms", "many"), StringColumn.create("twon", "Ulm"));
        assertThatThrownBy(() -> model.predict(rows))
                .hasMessageContaining("Column (rooms) must be numbers, as in the training; it is of type STRING.")
                .hasMessageContaining("Column (town) must be in the table: rooms, twon. Maybe twon.");
        assertThatThrownBy(() -> ((FittedClasses) model).predict(new double[] {1, 2}))
                .hasMessage(
                        "Column (town) must be words, which an array of numbers cannot hold. Maybe predict(table).");
        assertThatThrownBy(() -> ((FittedClasses) model).predict(new double[] {1}))
                .hasMessage("Row (1 numbers) must have as many as there are columns, 2: rooms, town.");
    }

    @Test
    void aNameThatIsTakenHasANumberBehindIt() {
        Table mails = Table.create(
                DoubleColumn.create("links", 0, 1, 2, 8, 9, 7, 30, 31, 32, 33),
                StringColumn.create(
                        "Spam", "ham", "ham", "ham", "spam", "spam", "spam", "HAM", "HAM", "HAM", "spam_2"));
        Table said = knn(Tables.dataset(mails, "mails", "Spam")).predict(mails);
        assertThat(said.columnNames()).containsExactly("Spam", "HAM", "ham_2", "spam_3", "spam_2");
    }

    @Test
    void gapsAreRefusedWhereTheModelCannotTakeThem() {
        Table full = houses().dropRowsWithMissingValues();
        Dataset data = Tables.dataset(full, "houses", "kind");
        Learner knn = Preparation.before(Learners.of("knn"), Gaps.OFF, Scaler.STANDARD);
        FittedModel model = FittedModel.train(knn, Map.of(), data, new Seed(1));
        assertThatThrownBy(() -> model.predict(houses()))
                .hasMessage(
                        "Columns (rooms, town) must have no missing values, as in the training; rooms has 1, the first in"
                                + " row 3; town has 1, the first in row 5. Maybe train with --impute median.");
        FittedModel filling = FittedModel.train(
                Preparation.before(Learners.of("knn"), Gaps.MEDIAN, Scaler.STANDARD), Map.of(), data, new Seed(1));
        assertThat(filling.predict(houses()).rowCount()).isEqualTo(10);
        FittedClasses bare = (FittedClasses)
                FittedModel.train(Learners.of("knn"), Map.of(), Bundled.dataset("iris", null), new Seed(1));
        assertThatThrownBy(() -> bare.predict(new double[] {5.1, Double.NaN, 1.4, 0.2}))
                .hasMessageStartingWith("Column (sepal_width) must have no missing values, as in the training;");
    }

    @Test
    void valuesArePredictedUnderTheNameOfTheTarget() {
        Dataset diabetes = Bundled.dataset("diabetes", null);
        FittedValues model = (FittedValues) knn(diabetes);
        Table said = model.predict(Bundled.table("diabetes"));
        assertThat(said.columnNames()).containsExactly(diabetes.targetName());
        assertThat(model.predict(diabetes.x()[7]))
                .isEqualTo(said.doubleColumn(0).getDouble(7));
    }

    @Test
    void aModelThatWasStoredSaysTheSame(@TempDir Path folder) throws Exception {
        FittedModel model = knn(Tables.dataset(houses(), "houses", "kind"));
        Path file = folder.resolve("houses.model");
        model.save(file);
        assertThat(FittedModel.load(file).predict(houses()).print())
                .isEqualTo(model.predict(houses()).print());
    }

    @Test
    void whatCannotBeStoredOrReadIsSaid(@TempDir Path folder) throws Exception {
        Object notStored = new Object();
        Trainer.OfClasses trainer =
                (p, x, y) -> (smile.classification.Classifier<double[]>) row -> notStored.hashCode() % 1;
        FittedModel mine = fitted(new OwnLearner("mine", trainer), Bundled.dataset("iris", null));
        Path good = folder.resolve("good.model");
        knn(Bundled.dataset("iris", null)).save(good);
        byte[] before = Files.readAllBytes(good);
        assertThatThrownBy(() -> mine.save(good))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        "Model \\(.*\\) must be one that Java can store\\. Maybe it is a model of the notebook.*");
        assertThat(good).as("what was there").hasBinaryContent(before);
        assertThat(folder).as("nothing beside it").isDirectoryNotContaining(path -> !path.equals(good));
        Path other = Files.writeString(folder.resolve("other"), "hello");
        assertThatThrownBy(() -> FittedModel.load(other)).isInstanceOf(IOException.class);
    }
}
