package dev.fettle.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
    @Test
    void dealsClassesAsScikitLearnDoes() {
        Folds folds = Folds.stratified(new int[] {1, 1, 1, 0, 0, 0, 0}, 2);
        assertThat(folds.folds().get(0).test()).containsExactly(0, 1, 3, 4);
        assertThat(folds.folds().get(1).test()).containsExactly(2, 5, 6);
    }

    /** As does scikit-learn 1.9.1: which class gets the row that is left over depends on which came first. */
    @Test
    void classesAreDealtInTheOrderOfTheirFirstRows() {
        Folds folds = Folds.stratified(new int[] {1, 1, 1, 0, 0, 0}, 2);
        assertThat(folds.folds().get(0).test()).containsExactly(0, 1, 3);
        assertThat(folds.folds().get(1).test()).containsExactly(2, 4, 5);
    }

    @Test
    void theTutorialsSplitIsThatOfScikitLearn() throws Exception {
        JsonNode split = new ObjectMapper().readTree(getClass().getResourceAsStream("/dev/fettle/mlp/iris_split.json"));
        Dataset iris = Bundled.dataset("iris", null);
        Fold fold = Holdout.split(150, 0.2, 42);
        ObjectMapper mapper = new ObjectMapper();
        assertThat(pick(iris, fold.train())).isDeepEqualTo(mapper.convertValue(split.get("X_train"), double[][].class));
        assertThat(pick(iris, fold.test())).isDeepEqualTo(mapper.convertValue(split.get("X_test"), double[][].class));
        int[] y = ((Dataset.Classes) iris.target()).y();
        Folds folds =
                Folds.stratified(Arrays.stream(fold.train()).map(i -> y[i]).toArray(), 5);
        assertThat(folds.folds().stream().map(Fold::test).toArray(int[][]::new))
                .isDeepEqualTo(mapper.convertValue(split.get("cv_test_rows"), int[][].class));
    }

    private static double[][] pick(Dataset data, int[] rows) {
        return Arrays.stream(rows).mapToObj(i -> data.x()[i]).toArray(double[][]::new);
    }

    /** Permutations by numpy 2.4.6: {@code RandomState(seed).permutation(n)}. */
    @ParameterizedTest
    @CsvSource({
        "10, 0, 2 8 4 9 1 6 7 3 0 5",
        "7, 1, 6 2 1 0 4 3 5",
        "25, 123456789, 8 22 6 9 10 21 17 23 16 1 5 11 14 2 20 19 3 0 13 15 4 7 12 18 24",
        "13, 4294967295, 9 5 10 12 8 1 11 6 0 4 7 2 3"
    })
    void theHoldoutFollowsNumpysPermutation(int n, long seed, String expected) {
        Fold fold = Holdout.split(n, 0.3, seed);
        int[] all = IntStream.concat(Arrays.stream(fold.test()), Arrays.stream(fold.train()))
                .toArray();
        assertThat(all)
                .isEqualTo(Arrays.stream(expected.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
        assertThat(fold.test()).hasSize((int) Math.ceil(0.3 * n));
    }

    /** By Python's own Mersenne twister under numpy's seeding and shuffle; 5,000 draws are eight rounds of its state. */
    @Test
    void theHoldoutOfManyRowsFollowsThePermutationToo() {
        Fold fold = Holdout.split(5000, 0.1, 7);
        int[] all = IntStream.concat(Arrays.stream(fold.test()), Arrays.stream(fold.train()))
                .toArray();
        assertThat(all).startsWith(3406, 757, 3624, 4544, 3235, 1868, 2916, 3335, 3527, 2827, 4392, 3484);
        assertThat(Arrays.hashCode(all)).isEqualTo(-197261799);
    }

    @Test
    void aHoldoutLeavesTwoRowsToTrainOn() {
        assertThat(Holdout.split(3, 0.3, 1).train()).hasSize(2);
        assertThat(Holdout.problem(3, 0.3)).isEmpty();
        assertThat(Holdout.problem(2, 0.3)).contains("Test share (0.3) must leave rows on both sides of 2.");
        assertThat(Holdout.problem(10, 0)).isPresent();
        assertThat(Holdout.problem(10, -0.5)).isPresent();
    }

    @Test
    void plainFoldsAreRunsOfRows() {
        Folds folds = Folds.plain(7, 3);
        assertThat(folds.folds().get(0).test()).containsExactly(0, 1, 2);
        assertThat(folds.folds().get(2).test()).containsExactly(5, 6);
        assertThat(folds.folds().get(2).train()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void rejectsMoreFoldsThanRows() {
        assertThat(Folds.stratified(new int[] {0, 0, 0, 1, 1}, 3).size()).isEqualTo(3);
        assertThatThrownBy(() -> Folds.stratified(new int[] {0, 0, 0, 1, 1, 1, 2, 2}, 4))
                .hasMessage("Folds (4) must be at most the rows of the largest class, 3.");
        assertThatThrownBy(() -> Folds.stratified(new int[] {0, 0, 1, 1}, 1)).hasMessageContaining("Folds (1)");
        assertThat(Folds.stratified(new int[] {0, 0, 1, 1}, 2).size()).isEqualTo(2);
        assertThat(Folds.plain(3, 3).size()).isEqualTo(3);
        assertThatThrownBy(() -> Folds.plain(3, 4)).hasMessageContaining("Folds (4)");
        assertThatThrownBy(() -> Folds.plain(3, 1)).hasMessageContaining("Folds (1)");
        assertThatThrownBy(() -> Holdout.split(10, 1.0, 1)).hasMessageContaining("Test share (1.0)");
    }

    /** The example of scikit-learn's guide: 45 rows of one class, five of another. */
    @Test
    void foldsOfUnevenClassesAreThoseOfScikitLearnsGuide() {
        int[] y = IntStream.range(0, 50).map(i -> i < 45 ? 0 : 1).toArray();
        Folds folds = Folds.stratified(y, 3);
        assertThat(folds.folds().stream().map(f -> counts(y, f.train()) + " | " + counts(y, f.test())))
                .containsExactly("30 3 | 15 2", "30 3 | 15 2", "30 4 | 15 1");
        assertThat(folds.folds().get(1).test())
                .containsExactly(15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 47, 48);
        assertThat(folds.size()).isEqualTo(3);
    }

    private static String counts(int[] y, int[] rows) {
        long ones = Arrays.stream(rows).filter(r -> y[r] == 1).count();
        return (rows.length - ones) + " " + ones;
    }

    @Test
    void everyRowIsTestedOnceAndTrainsInAllOtherFolds() {
        int[] y = {2, 0, 1, 1, 0, 2, 2, 1, 0, 0, 1, 2, 2};
        for (Folds folds : java.util.List.of(Folds.stratified(y, 4), Folds.plain(13, 4))) {
            int[] tested = folds.folds().stream()
                    .flatMapToInt(f -> Arrays.stream(f.test()))
                    .sorted()
                    .toArray();
            assertThat(tested).isEqualTo(IntStream.range(0, 13).toArray());
            for (Fold fold : folds.folds()) {
                assertThat(fold.train()).isSorted().doesNotContain(fold.test()).hasSize(13 - fold.test().length);
                assertThat(fold.test()).isSorted();
            }
        }
    }

    @Test
    void plainFoldsOfAnUnevenNumberAreLongerInFront() {
        assertThat(Folds.plain(11, 4).folds().stream().map(f -> Arrays.toString(f.test())))
                .containsExactly("[0, 1, 2]", "[3, 4, 5]", "[6, 7, 8]", "[9, 10]");
        assertThat(Folds.plain(3, 3).folds().stream().map(f -> Arrays.toString(f.train())))
                .containsExactly("[1, 2]", "[0, 2]", "[0, 1]");
        assertThat(Folds.stratified(new int[] {0, 0, 1, 1}, 2).size())
                .as("as many as rows of a class")
                .isEqualTo(2);
    }

    /** scikit-learn rounds the test rows up; two rows at least are left for training. */
    @ParameterizedTest
    @CsvSource({"10, 0.25, 3", "10, 0.3, 3", "10, 0.8, 8", "10, 0.001, 1", "3, 0.3, 1", "150, 0.2, 30"})
    void aShareOfTheRowsIsRoundedUp(int n, double share, int tests) {
        Fold fold = Holdout.split(n, share, 7);
        assertThat(fold.test()).hasSize(tests);
        assertThat(fold.train()).hasSize(n - tests);
        assertThat(Holdout.problem(n, share)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "10, -0.1", "10, 0.81", "2, 0.5", "10, 1"})
    void aShareThatLeavesNothingOnOneSideIsRefused(int n, double share) {
        assertThat(Holdout.problem(n, share))
                .hasValue("Test share (" + share + ") must leave rows on both sides of " + n + ".");
    }

    @Test
    void theSeedOfAFoldFollowsFromTheTrialAndItsNumber() {
        assertThat(Folds.seed(5, 0)).isEqualTo(new Seed(5).child("fold").child(0));
        assertThat(java.util.List.of(Folds.seed(5, 0), Folds.seed(5, 1), Folds.seed(6, 0), Folds.seed(6, 1)))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> new Folds(java.util.List.of())).hasMessage("Folds (0) must be at least 1.");
    }
}
