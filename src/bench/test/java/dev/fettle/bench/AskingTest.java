package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.bench.quality.Samplers;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static Asking asking(Ground ground, String sampler) {
        return new Asking(ground.space(), ground.loss(), Samplers.of(sampler));
    }

    @Test
    void aSamplerThatWasToldRandomPointsBeginsWithItsModel() {
        Asking.Asked asked = asking(Ground.mixed(), "tpe").ask(40, 5);
        assertThat(asked.micros()).hasSize(5).doesNotContain(0);
        assertThat(asked.study().trials().trials())
                .hasSize(5)
                .allSatisfy(t -> assertThat(t.proposal().origin()).isEqualTo("tpe"));
    }

    @Test
    void aRowTellsOfTheLastAsks() {
        double[] micros = new double[100];
        micros[0] = 1e9;
        micros[99] = 21;
        assertThat(SamplerLatency.Micros.of(micros)).isEqualTo(new SamplerLatency.Micros(0, 1));
    }

    /** A point is at least two objects, and each of these 300 is remembered by the engine. */
    @Test
    void whatAStudyKeepsBesidesItsTrialsIsCounted() throws InterruptedException {
        assertThat(SamplerMemory.kept(Ground.reals(), Samplers.of("tpe"), 300)).isBetween(300 * 32L, 10_000_000L);
    }
}
