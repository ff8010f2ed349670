package dev.fettle.sampler.cma;

import dev.fettle.sampler.AnySpaceContract;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;

/** The contract with every setting other than recommended. */
class OtherSettingsTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new CmaSampler(0.5, 4, 5, 1, false, false, false);
    }
}
