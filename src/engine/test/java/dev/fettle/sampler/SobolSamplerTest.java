package dev.fettle.sampler;

class SobolSamplerTest implements SamplerContract {
    @Override
    public Sampler sampler() {
        return new RandomSampler(true);
    }
}
