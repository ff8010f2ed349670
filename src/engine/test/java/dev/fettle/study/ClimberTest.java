package dev.fettle.study;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;

/** A toy that learns keeps what every sampler keeps. */
class ClimberTest implements SamplerContract {
    @Override
    public Sampler sampler() {
        return new Toys.Climber(new Pace.Window(2));
    }

    /** The same in generations. */
    @org.junit.jupiter.api.Nested
    class InGenerations implements SamplerContract {
        @Override
        public Sampler sampler() {
            return new Toys.Climber(new Pace.Generation(4));
        }
    }
}
