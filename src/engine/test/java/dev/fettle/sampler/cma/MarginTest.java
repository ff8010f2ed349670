package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.math.StandardNormal;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {
    private static double below(double border, double mean, double sd) {
        return StandardNormal.cumulative((border - mean) / sd);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 0.05, 0.3, 2})
    void bothSidesOfAnInnerCellKeepHalfOfIt(double sd) {
        for (double alpha : new double[] {0.004, 0.03, 0.25}) {
            for (double mean = 0.401; mean < 0.6; mean += 0.02) {
                Margin margin = Margin.of(mean, sd, 0.4, 0.6, alpha);
                double wide = sd * margin.stretch();
                assertThat(below(0.4, margin.mean(), wide)).isGreaterThanOrEqualTo(alpha / 2 - 1e-7);
                assertThat(1 - below(0.6, margin.mean(), wide)).isGreaterThanOrEqualTo(alpha / 2 - 1e-7);
                assertThat(margin.mean()).isBetween(0.4, 0.6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 0.05, 0.3, 2})
    void aCellAtTheEndIsLeftTowardsItsNeighbour(double sd) {
        // A mean near 1 is rounded by 1e-16, which is 1e-7 of the least deviation.
        Margin first = Margin.of(-0.7, sd, Double.NEGATIVE_INFINITY, 0.2, 0.03);
        assertThat(first.stretch()).isEqualTo(1);
        assertThat(1 - below(0.2, first.mean(), sd)).isGreaterThanOrEqualTo(0.03 - 1e-7);
        Margin last = Margin.of(1.7, sd, 0.8, Double.POSITIVE_INFINITY, 0.03);
        assertThat(below(0.8, last.mean(), sd)).isGreaterThanOrEqualTo(0.03 - 1e-7);
    }

    @Test
    void whatLeavesOftenEnoughStaysAsItIs() {
        assertThat(Margin.of(0.5, 0.2, 0.4, 0.6, 0.1)).isEqualTo(new Margin(0.5, 1));
        assertThat(Margin.of(0.1, 0.2, Double.NEGATIVE_INFINITY, 0.2, 0.1)).isEqualTo(new Margin(0.1, 1));
    }

    @Test
    void cellsAreThoseOfTheSpace() {
        SearchSpace space = SpaceText.parse("""
                k in 1..4
                n ~ logInt(1, 100)
                s in {small < medium < large}
                """);
        Layout layout = Layout.of(space);
        assertThat(layout.cell(0, 0.3)).containsExactly(0.25, 0.5);
        assertThat(layout.cell(0, -3)).containsExactly(Double.NEGATIVE_INFINITY, 0.25);
        assertThat(layout.cell(0, 1)).containsExactly(0.75, Double.POSITIVE_INFINITY);
        assertThat(layout.cell(2, 0.5)).containsExactly(1 / 3.0, 2 / 3.0);
        double u = space.encode(space.decode(new double[] {0, 0.5, 0}))[1];
        double[] cell = layout.cell(1, u);
        Object here = space.scalars().get(1).decode(u);
        assertThat(space.scalars().get(1).decode(cell[0] + 1e-9)).isEqualTo(here);
        assertThat(space.scalars().get(1).decode(cell[1] - 1e-9)).isEqualTo(here);
        assertThat(space.scalars().get(1).decode(cell[0] - 1e-9)).isNotEqualTo(here);
        assertThat(space.scalars().get(1).decode(cell[1] + 1e-9)).isNotEqualTo(here);
    }

    /** However long a search stays where it is, every lattice keeps α = 1/(dλ). */
    @Test
    void aSearchKeepsTheMarginOfEachLattice() {
        SearchSpace space =
                SpaceText.parse("k in 1..9\nn ~ logInt(1, 100)\nb in 0..1\nx ~ uniform(0, 1)\ny ~ uniform(0, 1)");
        Layout layout = Layout.of(space);
        Generations search = new CmaSampler().begin(Runs.question(space), new dev.fettle.random.Seed(3));
        double alpha = 1.0 / (5 * 8);
        for (int n = 1; n <= 400; n++) {
            var step = search.propose(1, () -> true);
            double[] u = space.encode(step.proposals().get(0).point());
            double loss = (u[3] - 0.3) * (u[3] - 0.3) + u[4] + Math.abs(u[0] - 0.4) + u[1] + u[2];
            search = ((Generations) step.next())
                    .tell(Runs.told(n, step.proposals().get(0), loss));
            Bell bell = java.util.Objects.requireNonNull(search.belief()).bell();
            for (int i = 0; i < 3; i++) {
                double[] cell = layout.cell(i, bell.mean()[i]);
                double stays = below(cell[1], bell.mean()[i], bell.deviation(i))
                        - below(cell[0], bell.mean()[i], bell.deviation(i));
                assertThat(1 - stays).isGreaterThanOrEqualTo(alpha - 1e-9);
            }
        }
        assertThat(java.util.Objects.requireNonNull(search.belief()).bell().sigma())
                .isLessThan(0.05);
    }

    @Test
    void theMeanMovesNoFurtherThanItMust() {
        Margin margin = Margin.of(0.1, 0.01, Double.NEGATIVE_INFINITY, 0.2, 0.03);
        assertThat(1 - below(0.2, margin.mean(), 0.01)).isCloseTo(0.03, within(1e-9));
    }
}
