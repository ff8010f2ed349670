package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.bench.quality.Samplers;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopwatchTest {
    @ParameterizedTest
    @ValueSource(strings = {"random", "bayes", "tpe", "cmaes"})
    void aSamplerWithAClockChoosesAsWithout(String name) {
        Ground ground = Ground.mixed();
        Stopwatch watch = new Stopwatch(Samplers.of(name));
        Asking.Asked without = new Asking(ground.space(), ground.loss(), watch.sampler()).ask(0, 30);
        Asking.Asked with = new Asking(ground.space(), ground.loss(), watch).ask(0, 30);
        IntStream.range(0, 30)
                .forEach(i -> assertThat(with.study().trials().trials().get(i).point())
                        .isEqualTo(without.study().trials().trials().get(i).point()));
        double asked = IntStream.range(0, 30).mapToDouble(i -> with.micros()[i]).sum() / 1e6;
        assertThat(watch.seconds()).isPositive().isLessThan(asked);
    }
}
