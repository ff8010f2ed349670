package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract with few first points, so that most of its trials are chosen by the model. */
class TpeSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new TpeSampler().withInit(4);
    }

    @Override
    public List<SearchSpace> spaces() {
        return Stream.concat(SamplerContract.super.spaces().stream(), Stream.of(nested(), required(), arrays()))
                .toList();
    }

    /** A condition below a condition, and two parameters under the same one. */
    static SearchSpace nested() {
        return SpaceText.parse("""
                model in {tree, net}
                depth ~ logInt(1, 64) if model == tree
                layers ~ int(1, 3) if model == net
                rate ~ logUniform(1e-4, 1) if model == net
                second ~ int(8, 64, step 8) if layers >= 2
                act in {relu, tanh, logistic} if layers >= 2
                alpha ~ logNormal(-5, 2)
                """);
    }

    /** Two constraints, one with few points. */
    static SearchSpace required() {
        return SpaceText.parse("""
                a ~ uniform(0, 1)
                b ~ uniform(0, 1)
                k in 1..9
                require a + b < 0.5
                require k > 2 || a < 0.1
                """);
    }

    /** Elements of their own kind each. */
    static SearchSpace arrays() {
        return SpaceText.parse("""
                w[3] ~ normal(0, 1)
                k[2][2] ~ int(0, 5)
                act[2] in {relu, tanh}
                """);
    }

    @Test
    void whatASettingMustBeIsSaid() {
        TpeSampler plain = new TpeSampler();
        assertThatThrownBy(() -> plain.withInit(0)).hasMessage("Init (0) must be at least 1.");
        assertThatThrownBy(() -> plain.withCandidates(0)).hasMessage("Candidates (0) must be at least 1.");
        assertThatThrownBy(() -> plain.withGood(0, 25)).hasMessage("Share of good trials (0.0) must lie in (0, 1].");
        assertThatThrownBy(() -> plain.withGood(Double.NaN, 25)).hasMessageContaining("(NaN) must lie in (0, 1].");
        assertThatThrownBy(() -> plain.withGood(0.1, 0)).hasMessage("Most good trials (0) must be at least 1.");
        assertThatThrownBy(() -> plain.withBandwidth(Bandwidth.SCOTT, 1.1, true))
                .hasMessage("Least width of kernels (1.1) must lie in (0, 1].");
        assertThatThrownBy(() -> plain.withPriorWeight(0)).hasMessage("Prior weight (0.0) must lie in [1e-6, 1e6].");
    }

    @Test
    void aWitherChangesItsSettingAlone() {
        TpeSampler all = new TpeSampler()
                .withInit(3)
                .withCandidates(7)
                .withGood(0.2, 9)
                .withTogether(Together.ALONE)
                .withBandwidth(Bandwidth.SCOTT, 0.5, true)
                .withPriorWeight(2);
        assertThat(all).isEqualTo(new TpeSampler(3, 7, 0.2, 9, Together.ALONE, Bandwidth.SCOTT, 0.5, true, 2));
    }

    @Test
    void aTenthIsGoodRoundedUpAndAtMost25() {
        TpeSampler plain = new TpeSampler();
        assertThat(IntStream.of(0, 1, 10, 11, 100, 101, 250, 251, 100_000).map(plain::good))
                .containsExactly(0, 1, 1, 2, 10, 11, 25, 25, 25);
    }
}
