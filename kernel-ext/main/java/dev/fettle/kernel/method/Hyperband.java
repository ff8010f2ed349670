package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Resources;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.hyperband.Bracket;
import dev.fettle.sampler.hyperband.HyperbandSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import java.util.List;

/** {@code %%hyperband}: much for the few that are good with little. */
final class Hyperband {
    /** As many new points as random search has trials; passes are not broken off. */
    private static final int POINTS = 60;

    /** Where nobody says, and no model has an own: the example of the paper. */
    private static final int MOST = 81;

    /** {@code --method}: in which order points get more. */
    private enum Kind {
        HYPERBAND,
        HALVING,
        ASHA
    }

    /** {@code --sampler}: who draws the points. */
    private enum Points {
        RANDOM,
        TPE,
        BAYES;

        private Sampler sampler() {
            return switch (this) {
                case RANDOM -> new RandomSampler();
                case TPE -> new TpeSampler();
                case BAYES -> new BayesSampler();
            };
        }
    }

    private static final Option<Kind> KIND = Option.of(
            Group.SEARCH,
            "method",
            Argument.word(List.of(Kind.values())),
            Kind.HYPERBAND,
            "halving is its first bracket alone, asha goes on without waiting for a rung");

    private static final Option<Points> SAMPLER = Option.of(
            Group.SEARCH,
            "sampler",
            Argument.word(List.of(Points.values())),
            Points.RANDOM,
            "who draws new points; those that learn hear the highest rung with enough of them");

    static final Method METHOD = new Method(
                    "hyperband",
                    "Hyperband",
                    "gives many points a few epochs, trees, rows or folds, and the better ones more: where a short training"
                            + " tells something of a long one",
                    """
                    %%hyperband digits --model mlp --data wine --max 81
                    hidden_layer_sizes ~ logInt(8, 128)             default 32
                    alpha              ~ logUniform(1e-6, 1e-1)     default 1e-4
                    learning_rate_init ~ logUniform(1e-4, 1e-1)     default 1e-3
                    """,
                    List.of(KIND, Resources.MAX, Resources.MIN, Resources.ETA, SAMPLER),
                    1,
                    false,
                    true,
                    Hyperband::sampler)
            .withTitles(Hyperband::title)
            .withTotal(new Method.Total(
                    "passes of all brackets, until " + POINTS + " points have begun", Hyperband::total));

    private Hyperband() {}

    private static String title(OptionValues values) {
        return switch (values.get(KIND)) {
            case HALVING -> "Successive halving";
            case ASHA -> "ASHA";
            case HYPERBAND -> METHOD.title();
        };
    }

    private static int most(OptionValues values) {
        return values.get(Resources.MAX).orElse(MOST);
    }

    private static int least(OptionValues values) {
        return Math.min(most(values), values.get(Resources.MIN).orElse(1));
    }

    private static List<Bracket> brackets(OptionValues values) {
        List<Bracket> all = Bracket.hyperband(least(values), most(values), values.get(Resources.ETA));
        return values.get(KIND) == Kind.HALVING ? all.subList(0, 1) : all;
    }

    private static Sampler sampler(OptionValues values) {
        Sampler points = values.get(SAMPLER).sampler();
        return values.get(KIND) == Kind.ASHA
                ? new AshaSampler(least(values), most(values), values.get(Resources.ETA), points)
                : new HyperbandSampler(brackets(values), points);
    }

    private static int total(OptionValues values) {
        List<Bracket> brackets = brackets(values);
        int trials = brackets.stream().mapToInt(Bracket::trials).sum();
        int points = brackets.stream().mapToInt(b -> b.sizes().get(0)).sum();
        return trials * ((POINTS + points - 1) / points);
    }
}
