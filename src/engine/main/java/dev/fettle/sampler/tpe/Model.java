package dev.fettle.sampler.tpe;

import dev.fettle.space.Axis;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is believed of one group: ℓ where its good trials lie and g where the rest does.
 *
 * @param good ℓ
 * @param bad g
 */
record Model(Mixture good, Mixture bad) {
    static Model of(Group group, List<Axis> axes, Split split, TpeSampler settings, Pulse pulse) {
        return new Model(
                new Mixture(group, axes, split.good(), split.goodWeights(), settings, pulse),
                new Mixture(group, axes, split.bad(), split.badWeights(), settings, pulse));
    }

    /** Fills in the coordinates of the group out of ℓ. */
    void draw(double[] u, RandomGenerator random) {
        good.draw(u, random);
    }

    /** ln(ℓ/g), which rises with the expected improvement (Bergstra et al., 2011, section 4). */
    double promise(double[] u, double[][] cells, Pulse pulse) {
        return good.logDensity(u, cells, pulse) - bad.logDensity(u, cells, pulse);
    }
}
