package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Which columns become what, and which rows belong to which. */
class ColumnsTest {
    private static int[] codes(Dataset data) {
        return ((Dataset.Classes) data.target()).y();
    }

    private static List<String> labels(Dataset data) {
        return ((Dataset.Classes) data.target()).labels();
    }

    /** The counts and first rows that scikit-learn's documentation states. */
    @ParameterizedTest
    @CsvSource({
        "iris, setosa versicolor virginica, 50 50 50",
        "wine, class_0 class_1 class_2, 59 71 48",
        "breast_cancer, benign malignant, 357 212",
        "digits, digit_0 digit_1 digit_2 digit_3 digit_4 digit_5 digit_6 digit_7 digit_8 digit_9, 178 182 177 183 181 182 181 179 174 180"
    })
    void classesHaveTheirLabelsAndRows(String name, String labels, String rows) {
        Dataset data = Bundled.dataset(name, null);
        assertThat(labels(data)).containsExactly(labels.split(" "));
        int[] counts = new int[labels(data).size()];
        IntStream.of(codes(data)).forEach(c -> counts[c]++);
        assertThat(counts)
                .containsExactly(Arrays.stream(rows.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void firstAndLastRowsAreThoseOfScikitLearn() {
        Dataset wine = Bundled.dataset("wine", null);
        assertThat(wine.x()[0])
                .containsExactly(14.23, 1.71, 2.43, 15.6, 127, 2.8, 3.06, .28, 2.29, 5.64, 1.04, 3.92, 1065);
        assertThat(wine.x()[177]).containsExactly(14.13, 4.1, 2.74, 24.5, 96, 2.05, .76, .56, 1.35, 9.2, .61, 1.6, 560);
        assertThat(labels(wine).get(codes(wine)[177])).isEqualTo("class_2");
        Dataset cancer = Bundled.dataset("breast_cancer", null);
        assertThat(cancer.x()[0]).startsWith(17.99, 10.38, 122.8, 1001);
        assertThat(labels(cancer).get(codes(cancer)[0])).isEqualTo("malignant");
        double[] y = ((Dataset.Values) Bundled.dataset("diabetes", null).target()).y();
        assertThat(y).startsWith(151, 75, 141, 206, 135).endsWith(57);
        assertThat(Arrays.stream(y).average().orElseThrow()).isCloseTo(152.13348416289594, within(1e-9));
        assertThat(Bundled.dataset("diabetes", null).describe())
                .isEqualTo("diabetes: 442 rows × 10 features, values of "
                        + Bundled.dataset("diabetes", null).targetName());
    }

    @Test
    void anotherColumnMayBeTheTargetAndTheUsualOneIsThenAFeature() {
        Dataset iris = Bundled.dataset("iris", "petal_width");
        assertThat(iris.targetName()).isEqualTo("petal_width");
        assertThat(((Dataset.Values) iris.target()).y()).startsWith(0.2, 0.2).endsWith(1.8);
        assertThat(iris.features())
                .extracting(Feature::name)
                .containsExactly("sepal_length", "sepal_width", "petal_length", "species");
        assertThat(iris.shape()).isEqualTo(new Dataset.Shape(150, 3, List.of(3), 0));
        assertThat(iris.shape().features()).isEqualTo(4);
        assertThat(iris.shape().withRows(7)).isEqualTo(new Dataset.Shape(7, 3, List.of(3), 0));
        assertThat(Tables.dataset(Bundled.table("iris"), "iris", "petal_width").fingerprint())
                .isEqualTo(iris.fingerprint());
    }

    @Test
    void wordsAreNumberedInTheirOrderAndEachRowKeepsItsOwn() {
        Table table = Table.create(
                "t", DoubleColumn.create("a", 1, 2, 3, 4), StringColumn.create("y", "pear", "apple", "pear", "fig"));
        Dataset data = Tables.dataset(table, "t", "y");
        assertThat(labels(data)).containsExactly("apple", "fig", "pear");
        assertThat(codes(data)).containsExactly(2, 0, 2, 1);
    }

    @Test
    void wholeNumbersAreClassesInTheirOrderAndOthersAreValues() {
        Table table = Table.create(
                "t", DoubleColumn.create("whole", 10, -2, 9, 10), DoubleColumn.create("broken", 1, 2.5, 1, 2));
        Dataset whole = Tables.dataset(table, "t", "whole");
        assertThat(labels(whole)).containsExactly("-2", "9", "10");
        assertThat(codes(whole)).containsExactly(2, 0, 1, 2);
        assertThat(whole.features()).extracting(Feature::name).containsExactly("broken");
        Dataset broken = Tables.dataset(table, "t", null);
        assertThat(((Dataset.Values) broken.target()).y()).containsExactly(1, 2.5, 1, 2);
        assertThat(broken.describe()).isEqualTo("t: 4 rows × 1 features, values of broken");
    }

    @Test
    void aBooleanIsANumberAsFeatureAndAWordAsTarget() {
        BooleanColumn holes = BooleanColumn.create("flag", true, false, true);
        holes.setMissing(2);
        Table table = Table.create("t", holes, BooleanColumn.create("y", false, true, true));
        Dataset data = Tables.dataset(table, "t", null);
        assertThat(((Feature.Numbers) data.features().get(0)).x()).containsExactly(1, 0, Double.NaN);
        assertThat(labels(data)).containsExactly("false", "true");
        assertThat(codes(data)).containsExactly(0, 1, 1);
    }

    @Test
    void whatATableMustHaveIsSaid() {
        assertThatThrownBy(() -> Tables.dataset(Table.create("t"), "t", null))
                .hasMessage("Data (t) must have columns.");
        Table alone = Table.create("t", IntColumn.create("y", 0, 1));
        assertThatThrownBy(() -> Tables.dataset(alone, "t", "y"))
                .hasMessage("Data (t) must have a column besides its target.");
        Table one = Table.create("t", IntColumn.create("a", new int[] {1}), IntColumn.create("y", new int[] {1}));
        assertThatThrownBy(() -> Tables.dataset(one, "t", "y"))
                .hasMessage("Data (t) must have at least 2 rows, not 1.");
        Table two = Table.create("t", IntColumn.create("a", 1, 2), DoubleColumn.create("y", 0.5, 0.5));
        assertThat(Tables.dataset(two, "t", "y").rows())
                .as("values may be equal")
                .isEqualTo(2);
        assertThatThrownBy(() -> Tables.dataset(two, "t", "z"))
                .isInstanceOfSatisfying(DataProblem.class, p -> assertThat(p.reasons())
                        .containsExactly(new DataProblem.Reason(
                                DataProblem.Part.TARGET, "Target (z) must be a column of t: a, y.")));
        assertThatThrownBy(() -> Tables.dataset(
                        Table.create("t", IntColumn.create("a", 1, 2), IntColumn.create("y", 3, 3)), "t", "y"))
                .isInstanceOfSatisfying(DataProblem.class, p -> assertThat(p.reasons())
                        .containsExactly(new DataProblem.Reason(
                                DataProblem.Part.TARGET, "Target (y) must have at least 2 classes, not only 3.")));
        assertThat(new DataProblem(List.of(
                        new DataProblem.Reason(DataProblem.Part.DATA, "First."),
                        new DataProblem.Reason(DataProblem.Part.WITHOUT, "Second."))))
                .hasMessage("First.\nSecond.");
    }

    private static Table weighed(double... weights) {
        return Table.create(
                "t",
                IntColumn.create("a", 1, 2, 3),
                StringColumn.create("y", "no", "yes", "no"),
                DoubleColumn.create("w", weights));
    }

    private static void refuses(Table table, Roles roles, DataProblem.Part part, String sentence) {
        assertThatThrownBy(() -> Tables.dataset(table, "t", roles, feature -> true))
                .isInstanceOfSatisfying(DataProblem.class, p -> assertThat(p.reasons())
                        .containsExactly(new DataProblem.Reason(part, sentence)));
    }

    @Test
    void aColumnOfWeightsIsNeitherFeatureNorTarget() {
        Dataset data = Tables.dataset(weighed(2, 0, 0.5), "t", Roles.of(null).weights("w"), feature -> true);
        assertThat(data.targetName()).isEqualTo("y");
        assertThat(data.features()).extracting(Feature::name).containsExactly("a");
        assertThat(data.weights()).containsExactly(2, 0, 0.5);
        DataProblem.Part weights = DataProblem.Part.WEIGHTS;
        String must = " must be numbers of at least 0, one for each row and some above 0.";
        refuses(weighed(1, -1, 1), Roles.of("y").weights("w"), weights, "Weights (w)" + must);
        refuses(weighed(1, Double.NaN, 1), Roles.of("y").weights("w"), weights, "Weights (w)" + must);
        refuses(weighed(0, 0, 0), Roles.of("y").weights("w"), weights, "Weights (w)" + must);
        refuses(weighed(1, 1, 1), Roles.of("a").weights("y"), weights, "Weights (y)" + must);
        refuses(weighed(1, 1, 1), Roles.of("y").weights("y"), weights, "Weights (y) must not be the target.");
        refuses(weighed(1, 1, 1), Roles.of("y").weights("ww"), weights, "Weights (ww) must be a column of t: a, y, w.");
    }

    @Test
    void thePositiveClassIsTheSecond() {
        Table table = weighed(1, 1, 1);
        Dataset no = Tables.dataset(table, "t", Roles.of("y").positive("no"), feature -> true);
        assertThat(labels(no)).containsExactly("yes", "no");
        assertThat(codes(no)).containsExactly(1, 0, 1);
        Dataset yes = Tables.dataset(table, "t", Roles.of("y").positive("yes"), feature -> true);
        assertThat(codes(yes)).containsExactly(0, 1, 0);
        DataProblem.Part positive = DataProblem.Part.POSITIVE;
        refuses(
                table,
                Roles.of("y").positive("yess"),
                positive,
                "Positive class (yess) must be one of no, yes. Maybe yes.");
        refuses(
                table,
                Roles.of("a").positive("1").to(Roles.Learning.CLASSIFY),
                positive,
                "Positive class (1) must be one of two, and the target has 3 classes. Maybe leave it out.");
        refuses(
                table,
                Roles.of("a").positive("1").to(Roles.Learning.REGRESS),
                positive,
                "Positive class (1) must be one of two, and the target has values. Maybe leave it out.");
    }

    @Test
    void aNameThatTwoColumnsHaveIsSaid() {
        Table table = Table.create(
                "t", IntColumn.create("a", 1, 2), IntColumn.create("\uFEFFa", 1, 2), IntColumn.create("y", 0, 1));
        refuses(
                table,
                Roles.of("y"),
                DataProblem.Part.DATA,
                "Column (a) must be there once; blanks around a name, and marks before it, do not count.");
    }

    @Test
    void whatIsNotFiniteIsMissing() {
        Feature numbers = new Feature.Numbers("a", new double[] {1, Double.POSITIVE_INFINITY, 2, Double.NaN});
        assertThat(numbers.missing()).containsExactly(1, 3);
        assertThat(numbers.isCompleteNumbers()).isFalse();
        assertThat(numbers.rows(new int[] {2, 0}).isCompleteNumbers()).isTrue();
        Feature words = new Feature.Levels("b", new int[] {1, 0}, List.of("u", "v"));
        assertThat(words.isCompleteNumbers()).isFalse();
        assertThat(words.rows(new int[] {1, 1, 0}))
                .usingRecursiveComparison()
                .isEqualTo(new Feature.Levels("b", new int[] {0, 0, 1}, List.of("u", "v")));
    }

    private static Dataset small(String name, String column, double[] x, String target, Dataset.Target y) {
        return new Dataset(name, List.of(new Feature.Numbers(column, x)), target, y);
    }

    @Test
    void aFingerprintIsOfNamesNumbersAndTargetAndNotOfTheDataSetsName() {
        Dataset.Target y = new Dataset.Values(new double[] {1, 2});
        String one = small("d", "a", new double[] {3, 4}, "y", y).fingerprint();
        assertThat(small("e", "a", new double[] {3, 4}, "y", y).fingerprint()).isEqualTo(one);
        List<String> all = new ArrayList<>(List.of(
                one,
                small("d", "b", new double[] {3, 4}, "y", y).fingerprint(),
                small("d", "a", new double[] {3, 5}, "y", y).fingerprint(),
                small("d", "a", new double[] {4, 3}, "y", y).fingerprint(),
                small("d", "a", new double[] {3, 4}, "z", y).fingerprint(),
                small("d", "a", new double[] {3, 4}, "y", new Dataset.Values(new double[] {1, 3}))
                        .fingerprint()));
        for (String[] labels : new String[][] {{"u", "v"}, {"u", "w"}}) {
            all.add(small("d", "a", new double[] {3, 4}, "y", new Dataset.Classes(new int[] {0, 1}, List.of(labels)))
                    .fingerprint());
        }
        all.add(small("d", "a", new double[] {3, 4}, "y", new Dataset.Classes(new int[] {1, 0}, List.of("u", "v")))
                .fingerprint());
        assertThat(all).doesNotHaveDuplicates();
        Dataset whole = small("d", "a", new double[] {4, 9, 3}, "y", new Dataset.Values(new double[] {2, 8, 1}));
        assertThat(whole.rows(new int[] {2, 0}).fingerprint())
                .as("a view is what it shows")
                .isEqualTo(one);
    }

    @Test
    void aViewOfAViewHasItsRowsTargetAndFeatures() {
        double[] x = {0, 10, 20, 30, 40};
        Dataset whole = small("d", "a", x, "y", new Dataset.Values(new double[] {0, 1, 2, 3, 4}));
        Dataset view = whole.rows(new int[] {4, 2, 0}).rows(new int[] {1, 0});
        assertThat(view.x()).isDeepEqualTo(new double[][] {{20}, {40}});
        assertThat(((Dataset.Values) view.target()).y()).containsExactly(2, 4);
        assertThat(((Feature.Numbers) view.features().get(0)).x()).containsExactly(20, 40);
        assertThat(view.rows()).isEqualTo(2);
        assertThat(view.name()).isEqualTo("d");
        Dataset other = view.with(List.of(new Feature.Numbers("b", new double[] {7, 8})));
        assertThat(other.x()).isDeepEqualTo(new double[][] {{7}, {8}});
        assertThat(((Dataset.Values) other.target()).y()).containsExactly(2, 4);
        assertThat(other.targetName()).isEqualTo("y");
    }

    @Test
    void columnsOfAMatrixStandInTheOrderOfTheFeatures() {
        Dataset data = new Dataset(
                "d",
                List.of(new Feature.Numbers("b", new double[] {1, 2}), new Feature.Numbers("a", new double[] {3, 4})),
                "y",
                new Dataset.Values(new double[] {0, 1}));
        assertThat(data.x()).isDeepEqualTo(new double[][] {{1, 3}, {2, 4}});
    }
}
