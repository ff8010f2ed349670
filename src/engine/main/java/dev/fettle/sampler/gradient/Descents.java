package dev.fettle.sampler.gradient;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.population.Brood;
import dev.fettle.sampler.population.Outcome;
import dev.fettle.sampler.population.Population;
import dev.fettle.space.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Descents one behind the other, between two steps. The first trial tells whether scores bring their gradient, and if they do
 * not, others close to it tell the noise; the first step has arms in any case, further ones unless scores bring their gradient.
 * Immutable, for any thread.
 *
 * @param first the end of the first trial; null before
 * @param differences by which gradients are taken; null until the noise is known, or is none
 * @param exact whether scores bring their gradient
 * @param start number of the start point, from 1
 * @param descent from it; null until the start point is chosen
 * @param known the best that somebody else has told; null for nothing
 * @param last what became of the last step; null before the first
 */
record Descents(
        GradientSampler settings,
        Coordinates coordinates,
        @Nullable Outcome first,
        @Nullable Differences differences,
        boolean exact,
        int start,
        @Nullable Descent descent,
        @Nullable Outcome known,
        @Nullable Slope last)
        implements Population {
    /** Where the first trial comes from. */
    static final String START = "start";

    /** Where those come from that tell the noise. */
    static final String NOISE = "noise";

    private static final int DRAWS = 10_000;

    static Descents of(GradientSampler settings, Coordinates coordinates) {
        return new Descents(settings, coordinates, null, null, false, 1, null, null, null);
    }

    @Override
    public int size() {
        if (differences == null) {
            return first == null ? 1 : Noise.VALUES - 1;
        }
        return exact ? 1 : 2 * coordinates.count() + 1;
    }

    @Override
    public int most() {
        return Math.max(size(), 2 * coordinates.count() + 1);
    }

    @Override
    public String origin(int number) {
        if (differences == null) {
            return first == null ? START : NOISE;
        }
        return "step " + (number - (differences.isMeasured() ? 2 : 1));
    }

    @Override
    public Descents knowing(Outcome earlier) {
        boolean better = earlier.grade() == 0 && (known == null || Outcome.BEST_FIRST.compare(earlier, known) < 0);
        return better
                ? new Descents(settings, coordinates, first, differences, exact, start, descent, earlier, last)
                : this;
    }

    @Override
    public Optional<Slope> slope(int trials) {
        return Optional.ofNullable(last).map(slope -> slope.behind(trials));
    }

    @Override
    public @Nullable Brood breed(Seed seed, BooleanSupplier goOn) {
        Descent now = descent == null ? begun(seed.random(), goOn) : descent;
        if (now == null) {
            return null;
        }
        return new Tried(with(differences, exact, start, now, last), now, stencil(now));
    }

    private Stencil stencil(Descent now) {
        if (differences == null) {
            return first == null ? Stencil.middle(coordinates, now.at()) : Stencil.around(coordinates, now.at());
        }
        return exact
                ? Stencil.centre(coordinates, now.at())
                : Stencil.cross(coordinates, now.at(), differences.share());
    }

    private @Nullable Descent begun(RandomGenerator random, BooleanSupplier goOn) {
        if (start == 1 && known != null) {
            return Descent.from(coordinates, coordinates.place(known.point()), settings.rate());
        }
        double[] drawn = coordinates.drawn(random, start == 1);
        for (int draw = 1; !coordinates.allows(drawn); draw++) {
            if (draw == DRAWS || !goOn.getAsBoolean()) {
                return null;
            }
            drawn = coordinates.drawn(random, false);
        }
        return Descent.from(coordinates, drawn, settings.rate());
    }

    private Descents with(
            @Nullable Differences arms, boolean own, int number, @Nullable Descent way, @Nullable Slope slope) {
        return new Descents(settings, coordinates, first, arms, own, number, way, known, slope);
    }

    /** @param ends of the stencil, fewer if somebody ran ahead of results */
    private Descents after(Descent now, Stencil stencil, List<Outcome> ends) {
        Differences arms = differences;
        if (arms == null) {
            return first == null
                    ? probed(
                            now,
                            ends.isEmpty() ? Outcome.unknown(stencil.points().get(0)) : ends.get(0))
                    : with(Differences.of(first, ends), false, start, now, null);
        }
        Outcome centre = ends.isEmpty() || ends.get(0).grade() != 0 ? null : ends.get(0);
        double[] own = centre == null || centre.gradient() == null ? null : coordinates.own(centre.gradient());
        if (centre != null && own == null && !stencil.hasArms()) {
            // Scores bring their gradient no more: the same place once again, with arms.
            return with(arms, false, start, now, last);
        }
        double[] slopes = centre == null || !stencil.hasArms() ? null : stencil.slopes(ends);
        double[] gradient = own == null ? slopes : own;
        Descent.Found found = centre == null || gradient == null || !isFinite(gradient)
                ? null
                : new Descent.Found(
                        now.at(),
                        centre.loss(),
                        gradient,
                        stencil.hasArms() ? stencil.bends(ends, arms.noise()) : null,
                        own == null ? arms.error() : 0);
        Descent.Turn turn = now.next(settings, found);
        Slope slope = new Slope(
                start,
                now.steps() + 1,
                0,
                found == null ? Double.NaN : found.loss(),
                found == null ? Double.NaN : norm(found.gradient()),
                turn.rate(),
                turn.event(),
                last == null && slopes != null
                        ? Check.sentences(coordinates, arms, own, slopes, stencil.jump(ends))
                        : List.of());
        boolean exactly = centre == null ? exact : own != null && settings.optimizer() != Optimizer.NEWTON;
        return with(arms, exactly, turn.next() == null ? start + 1 : start, turn.next(), slope);
    }

    private Descents probed(Descent now, Outcome end) {
        Differences arms = end.gradient() == null ? null : Differences.beside(end.loss());
        return new Descents(settings, coordinates, end, arms, false, start, now, known, null);
    }

    private static boolean isFinite(double[] gradient) {
        return Double.isFinite(norm(gradient));
    }

    private static double norm(double[] gradient) {
        double squares = 0;
        for (double g : gradient) {
            squares += g * g;
        }
        return Math.sqrt(squares);
    }

    /** A step whose points are being tried. */
    private record Tried(Descents before, Descent descent, Stencil stencil) implements Brood {
        @Override
        public int size() {
            return stencil.points().size();
        }

        @Override
        public Point point(int index) {
            return stencil.points().get(index);
        }

        @Override
        public Brood with(int index, Point point) {
            return new Tried(before, descent, stencil.with(index, point));
        }

        @Override
        public int restart() {
            return before.start - 1;
        }

        @Override
        public double width() {
            return Double.NaN;
        }

        @Override
        public Population after(List<Outcome> ends) {
            return before.after(descent, stencil, ends);
        }
    }
}
