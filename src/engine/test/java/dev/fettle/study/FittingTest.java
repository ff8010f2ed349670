package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final SearchSpace OLD = SpaceText.parse("x ~ uniform(0, 10)\nk in 1..9\nc in {a, b}");

    private static Point old(double x, int k, String c) {
        return OLD.canonical(Map.of("x", x, "k", k, "c", c));
    }

    private static String fitted(String space, Point point) {
        SearchSpace now = SpaceText.parse(space.replace("; ", "\n"));
        return Fitting.point(now, point).map(Point::toString).orElseGet(() -> "not: " + Fitting.reason(now, point));
    }

    @Test
    void whatIsUnknownIsLeftOutAndWhatIsNewTakesItsDefault() {
        assertThat(fitted("k in 1..9; n ~ uniform(0, 1) default 0.25", old(1.5, 3, "a")))
                .isEqualTo("k = 3, n = 0.25");
    }

    @Test
    void theEndsOfARangeFitAndWhatLiesBehindThemIsNamed() {
        assertThat(fitted("x ~ uniform(1, 2)", old(2, 3, "a"))).isEqualTo("x = 2.0");
        assertThat(fitted("x ~ uniform(1, 2)", old(1, 3, "a"))).isEqualTo("x = 1.0");
        assertThat(fitted("x ~ uniform(1, 2)", old(2.5, 3, "a")))
                .isEqualTo("not: x = 2.5 lies outside uniform(1.0, 2.0)");
        assertThat(fitted("k in 1..2", old(2.5, 3, "a"))).isEqualTo("not: k = 3 lies outside int(1, 2)");
        assertThat(fitted("c in {b, d}", old(2.5, 3, "a"))).isEqualTo("not: c = a lies outside {b, d}");
    }

    @Test
    void theFirstParameterOfTheNewSpaceThatDoesNotFitIsTheReason() {
        assertThat(fitted("k in 1..2; x ~ uniform(0, 1)", old(5, 3, "a"))).startsWith("not: k = 3");
        assertThat(fitted("x ~ uniform(0, 1); k in 1..2", old(5, 3, "a"))).startsWith("not: x = 5");
    }

    @Test
    void aPointThatFailsWhatIsRequiredDoesNotFit() {
        assertThat(fitted("x ~ uniform(0, 10); require x < 3", old(5, 3, "a")))
                .isEqualTo("not: it fails what is required");
        assertThat(fitted("x ~ uniform(0, 10); require x < 6", old(5, 3, "a"))).isEqualTo("x = 5.0");
    }
}
