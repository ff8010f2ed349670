package dev.fettle.sampler;

class SobolSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new RandomSampler(true);
    }
}
