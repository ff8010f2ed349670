package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DatasetTest {
    @ParameterizedTest
    @CsvSource({
        "iris, 150, 4, 3",
        "wine, 178, 13, 3",
        "breast_cancer, 569, 30, 2",
        "digits, 1797, 64, 10",
        "diabetes, 442, 10, 0"
    })
    void bundledDataAreComplete(String name, int rows, int features, int classes) {
        Dataset data = Bundled.dataset(name, null);
        assertThat(data.rows()).isEqualTo(rows);
        assertThat(data.features()).hasSize(features);
        assertThat(data.shape()).isEqualTo(new Dataset.Shape(rows, features, List.of(), classes));
        Dataset fromTable = Tables.dataset(Bundled.table(name), name, null);
        assertThat(fromTable.fingerprint()).isEqualTo(data.fingerprint());
        assertThat(fromTable.describe()).isEqualTo(data.describe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "breast_cancer", "digits", "diabetes"})
    void everyBundledTableHasAPageWithSourceLicenceAndTarget(String name) {
        Dataset data = Bundled.dataset(name, null);
        assertThat(Bundled.page(name))
                .startsWith(data.describe() + ".\n")
                .contains("\nSource: ", "\nLicence: ", "  " + data.targetName() + " * ")
                .endsWith("--data " + name + "\n")
                .hasLineCount(Math.min(30, data.features().size()) + (name.startsWith("di") ? 10 : 9));
    }

    @Test
    void aPageTellsTheRangeOfEachColumnAndTheRowsOfEachClass() {
        assertThat(Bundled.page("iris").lines())
                .contains(
                        "  species *                      setosa 50, versicolor 50, virginica 50",
                        "  petal_width                    0.1 to 2.5");
        assertThat(Bundled.page("diabetes").lines()).contains("  progression *                  25 to 346");
        assertThat(Bundled.page("digits")).contains("  … 34 more");
        assertThatThrownBy(() -> Bundled.page("irsi")).hasMessageEndingWith("Maybe iris.");
    }

    @Test
    void irisIsThatOfScikitLearn() {
        Dataset iris = Bundled.dataset("iris", "species");
        assertThat(iris.x()[0]).containsExactly(5.1, 3.5, 1.4, 0.2);
        assertThat(iris.features())
                .extracting(Feature::name)
                .containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(((Dataset.Classes) iris.target()).labels()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(iris.describe()).isEqualTo("iris: 150 rows × 4 features, 3 classes");
    }

    @Test
    void namesWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Bundled.dataset("irsi", null)).hasMessageEndingWith("Maybe iris.");
        assertThatThrownBy(() -> Bundled.dataset("iris", "spcies"))
                .hasMessage("Target (spcies) must be a column of iris: sepal_length, sepal_width, petal_length,"
                        + " petal_width, species. Maybe species.");
    }

    @Test
    void wordsAndMissingValuesAreFeaturesOfTheirKind() {
        Table table = Table.create(
                "t",
                DoubleColumn.create("a", 1, Double.NaN, 3),
                StringColumn.create("town", "Ulm", null, "Bonn"),
                IntColumn.create("y", 0, 1, 1));
        Dataset data = Tables.dataset(table, "t", "y");
        assertThat(data.shape()).isEqualTo(new Dataset.Shape(3, 1, List.of(2), 2));
        assertThat(data.features().get(1))
                .usingRecursiveComparison()
                .isEqualTo(new Feature.Levels("town", new int[] {1, -1, 0}, List.of("Bonn", "Ulm")));
        assertThat(data.features()).allMatch(f -> f.isMissing(1)).noneMatch(f -> f.isMissing(0));
        assertThatThrownBy(data::x).hasMessage("Column (town) must be numbers.");
    }

    @Test
    void aTargetHasNoMissingValues() {
        Table table = Table.create("t", IntColumn.create("a", 1, 2, 3), StringColumn.create("y", "n", null, "m"));
        assertThatThrownBy(() -> Tables.dataset(table, "t", "y"))
                .hasMessage("Target (y) must have no missing values; it has 1, the first in row 2. Maybe  Table known ="
                        + " t.dropWhere(t -> t.column(\"y\").isMissing());  and  --data known.");
    }

    @Test
    void someRowsAreAViewWithTheSameNumbers() {
        Dataset iris = Bundled.dataset("iris", null);
        Dataset some = iris.rows(new int[] {149, 0, 75, 0});
        assertThat(some.x()[0]).isSameAs(iris.x()[149]);
        assertThat(((Dataset.Classes) some.target()).y()).containsExactly(2, 0, 1, 0);
        assertThat(some.features().get(0).rows(new int[] {1}))
                .usingRecursiveComparison()
                .isEqualTo(new Feature.Numbers("sepal_length", new double[] {5.1}));
        Dataset again = some.rows(new int[] {2, 0});
        assertThat(again.x()).isDeepEqualTo(new double[][] {iris.x()[75], iris.x()[149]});
        assertThat(again.shape()).isEqualTo(new Dataset.Shape(2, 4, List.of(), 3));
    }

    @Test
    void onlyTheRowsThatAreSeenTravel() throws Exception {
        Dataset some = Bundled.dataset("digits", null).rows(new int[] {7, 3});
        some.x();
        byte[] bytes = Travel.bytes(some);
        assertThat(bytes).hasSizeLessThan(20_000);
        Dataset there = (Dataset) Travel.object(bytes);
        assertThat(there.fingerprint()).isEqualTo(some.fingerprint());
        assertThat(there.x()).isDeepEqualTo(some.x());
    }

    @Test
    void featuresAreAsManyRowsAsTheTarget() {
        Dataset.Target target = new Dataset.Values(new double[] {1, 2});
        assertThatThrownBy(() -> new Dataset("d", List.of(), "y", target))
                .hasMessage("Features of d [] must be at least one, of as many rows as the target, 2.");
        assertThatThrownBy(() -> new Dataset("d", List.of(new Feature.Numbers("a", new double[] {1})), "y", target))
                .hasMessageContaining("[1]");
        assertThatThrownBy(() -> new Feature.Levels("town", new int[] {2}, List.of("a", "b")))
                .hasMessage("Codes of town must be at least -1 and below 2.");
    }

    @Test
    void aChangeOfAWordChangesTheFingerprint() {
        Dataset.Target target = new Dataset.Values(new double[] {1, 2});
        Dataset one =
                new Dataset("d", List.of(new Feature.Levels("a", new int[] {0, 1}, List.of("u", "v"))), "y", target);
        Dataset other = one.with(List.of(new Feature.Levels("a", new int[] {1, 0}, List.of("u", "v"))));
        Dataset third = one.with(List.of(new Feature.Levels("a", new int[] {0, 1}, List.of("u", "w"))));
        assertThat(List.of(one.fingerprint(), other.fingerprint(), third.fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void booleansAreNumbersAndWholeTargetsAreClasses() {
        Table table =
                Table.create("t", BooleanColumn.create("flag", true, false, true), IntColumn.create("y", 7, -1, 7));
        Dataset data = Tables.dataset(table, "t", null);
        assertThat(data.x()).isDeepEqualTo(new double[][] {{1}, {0}, {1}});
        assertThat(((Dataset.Classes) data.target()).labels()).isEqualTo(List.of("-1", "7"));
    }

    @Test
    void oneClassIsNoTarget() {
        Table table = Table.create("t", DoubleColumn.create("a", 1, 2), StringColumn.create("y", "s", "s"));
        assertThatThrownBy(() -> Tables.dataset(table, "t", "y"))
                .hasMessageContaining("at least 2 classes, not only s");
    }

    @Test
    void twentyWholeNumbersAreClassesAndOneMoreAreValues() {
        for (int n : new int[] {20, 21}) {
            Table table = Table.create(
                    "t",
                    DoubleColumn.create("a", new double[2 * n]),
                    IntColumn.create("y", IntStream.range(0, 2 * n).map(i -> i % n)));
            Dataset.Target target = Tables.dataset(table, "t", "y").target();
            assertThat(target instanceof Dataset.Classes).as("%s numbers", n).isEqualTo(n == 20);
        }
    }

    @Test
    void weightsGoWithTheirRows() throws Exception {
        Dataset data = Bundled.dataset("diabetes", null).rows(new int[] {0, 1, 2});
        assertThat(data.isWeighted()).isFalse();
        assertThat(data.weights()).containsExactly(1, 1, 1);
        Dataset weighed = data.withWeights(new double[] {3, 0, 2});
        assertThat(weighed.rows(new int[] {2, 2, 0}).weights()).containsExactly(2, 2, 3);
        assertThat(weighed.counting().weights()).containsExactly(3, 2);
        assertThat(weighed.counting().x()[1]).isEqualTo(data.x()[2]);
        assertThat(weighed.with(data.features()).weights()).containsExactly(3, 0, 2);
        assertThat(weighed.withTarget(data.target()).weights()).containsExactly(3, 0, 2);
        assertThat(weighed.fingerprint()).isNotEqualTo(data.fingerprint());
        assertThat(data.counting()).isSameAs(data);
        assertThatThrownBy(() -> data.withWeights(new double[] {1, -1, 1}))
                .hasMessage("Weights of diabetes must be 3 finite numbers of at least 0.");
        assertThatThrownBy(() -> data.withWeights(new double[2])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsByClassAreRising() {
        Dataset.Classes classes = new Dataset.Classes(new int[] {2, 0, 2, 3, 0}, List.of("a", "never", "b", "c"));
        assertThat(classes.rowsByClass()).isDeepEqualTo(new int[][] {{1, 4}, {}, {0, 2}, {3}});
    }
}
