package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Against chance on 20 seeds. Were it no better it would win at least 17 of them with probability 0.0013 (binomial tail of
 * 20 fair coins), the false-alarm rate of each race were the seeds not fixed.
 */
class RaceTest {
    private static final SearchSpace MIXED = SpaceText.parse("""
            a in {p, q, r}
            b in {u, v}
            k in 1..10
            x ~ logUniform(1e-4, 1)
            y ~ uniform(0, 1) if b == u
            """);

    private static double mixed(Point p) {
        double x = StrictMath.log10(p.real("x")) + 2.5;
        double y = p.has("y") ? p.real("y") - 0.3 : 0.6;
        double k = (p.whole("k") - 3) / 5.0;
        return (p.text("a").equals("q") ? 0 : 0.4) + 0.3 * x * x + 2 * y * y + k * k;
    }

    /** Branin and Hoo, 1972, on [−1, 1]². */
    private static double branin(Point p) {
        double[] x = Runs.vector(p);
        double a = 2.5 + 7.5 * x[0];
        double b = 7.5 + 7.5 * x[1];
        double c = b - 5.1 / (4 * StrictMath.PI * StrictMath.PI) * a * a + 5 / StrictMath.PI * a - 6;
        return c * c + 10 * (1 - 1 / (8 * StrictMath.PI)) * StrictMath.cos(a) + 10;
    }

    private static double rosenbrock(Point p) {
        double[] x = Runs.vector(p);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double u = 2 * x[i + 1] - 4 * x[i] * x[i];
            double v = 1 - 2 * x[i];
            sum += 100 * u * u + v * v;
        }
        return sum;
    }

    private static int wins(SearchSpace space, int trials, ToDoubleFunction<Point> loss) {
        int wins = 0;
        for (int seed = 0; seed < 20; seed++) {
            double ours = Runs.best(Runs.run(new CmaSampler(), space, seed, trials, loss));
            double chance = Runs.best(Runs.run(new RandomSampler(), space, seed, trials, loss));
            wins += ours < chance ? 1 : 0;
        }
        return wins;
    }

    @Test
    void itBeatsChanceOnTwoNumbers() {
        assertThat(wins(Runs.cube(2), 100, RaceTest::branin)).isGreaterThanOrEqualTo(17);
    }

    @Test
    void itBeatsChanceInACurvedValley() {
        assertThat(wins(Runs.cube(5), 100, RaceTest::rosenbrock)).isGreaterThanOrEqualTo(17);
    }

    @Test
    void itBeatsChanceWhereAllKindsAreMixed() {
        assertThat(wins(MIXED, 100, RaceTest::mixed)).isGreaterThanOrEqualTo(17);
    }
}
