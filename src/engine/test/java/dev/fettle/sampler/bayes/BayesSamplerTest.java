package dev.fettle.sampler.bayes;

import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;

class BayesSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new BayesSampler();
    }
}
