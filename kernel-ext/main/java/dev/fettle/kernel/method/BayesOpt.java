package dev.fettle.kernel.method;

import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.sampler.bayes.BayesSampler;
import java.util.List;
import java.util.Optional;

/** {@code %%bayesopt}: a Gaussian process chooses the next point. */
final class BayesOpt {
    private static final Option<Optional<Integer>> INIT = Init.option("by space and trials");

    static final Method METHOD = new Method(
                    "bayesopt",
                    "Bayesian optimisation",
                    "models the scores with a Gaussian process, and tries next the point that promises most: for few, costly trials",
                    """
            %%bayesopt irisBo --model mlp --data iris --target species --trials 30
            hidden_layer_sizes in {(50), (100), (100, 50)}
            activation         in {tanh, relu}
            alpha              ~ logUniform(1e-5, 1e-1)  default 1e-4
            learning_rate_init ~ logUniform(1e-4, 1e-1)  default 1e-3
            max_iter = 100
            """,
                    List.of(INIT, LastTrials.POLISH),
                    50,
                    false,
                    true,
                    Polish.polished(values ->
                            values.get(INIT).map(new BayesSampler()::withInit).orElseGet(BayesSampler::new)))
            .withRule(Polish.rule(Init.rule(INIT)));

    private BayesOpt() {}
}
