package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.RandomSampler;
import org.junit.jupiter.api.Test;

class HandoverTest {
    @Test
    void beyondItsHandoverAReaderIsToldWhatTheModelLooksAt() {
        assertThat(new BayesSampler().remarks(250)).isEmpty();
        assertThat(new BayesSampler().remarks(251))
                .containsExactly("Beyond 250 trials the model looks at the 200 nearest to the best.");
        assertThat(new BayesSampler().withHandover(30).remarks(31))
                .containsExactly("Beyond 30 trials the model looks at the 30 nearest to the best.");
        assertThat(new RandomSampler().remarks(1_000_000)).isEmpty();
    }
}
