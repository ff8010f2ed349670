package dev.fettle.sampler.gradient;

import dev.fettle.sampler.population.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far central differences reach: far enough that noise does not drown them, near enough that curvature does not bend them.
 * With a noise ε and a third derivative M their error ε/h + Mh²/6 is least at h = (3ε/M)^(1/3) (Gill, Murray, Saunders and
 * Wright, 1983, "Computing forward-difference intervals for numerical optimization", SIAM Journal on Scientific and
 * Statistical Computing 4(2), for central ones; Moré and Wild, 2012, "Estimating derivatives of noisy simulations", ACM TOMS
 * 38(3)). Nobody knows M; it is taken to be the loss over the cube of the range. Immutable, for any thread.
 *
 * @param noise of the loss, at least 0
 * @param share h as a share of the range
 * @param isMeasured whether trials have told the noise
 */
record Differences(double noise, double share, boolean isMeasured) {
    /** What the trainings that bring a gradient leave of it, as a share of the loss. */
    private static final double EXACT = 1e-12;

    private static final double ROUNDING = 0x1p-52;
    private static final double NEAREST = 1e-6;
    private static final double FARTHEST = 0.05;

    /** To check gradients that scores bring: far enough to step over the kinks of a net, near enough for three digits. */
    static Differences beside(double loss) {
        return new Differences(EXACT * Math.abs(loss), 1000 * NEAREST, false);
    }

    /** By the ends of {@link Stencil#middle} and {@link Stencil#around}; by rounding alone if one has no score. */
    static Differences of(Outcome first, List<Outcome> others) {
        List<Outcome> ends = new ArrayList<>(others);
        ends.add(0, first);
        boolean all = ends.size() == Noise.VALUES && ends.stream().allMatch(end -> end.grade() == 0);
        double[] values = inRow(ends).stream()
                .filter(end -> end.grade() == 0)
                .mapToDouble(Outcome::loss)
                .toArray();
        double scale = 0;
        for (double value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        double noise = all ? Noise.of(values) : ROUNDING * scale;
        double relative = scale == 0 ? ROUNDING : noise / scale;
        return new Differences(noise, Math.min(FARTHEST, Math.max(NEAREST, StrictMath.cbrt(3 * relative))), true);
    }

    /** The first one into the middle, where it belongs. */
    private static List<Outcome> inRow(List<Outcome> ends) {
        List<Outcome> row = new ArrayList<>(ends);
        Collections.rotate(row.subList(0, Math.min(row.size(), Noise.VALUES / 2 + 1)), -1);
        return row;
    }

    /** Of what the loss changes over a range, as differences see it: that of noise and, as it is balanced, half as much more. */
    double error() {
        return 1.5 * noise / share;
    }
}
