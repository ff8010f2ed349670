package dev.fettle.sampler.bayes;

import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;

/** The contract with few first points, so that most of its trials are chosen by the model. */
class BayesSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new BayesSampler().withInit(3);
    }
}
