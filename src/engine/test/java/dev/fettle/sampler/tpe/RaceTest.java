package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If it were no better than chance, 17 of 20 seeds would be won with probability 0.0013 (sign test). The branches can be told
 * apart by a few trials each; see the documentation of the package for one where they cannot.
 */
class RaceTest {
    private static double square(double x) {
        return x * x;
    }

    static Stream<Arguments> problems() {
        ToDoubleFunction<Point> bowl = p -> {
            double[] x = p.reals("x");
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += (i + 1) * square(x[i] - 0.15 * i);
            }
            return sum;
        };
        ToDoubleFunction<Point> tree = p -> p.text("model").equals("net")
                ? square(p.real("rate") / 3 + 1) + square((p.whole("layers") - 4) / 8.0)
                : 2 + square(p.real("depth"));
        return Stream.of(
                Arguments.of("x[5] ~ uniform(-1, 1)", bowl),
                Arguments.of(
                        "model in {tree, net, other}\ndepth ~ uniform(-5, 5) if model != net\n"
                                + "rate ~ uniform(-9, 9) if model == net\nlayers ~ int(1, 40) if model == net",
                        tree));
    }

    private static double best(Sampler sampler, SearchSpace space, long seed, ToDoubleFunction<Point> objective) {
        return Trials.run(sampler, space, seed, 60, objective).stream()
                .mapToDouble(p -> objective.applyAsDouble(p.point()))
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void itBeatsChance(String text, ToDoubleFunction<Point> objective) {
        SearchSpace space = SpaceText.parse(text);
        long won = LongStream.range(0, 20)
                .filter(seed -> best(new TpeSampler(), space, seed, objective)
                        < best(new RandomSampler(), space, 1000 + seed, objective))
                .count();
        assertThat(won).isGreaterThanOrEqualTo(17);
    }
}
