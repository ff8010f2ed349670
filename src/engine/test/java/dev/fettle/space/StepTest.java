package dev.fettle.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepTest {
    static Stream<Scalar> stepped() {
        return Stream.of(
                Real.uniform("a", 0, 1).step(0.1),
                Real.uniform("a", -1, 1).step(0.3),
                Real.uniform("a", 1.0 / 3, 7).step(0.7),
                Real.uniform("a", 0, 1e9).step(1e-3),
                Real.uniform("a", 2, 2).step(1),
                Real.uniform("a", -8e307, 8e307).step(1e307),
                Real.uniform("a", 0.1, 1.6e308).step(1e307),
                Real.logUniform("a", 1e-5, 1e-1).step(1e-5),
                Real.logUniform("a", 0.1, 100).step(7.5),
                Real.logUniform("a", 1e-300, 1e300).step(1e299),
                Real.logUniform("a", 1, 2e9).step(1),
                Whole.between("a", Integer.MIN_VALUE, Integer.MAX_VALUE),
                Whole.between("a", -5, 100).step(7),
                Whole.logBetween("a", 1, Integer.MAX_VALUE),
                Whole.logBetween("a", 1, 1000).step(4),
                Whole.logBetween("a", 3, 3));
    }

    @ParameterizedTest
    @MethodSource("stepped")
    void everyValueLeadsBackToItself(Scalar p) {
        long n = p.size().orElseThrow();
        long stride = Math.max(1, n / 2000);
        assertThat(p.decode(0)).isEqualTo(p.value(0));
        assertThat(p.decode(1)).isEqualTo(p.value(n - 1));
        for (long i = 0; i < n; i += i < 100 || i > n - 200 ? 1 : stride) {
            assertThat(((Number) p.value(i)).doubleValue()).isFinite();
            assertThat(p.contains(p.value(i))).isTrue();
            assertThat(p.decode(p.encode(p.value(i)))).isEqualTo(p.value(i));
        }
    }

    @Test
    void valuesAreTheDecimalsThatSomebodyWouldType() {
        Real p = Real.uniform("a", 0, 1).step(0.1);
        assertThat(LongStream.range(0, 11).mapToObj(p::value))
                .isEqualTo(List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0));
        assertThat(p.startingAt(0.3).fallback()).isEqualTo(p.decode(0.3));
    }

    @Test
    void onALogarithmicScaleEachOwnsHalfAStepOnEitherSide() {
        Real p = Real.logUniform("a", 1, 9).step(2);
        double left = Math.log(0.5);
        double right = Math.log(10);
        assertThat(p.decode((Math.log(2) - left) / (right - left) - 1e-9)).isEqualTo(1);
        assertThat(p.decode((Math.log(2) - left) / (right - left) + 1e-9)).isEqualTo(3);
        assertThat(p.decode((Math.log(8) - left) / (right - left) + 1e-9)).isEqualTo(9);
        assertThat(p.encode(5.0)).isCloseTo((Math.log(5) - left) / (right - left), within(1e-12));
    }
}
