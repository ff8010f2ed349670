package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.sampler.cma.CmaSampler;
import java.util.List;
import java.util.Optional;

/** {@code %%cmaes}: a normal distribution that learns its place, its width and its axes. */
final class CmaEs {
    private static final Option<Optional<Double>> SIGMA = Option.optional(
                    Group.SEARCH,
                    "sigma",
                    Argument.positive("0.3", 1).maybe("--sigma 0.3"),
                    "first step, as a share of each range")
            .withShown(method -> "a sixth");

    static final Method METHOD = new Method(
            "cmaes",
            "CMA-ES",
            "moves a cloud of points towards the better ones, and turns it along the valley: for numbers that depend on each"
                    + " other, and hundreds of trials",
            """
            %%cmaes valley --trials 300
            x ~ uniform(-2, 2)  default -1
            y ~ uniform(-1, 3)
            minimize loss
            return Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2);     // any Java of the notebook; an expression will do
            """,
            List.of(SIGMA),
            50,
            false,
            true,
            values -> values.get(SIGMA).map(new CmaSampler()::withSigma).orElseGet(CmaSampler::new));

    private CmaEs() {}
}
