package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CmaSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new CmaSampler();
    }

    @Override
    public List<SearchSpace> spaces() {
        List<SearchSpace> all = new ArrayList<>(SamplerContract.super.spaces());
        Stream.of(
                        "a in {x, y, z}\nb ~ uniform(0, 1) if a == x\nc in {u, v} if a == x\nd ~ int(1, 9) if c == v",
                        "a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nn ~ int(1, 20)\nrequire a + b < 0.7",
                        "w[2][2] ~ uniform(-1, 1)\nk[3] ~ int(0, 4)",
                        "a in {x, y, z}\nb in {u, v}\nc in {p, q, r, s}",
                        "one ~ int(3, 3)\nx ~ logUniform(1e-5, 1)")
                .map(SpaceText::parse)
                .forEach(all::add);
        return all;
    }

    @Test
    void eachSettingHasItsRange() {
        assertThatThrownBy(() -> new CmaSampler().withSigma(0))
                .hasMessage("Sigma (0.0) must lie in (0, 1]. Maybe 0.2.");
        assertThatThrownBy(() -> new CmaSampler().withSigma(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CmaSampler().withPopulation(3))
                .hasMessage("Population (3) must lie in [4, 10000]. Maybe 0, which chooses one.");
        assertThatThrownBy(() -> new CmaSampler().withInit(-1)).hasMessageStartingWith("Init (-1) must");
        assertThatThrownBy(() -> new CmaSampler().withGrowth(0)).hasMessageStartingWith("Growth (0) must");
        assertThat(new CmaSampler()
                        .withSigma(1)
                        .withPopulation(4)
                        .withInit(5)
                        .withGrowth(1)
                        .withActive(false)
                        .withMargin(false)
                        .withMirrored(false))
                .isEqualTo(new CmaSampler(1, 4, 5, 1, false, false, false));
    }

    @Test
    void moreAxesThanACovarianceTakesAreRefused() {
        Parameter wide = Real.uniform("x", 0, 1).array(201);
        assertThatThrownBy(() -> sampler().start(Runs.question(SearchSpace.of(wide)), new Seed(1)))
                .hasMessage("Space (201 axes of numbers) must have at most 200 for a covariance. Maybe random search.");
    }
}
