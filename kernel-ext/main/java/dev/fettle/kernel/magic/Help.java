package dev.fettle.kernel.magic;

import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.run.Show;
import dev.fettle.report.chart.Plots;
import java.util.stream.Collectors;

/** The help pages: one sentence, a cell to copy, the space on six lines, the options in groups. */
final class Help {
    private static final String GRID = """
            %%gridsearch iris72 --model mlp --data iris --target species --cv 5 --test 0.2
            hidden_layer_sizes in {(50), (100), (150)}
            activation         in {tanh, relu}
            alpha              in log(1e-4, 1e-2, 3)
            momentum           in {0.5, 0.9} if activation == tanh
            max_iter = 300
            """;

    private static final String RANDOM = """
            %%randomsearch curve --trials 100 --jobs 2
            degree in 1..9
            lambda ~ logUniform(1e-6, 1)  default 1e-3
            minimize loss
            return crossValidatedLoss(x, y, degree, lambda);     // any Java of the notebook; an expression will do
            """;

    private static final String SPACE = """
            name in {v, v}  {(100, 50)}  {small < large}  1..9  1..15 step 2  lin(0, 1, 5)  log(1e-5, 1e-1, 5)  ${java}
            name ~ uniform(a, b)  logUniform(a, b)  int(a, b, step 2)  logInt(a, b)  normal(mean, sd)  logNormal(mean, sd)
            name[10] ~ …   name[2][2] ~ …     arrays: double[] and double[][] in Java
            … default v   … if solver == sgd && hidden > 50          name = value          a constant
            require a + b < 1     try name = v, name = v             a point to run first
            maximize NAME | minimize NAME      all below is Java: one expression, or statements that return
            """;

    private Help() {}

    /** The plots, a line for each. */
    static String plots() {
        Plots plots = Plots.found();
        return "Plots: %tune plot NAME, .plot(…); panels of the figure are " + String.join(", ", plots.panels()) + "\n"
                + plots.help().stream().map(l -> "  " + l).collect(Collectors.joining("\n"));
    }

    static MimeBundle of(Method method) {
        return Show.text(
                "%%" + method.magic() + " " + method.sentence() + ".\n\n" + (method == Method.GRID ? GRID : RANDOM)
                        + "\n" + SPACE + "\n" + Option.help(method)
                        + "\n\n" + plots()
                        + "\n\nThe variable is a study: .best() .score() .table() .plot(\"slice\", \"alpha\") .resume(150) .model()");
    }
}
