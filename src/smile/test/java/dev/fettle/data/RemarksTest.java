package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is strange about data. */
class RemarksTest {
    private static final int ROWS = 12;
    private static final Dataset.Target CLASSES =
            new Dataset.Classes(IntStream.range(0, ROWS).map(i -> i % 2).toArray(), List.of("no", "yes"));

    private static Feature numbers(String name, java.util.function.IntToDoubleFunction value) {
        return new Feature.Numbers(
                name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
    }

    private static Feature words(String name, java.util.function.IntUnaryOperator code) {
        return new Feature.Levels(
                name,
                IntStream.range(0, ROWS).map(code).toArray(),
                IntStream.range(0, ROWS).mapToObj(i -> "w" + i).toList());
    }

    private static List<String> remarks(Dataset.Target target, Feature... features) {
        return Remarks.of(new Dataset("d", List.of(features), "bought", target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "breast_cancer", "diabetes"})
    void nothingIsStrangeAboutMostBundledData(String name) {
        assertThat(Remarks.of(Bundled.dataset(name, null))).isEmpty();
    }

    @Test
    void threePixelsOfTheDigitsAreAlwaysWhite() {
        assertThat(Remarks.of(Bundled.dataset("digits", null)))
                .containsExactly("Columns (pixel_0_0, pixel_4_0, pixel_4_7) hold one value alone, or none. Maybe --drop"
                        + " pixel_0_0,pixel_4_0,pixel_4_7.");
    }

    @Test
    void constantsNumberingsAndRepeatsAreNamed() {
        assertThat(remarks(
                        CLASSES,
                        numbers("a", i -> i * i % 7),
                        numbers("one", i -> 1),
                        words("word", i -> 3),
                        numbers("holes", i -> i < 5 ? Double.NaN : 2),
                        numbers("id", i -> ROWS - i),
                        words("name", i -> i),
                        words("town", i -> i % 5),
                        words("place", i -> i % 5),
                        numbers("again", i -> i * i % 7),
                        numbers("even", i -> 2 * i)))
                .containsExactly(
                        "Columns (one, word, holes) hold one value alone, or none. Maybe --drop one,word,holes.",
                        "Columns (id, name) tell each row from all others, as a name or number would. Maybe --drop"
                                + " id,name.",
                        "Column (place) repeats town. Maybe --drop place.",
                        "Column (again) repeats a. Maybe --drop again.");
    }

    @Test
    void aColumnThatTellsTheTargetIsALeak() {
        Feature other = numbers("a", i -> i % 3);
        assertThat(remarks(CLASSES, other, numbers("code", i -> i % 2 == 0 ? 7.5 : -1), words("label", i -> i % 2)))
                .containsExactly(
                        "Columns (code, label) tell by themselves the target bought. Maybe --drop code,label.");
        assertThat(remarks(CLASSES, other, numbers("nearly", i -> i == 11 ? 0 : i % 2)))
                .isEmpty();
        assertThat(remarks(CLASSES, other, words("fine", i -> i % 4)))
                .as("finer than the classes")
                .isEmpty();
        Dataset.Target values = new Dataset.Values(((Feature.Numbers) numbers("y", i -> i * i % 5)).x());
        assertThat(remarks(values, other, numbers("copy", i -> i * i % 5)))
                .containsExactly("Column (copy) tells by itself the target bought. Maybe --drop copy.");
        assertThat(remarks(values, other, numbers("double", i -> 2 * (i * i % 5))))
                .isEmpty();
    }

    @Test
    void classesOfFewRowsAreNamed() {
        Dataset.Target rare = new Dataset.Classes(
                IntStream.range(0, ROWS)
                        .map(i -> i < 5 ? 0 : i < 9 ? 1 : i < 12 ? 2 : 3)
                        .toArray(),
                List.of("five", "four", "three", "never"));
        assertThat(remarks(rare, numbers("a", i -> i % 3)))
                .containsExactly("Some classes of bought have few rows: four 4, three 3.");
    }

    @Test
    void aScaleThatDiffersIsToldWithItsEnds() {
        assertThat(Remarks.scale(Bundled.dataset("wine", null)))
                .contains("Features differ in scale: proline spans 1402, nonflavanoid_phenols 0.53.");
        assertThat(Remarks.scale(Bundled.dataset("iris", null))).isEmpty();
        assertThat(Remarks.scale(Bundled.dataset("digits", null)))
                .as("columns of one value have no width")
                .isEmpty();
        Dataset edge = new Dataset(
                "d", List.of(numbers("a", i -> i), numbers("b", i -> 100 * i), words("c", i -> i)), "bought", CLASSES);
        assertThat(Remarks.scale(edge)).as("a hundred times is not more").isEmpty();
    }

    private static Optional<String> taken(double[] y, Roles.@Nullable Learning wanted, @Nullable String because) {
        Feature a = new Feature.Numbers("a", new double[y.length]);
        return Remarks.target(
                new Dataset("d", List.of(a), "rating", Targets.of(new Feature.Numbers("rating", y), wanted)), because);
    }

    @Test
    void whatNumbersWereTakenAsIsToldWithTheReason() {
        double[] ratings = IntStream.range(0, 60).mapToDouble(i -> 3 + i % 6).toArray();
        assertThat(taken(ratings, null, null))
                .contains(
                        "rating holds 6 whole numbers: taken as classes, since at most 20 differ. Maybe --task regress.");
        assertThat(taken(ratings, Roles.Learning.REGRESS, "since rmse scores values"))
                .contains("rating holds 6 whole numbers: taken as values, since rmse scores values.");
        double[] letters = IntStream.range(0, 300).mapToDouble(i -> i % 30).toArray();
        assertThat(taken(letters, null, null))
                .contains(
                        "rating holds 30 whole numbers: taken as values, since more than 20 differ. Maybe --task classify.");
        assertThat(taken(letters, Roles.Learning.CLASSIFY, "as --task says"))
                .contains("rating holds 30 whole numbers: taken as classes, as --task says.");
        assertThat(taken(new double[] {1, 2.5}, null, null))
                .contains("rating holds numbers that are not all whole: taken as values.");
        assertThat(Remarks.target(Bundled.dataset("iris", null), null)).isEmpty();
        assertThat(Remarks.target(Bundled.dataset("diabetes", null), null))
                .as("nobody wants 214 classes of two rows each")
                .contains("progression holds 214 whole numbers: taken as values, since more than 20 differ.");
    }
}
