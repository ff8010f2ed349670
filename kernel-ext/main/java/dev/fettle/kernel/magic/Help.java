package dev.fettle.kernel.magic;

import dev.fettle.kernel.MimeBundle;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The help pages. */
final class Help {
    private Help() {}

    static MimeBundle gridsearch() {
        String text = """
                %%gridsearch trains a model at every point of a grid and names the best.

                %%gridsearch iris72 --model mlp --data iris --target species --cv 5 --test 0.2
                hidden_layer_sizes in {(50), (100), (150)}
                activation         in {tanh, relu}
                alpha              in log(1e-4, 1e-2, 3)
                momentum           in {0.5, 0.9} if activation == tanh
                max_iter = 300

                Sets: {a, b}  {(100, 50)}  {small < large}  1..9  1..15 step 2  lin(0, 1, 5)  log(1e-5, 1e-1, 5)  ${java}
                Behind a set: default v, if condition. Further lines: name = value, require condition, try name = value.
                The variable is a study: iris72.best().alpha(), .score(), .table(), .plot("heatmap", "alpha", "activation"), .model()

                """ + Arrays.stream(Option.values()).map(Option::help).collect(Collectors.joining("\n"));
        return Show.text(text);
    }
}
