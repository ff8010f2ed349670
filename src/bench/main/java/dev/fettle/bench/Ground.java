package dev.fettle.bench;

import dev.fettle.bench.problem.Problem;
import dev.fettle.bench.problem.ProblemFile;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.function.ToDoubleFunction;

/**
 * Where samplers are timed: an objective that costs nothing and yet has something to be found.
 *
 * @param name that peers know it by
 */
record Ground(String name, SearchSpace space, ToDoubleFunction<Point> loss) {
    /** Six real numbers. */
    static Ground reals() {
        Problem problem = ProblemFile.load("hartmann6");
        return new Ground("reals", problem.space(), problem::evaluate);
    }

    /** Two categories, one whole and two logarithmic numbers. */
    static Ground mixed() {
        return new Ground(
                "mixed",
                ProblemFile.load("mlp_wine").space(),
                p -> Math.abs(p.whole("hidden") - 40) / 40.0 + p.real("alpha"));
    }
}
