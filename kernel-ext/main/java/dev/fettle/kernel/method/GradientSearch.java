package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.gradient.GradientSampler;
import dev.fettle.sampler.gradient.Optimizer;
import dev.fettle.space.text.Mistake;
import java.util.List;
import java.util.Optional;

/** {@code %%gradient}: step by step downhill. */
final class GradientSearch {
    private static final GradientSampler STANDARD = new GradientSampler();

    private static final Option<Double> RATE = Option.of(
                    Group.SEARCH,
                    "rate",
                    Argument.positive("0.01", 1e9).maybe("--rate 0.01"),
                    STANDARD.rate(),
                    "by which the gradient is multiplied, halved where it is too much")
            .withStandard(header -> isNewton(header) ? 1 : STANDARD.rate())
            .withShown(method -> STANDARD.rate() + "; newton: 1");

    private static final Option<Integer> STEPS = Generations.option(
            "steps",
            1000,
            "how many there are, each of one trial, and two more for each parameter where scores bring no gradient");

    private static final Option<Optimizer> OPTIMIZER = Option.of(
            Group.SEARCH,
            "optimizer",
            Argument.word(List.of(Optimizer.values())),
            STANDARD.optimizer(),
            "sgd is plain descent, momentum the heavy ball, spectral a secant for exact gradients, newton a parabola for each"
                    + " parameter by differences");

    private static final Option<Double> CLIP = Option.of(
            Group.SEARCH,
            "clip",
            Argument.positive("0.2", 1).maybe("--clip 0.2"),
            STANDARD.clip(),
            "longest step, as a share of each range; where that is logarithmic twice or half the value at most");

    private static final Option<Integer> STARTS = Option.of(
            Group.SEARCH,
            "starts",
            Argument.count("N", 1, 1_000_000).maybe("--starts 3"),
            1,
            "start points that share the steps; there are more where gradients vanish");

    static final Method METHOD = new Method(
                    "gradient",
                    "Gradient descent",
                    "goes downhill step by step: for decimal parameters, many of them too, and a smooth loss",
                    """
                    %%gradient valley --rate 0.02 --steps 100 --optimizer momentum
                    a ~ uniform(-2, 2)  default -1
                    b ~ uniform(-1, 3)  default 2
                    minimize loss
                    return Math.pow(1 - a, 2) + 10 * Math.pow(b - a * a, 2);     // any Java of the notebook; an expression will do
                    """,
                    List.of(RATE, STEPS, OPTIMIZER, CLIP, STARTS),
                    1,
                    false,
                    false,
                    GradientSearch::sampler)
            .withDomain(Method.Domain.SMOOTH)
            .withTotal(new Method.Total("by steps and parameters", GradientSearch::total, GradientSearch::cost))
            .withRule((values, trials) -> clash(values).stream().toList());

    private GradientSearch() {}

    private static boolean isNewton(Header header) {
        return header.option(OPTIMIZER)
                .filter(word -> word.text().equals("newton"))
                .isPresent();
    }

    private static Sampler sampler(OptionValues values) {
        int starts = values.get(STARTS);
        // One start goes on as long as there are trials, behind a resume too.
        return STANDARD.withRate(values.get(RATE))
                .withOptimizer(values.get(OPTIMIZER))
                .withClip(values.get(CLIP))
                .withSteps(starts == 1 ? Integer.MAX_VALUE : (values.get(STEPS) + starts - 1) / starts);
    }

    /** The first step has two trials more for each parameter; without a gradient in the scores all steps have. */
    private static int total(OptionValues values, Method.Extent extent) {
        long arms = 2L * extent.space().dimensions();
        long steps = values.get(STEPS);
        return Method.Total.most(extent.exact() ? 1 + arms + steps : GradientSampler.NOISE_TRIALS + (arms + 1) * steps);
    }

    private static String cost(OptionValues values, Method.Extent extent) {
        int dimensions = extent.space().dimensions();
        String arms =
                "two differences along " + (dimensions == 1 ? "1 parameter" : "each of " + dimensions + " parameters");
        String step = extent.exact()
                ? "A step takes 1 trial, as each score brings its gradient; 1 comes before the first, and "
                        + 2 * dimensions + " more check it by " + arms + ": "
                : "A step takes " + (2 * dimensions + 1) + " trials, for " + arms + "; before the first "
                        + GradientSampler.NOISE_TRIALS + " tell how rough the loss is: ";
        int trials = values.get(Options.TRIALS).orElse(total(values, extent));
        return step + trials + (trials == 1 ? " trial" : " trials") + " in all.";
    }

    /** Two totals would be one too many. */
    private static Optional<Mistake> clash(OptionValues values) {
        return values.header()
                .option(STEPS)
                .filter(word -> values.header().has(Options.TRIALS))
                .map(word -> word.says("--steps (" + values.get(STEPS)
                        + ") must not stand beside --trials, which says the total. Maybe leave --trials out."));
    }
}
