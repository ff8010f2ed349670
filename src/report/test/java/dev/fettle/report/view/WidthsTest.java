package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.Spread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WidthsTest {
    private static Spread spread(int restart, int generation) {
        return new Spread(restart, generation, 8 * generation, 0.1, 2, 0);
    }

    @Test
    void everyRestartBeginsARun() {
        List<Spread> all = List.of(spread(0, 1), spread(0, 2), spread(1, 1), spread(2, 1), spread(2, 2));
        Widths widths = Widths.of(all);
        assertThat(widths.runs(10)).containsExactly(all.subList(0, 2), all.subList(2, 3), all.subList(3, 5));
        assertThat(widths.restarts()).isEqualTo(2);
    }

    @Test
    void ofManyGenerationsThereIsAnEvenSelectionWithTheLast() {
        List<Spread> all =
                IntStream.rangeClosed(1, 11).mapToObj(g -> spread(0, g)).toList();
        assertThat(Widths.of(all).runs(4).get(0)).extracting(Spread::generation).containsExactly(1, 4, 7, 10, 11);
        assertThat(Widths.of(all).restarts()).isZero();
    }

    @Test
    void whatIsNoWidthIsLeftOut() {
        Spread good = spread(0, 1);
        List<Spread> all = List.of(
                new Spread(0, 1, 8, 0.1, Double.POSITIVE_INFINITY, 0),
                good,
                new Spread(0, 3, 24, 0, 2, 0),
                new Spread(0, 4, 32, Double.NaN, 2, 0));
        assertThat(Widths.of(all).generations()).containsExactly(good);
        assertThat(Widths.of(List.of()).runs(3)).isEmpty();
    }
}
