package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.sampler.RandomSampler;
import java.util.List;

/** {@code %%randomsearch}: points drawn from their laws. */
final class RandomSearch {
    private static final Option<Boolean> QMC =
            Option.flag(Group.SEARCH, "qmc", "scrambled Sobol points, which leave no gaps");

    static final Method METHOD = new Method(
            "randomsearch",
            "Random search",
            "tries points drawn at random, each at most once, and names the best",
            """
            %%randomsearch curve --trials 100 --jobs 2
            degree in 1..9
            lambda ~ logUniform(1e-6, 1)  default 1e-3
            minimize loss
            return crossValidatedLoss(x, y, degree, lambda);     // any Java of the notebook; an expression will do
            """,
            List.of(QMC),
            60,
            false,
            true,
            values -> new RandomSampler(values.get(QMC)));

    private RandomSearch() {}
}
