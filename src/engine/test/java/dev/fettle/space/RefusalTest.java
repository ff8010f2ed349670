package dev.fettle.space;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What parameters and spaces do not take, and the last of what they do. */
class RefusalTest {
    private static final Real X = Real.uniform("x", 0, 1);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1k", "a b", "k[", "k[0][0][0]", "k[-1]"})
    void aNameIsAWord(String name) {
        String message = "Parameter name (" + name + ") must be letters, digits and underscores.";
        refused(() -> Whole.between(name, 1, 2), message);
        refused(() -> Real.uniform(name, 1, 2), message);
        refused(() -> Normal.of(name, 0, 1), message);
        refused(() -> Choice.of(name, 1, 2), message);
        refused(() -> Array.of(name, X, 2), message);
    }

    @Test
    void anElementAloneIsNoParameter() {
        Whole element = Whole.between("w[0]", 1, 2);
        refused(() -> SearchSpace.of(element), "Parameter name (w[0]) must be");
        refused(() -> Array.of("w[0]", X, 2), "Parameter name (w[0]) must be");
    }

    @Test
    void wholeNumbersNeedBoundsInOrderAndAStep() {
        refused(() -> Whole.between("k", 3, 1), "Lower bound (3) of parameter k must be at most 1.");
        refused(() -> Whole.logBetween("k", 0, 5), "Lower bound (0) of parameter k must be positive.");
        refused(() -> Whole.between("k", 1, 5).step(0), "Step (0) of parameter k must be at least 1.");
        assertThat(Whole.logBetween("k", 1, 1).size()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepIsPositive(double step) {
        refused(() -> X.step(step), "Step (");
        refused(() -> Normal.of("w", 0, 1).step(step), "Step (");
    }

    @Test
    void rangesAndCellsHaveAFiniteWidth() {
        refused(() -> Real.uniform("x", -Double.MAX_VALUE, Double.MAX_VALUE), "Bounds (");
        refused(() -> Real.uniform("x", 0, 1.7e308).step(1e308), "Step (1.0E308) of parameter x must be smaller");
        refused(() -> Normal.of("w", 0, 1e308), "Mean (0) and spread (1.0E308) of parameter w must be smaller.");
    }

    static Stream<Scalar> scalars() {
        return Stream.of(X, X.step(0.5), Normal.of("x", 0, 1), Choice.of("x", "a", "b"), Whole.between("x", 1, 3));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aPlaceLiesInTheUnitInterval(Scalar scalar) {
        for (double u : new double[] {-1e-9, 1 + 1e-9, Double.NaN}) {
            refused(() -> scalar.decode(u), "Place (" + u + ") of parameter x must lie in [0, 1].");
        }
        assertThat(scalar.contains(scalar.decode(0))).isTrue();
        assertThat(scalar.contains(scalar.decode(1))).isTrue();
    }

    @Test
    void anArrayHasOneDimensionOrTwoAndAHundredThousandElements() {
        refused(() -> Array.of("w", X, 1, 1, 1), "Array (w[1][1][1]) must have one dimension or two.");
        refused(() -> Array.of("w", X, 2, 0), "Size (0) of array w must be at least 1.");
        refused(() -> Array.of("w", X, 1001, 100), "Array (w[1001][100]) must have at most 100000 elements.");
        assertThat(Array.of("w", X, 1000, 100).dimensions()).isEqualTo(100_000);
    }

    @Test
    void anArrayHoldsListsOfItsShape() {
        Array row = Array.of("w", X, 2);
        assertThat(row.contains(List.of(0.0, 1.0))).isTrue();
        assertThat(row.contains(List.of(0.0, 2.0))).isFalse();
        assertThat(row.contains(List.of(0.0))).isFalse();
        assertThat(row.contains(0.0)).isFalse();
        Array square = Array.of("w", X, 2, 2);
        assertThat(square.contains(List.of(List.of(0.0, 1.0), List.of(0.5, 0.5))))
                .isTrue();
        assertThat(square.contains(List.of(List.of(0.0, 1.0), List.of(0.5)))).isFalse();
        assertThat(square.contains(List.of(0.0, 1.0))).isFalse();
    }

    @Test
    void conditionsAndConstraintsSpeakOfWhatStandsAbove() {
        Choice solver = Choice.of("s", "a", "b");
        Whole k = Whole.between("k", 1, 9).when(name("s").is("a"));
        refused(
                () -> SearchSpace.of(k, solver),
                "Condition (s == a) must mention parameters that stand above it; s does not.");
        refused(
                () -> SearchSpace.of(solver).require(name("t").above(1)),
                "Constraint (t > 1) must mention parameters that stand above it; t does not.");
        SearchSpace array = SearchSpace.of(X.array(2));
        refused(() -> array.require(name("x[2]").above(1)), "Constraint (x[2] > 1)");
        refused(() -> SearchSpace.of(solver).require(name("s[0]").is("a")), "Constraint (s[0] == a)");
        assertThat(array.require(name("x[1]").above(0.5)).constraints()).hasSize(1);
    }

    @Test
    void aConstraintOnAnInactiveParameterSpeaksOfItsDefault() {
        Choice solver = Choice.of("s", "a", "b");
        Whole k = Whole.between("k", 1, 9).startingAt(5).when(name("s").is("a"));
        SearchSpace low = SearchSpace.of(solver, k).require(name("k").below(5));
        SearchSpace high = SearchSpace.of(solver, k).require(name("k").atLeast(5));
        Point without = low.decode(new double[] {1, Double.NaN});
        assertThat(without.names()).containsExactly("s");
        assertThat(low.allows(without)).isFalse();
        assertThat(high.allows(without)).isTrue();
        assertThat(low)
                .isNotEqualTo(high)
                .isEqualTo(SearchSpace.of(solver, k).require(name("k").below(5)));
        assertThat(low)
                .hasSameHashCodeAs(SearchSpace.of(solver, k).require(name("k").below(5)));
    }
}
