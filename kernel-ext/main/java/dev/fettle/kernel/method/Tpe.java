package dev.fettle.kernel.method;

import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.sampler.tpe.TpeSampler;
import java.util.List;
import java.util.Optional;

/** {@code %%tpe}: likely among the good trials, unlikely among the others. */
final class Tpe {
    private static final Option<Optional<Integer>> INIT = Init.option(String.valueOf(new TpeSampler().init()));

    static final Method METHOD = new Method(
                    "tpe",
                    "TPE",
                    "models where the good trials lie and where the others, and tries next what is likely among the good alone: for"
                            + " many categories and conditions",
                    """
            %%tpe irisTpe --model mlp --data iris --target species --trials 60
            hidden_layer_sizes in {(50), (100), (100, 50)}
            activation         in {tanh, relu, logistic}
            solver             in {sgd, adam}
            alpha              ~ logUniform(1e-5, 1e-1)  default 1e-4
            momentum           ~ uniform(0.5, 0.99)      default 0.9  if solver == sgd
            max_iter = 100
            """,
                    List.of(INIT, LastTrials.POLISH),
                    50,
                    false,
                    true,
                    Polish.polished(values ->
                            values.get(INIT).map(new TpeSampler()::withInit).orElseGet(TpeSampler::new)))
            .withRule(Polish.rule(Init.rule(INIT)));

    private Tpe() {}
}
