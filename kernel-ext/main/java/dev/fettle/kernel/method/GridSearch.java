package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Method;
import dev.fettle.sampler.GridSampler;
import dev.fettle.trial.Budget;
import java.util.List;

/** {@code %%gridsearch}: every point, in order. */
final class GridSearch {
    static final Method METHOD = new Method(
            "gridsearch",
            "Grid search",
            "tries every point of a grid and names the best",
            """
            %%gridsearch iris72 --model mlp --data iris --target species --cv 5 --test 0.2
            hidden_layer_sizes in {(50), (100), (150)}
            activation         in {tanh, relu}
            alpha              in log(1e-4, 1e-2, 3)
            momentum           in {0.5, 0.9} if activation == tanh
            max_iter = 300
            """,
            List.of(),
            Budget.ALL,
            true,
            false,
            values -> new GridSampler());

    private GridSearch() {}
}
