package dev.fettle.sampler.gradient;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.population.Generations;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Descent along the gradient of the first loss: θ ← θ − α∇J, for decimal parameters without a step. θ is the value or, on a
 * logarithmic scale, its natural logarithm; what would leave the bounds stops there.
 *
 * <p>Where a score brings its {@link dev.fettle.trial.Score#gradient} a step is one trial. Elsewhere it is a centre and two
 * trials for each parameter, all at once, whose central differences are the gradient; before the first step {@value
 * #NOISE_TRIALS} trials close together tell how rough the loss is, and so how far differences must reach. The first step takes
 * differences in any case, so that an exact gradient is checked against them.
 *
 * <p>The first start point is the best trial that was told before the first proposal, else the defaults, and where there are
 * none a draw by law; all others are draws. A step is cut, as a whole, at a share of the range or, on a logarithmic scale, at
 * twice or half the value. When nothing has become better for two steps, ten with momentum, or a step has no score, the rate is
 * halved and the search goes on from its best place. When the gradient cannot be told from zero for three steps, or is zero, or
 * the steps of a start are used, it goes on from another start point.
 *
 * <pre>{@code
 * Sampler sampler = new GradientSampler().withOptimizer(Optimizer.ADAM).withRate(0.1);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}. Immutable, for any thread.
 *
 * @param rate α, positive and finite; or 0 for one by which the first step crosses a fiftieth of a range
 * @param steps at most so many from one start point, at least 1
 * @param clip longest step as a share of the range, in (0, 1]
 */
public record GradientSampler(Optimizer optimizer, double rate, int steps, double clip) implements Sampler {
    /** So many trials come before the first step; one of them if it brings a gradient. */
    public static final int NOISE_TRIALS = Noise.VALUES;

    public GradientSampler {
        if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Rate (" + rate + ") must be positive and finite. Maybe 0.01, or 0, which chooses one.");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("Steps (" + steps + ") must be at least 1.");
        }
        if (!(clip > 0 && clip <= 1)) {
            throw new IllegalArgumentException("Clip (" + clip + ") must lie in (0, 1]. Maybe 0.2.");
        }
    }

    /** Plain descent with rate 0.01, from one start point until there is no slope. */
    public GradientSampler() {
        this(Optimizer.SGD, 0.01, Integer.MAX_VALUE, 0.2);
    }

    /** With another {@link #optimizer}. */
    public GradientSampler withOptimizer(Optimizer other) {
        return new GradientSampler(other, rate, steps, clip);
    }

    /** With another {@link #rate}. */
    public GradientSampler withRate(double alpha) {
        return new GradientSampler(optimizer, alpha, steps, clip);
    }

    /** With another number of {@link #steps} from one start point. */
    public GradientSampler withSteps(int most) {
        return new GradientSampler(optimizer, rate, most, clip);
    }

    /** With another {@link #clip}. */
    public GradientSampler withClip(double share) {
        return new GradientSampler(optimizer, rate, steps, share);
    }

    @Override
    public boolean repeats() {
        return true;
    }

    /** @throws IllegalArgumentException if a parameter is no decimal number, or has a step or a condition */
    @Override
    public Search start(Question question, Seed seed) {
        SearchSpace space = question.space();
        List<String> others = space.parameters().stream()
                .filter(p -> !Coordinates.isReal(p) || p.condition() != null)
                .map(Parameter::name)
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException((others.size() == 1 ? "Parameter (" : "Parameters (")
                    + others.stream().collect(Collectors.joining(", "))
                    + ") must be decimal, without step and condition, to have a gradient. Maybe %%bayesopt --polish,"
                    + " which moves the others by its model.");
        }
        double[] middle = new double[space.dimensions()];
        Arrays.fill(middle, 0.5);
        return around(question, space.decode(middle), seed);
    }

    /** A search in which what has no gradient stays as it is in a point. */
    static Search around(GradientSampler settings, Question question, Point point, Seed seed) {
        return Generations.of(Descents.of(settings, Coordinates.around(question.space(), point)), seed);
    }

    private Search around(Question question, Point point, Seed seed) {
        return around(this, question, point, seed);
    }
}
