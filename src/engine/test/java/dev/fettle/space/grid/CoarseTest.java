package dev.fettle.space.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.text.SpaceText;
import org.junit.jupiter.api.Test;

class CoarseTest {
    private static String coarse(String space) {
        return Coarse.of(SpaceText.parse(space)).text();
    }

    @Test
    void ofARangeItsEndsAndItsDefaultAreLeft() {
        assertThat(coarse("C ~ logUniform(0.01, 100) default 1")).isEqualTo("C in {0.01, 1.0, 100.0} default 1.0");
        assertThat(coarse("n ~ int(1, 75) default 5")).isEqualTo("n in {1, 5, 75} default 5");
        assertThat(coarse("n ~ int(1, 75) default 1")).isEqualTo("n in {1, 75} default 1");
    }

    @Test
    void withoutADefaultItIsTheMiddleInTwoDigits() {
        assertThat(coarse("C ~ logUniform(0.03, 7)")).isEqualTo("C in {0.03, 0.46, 7.0}");
        assertThat(coarse("n ~ int(10, 20)")).isEqualTo("n in {10, 15, 20}");
        assertThat(coarse("x ~ uniform(0.12341, 0.12343)")).startsWith("x in {0.12341, 0.1234");
    }

    @Test
    void whatIsFewAlreadyStays() {
        String few = "model in {a, b, c, d, e, f, g}\nd ~ int(1, 5) default 2\nw[2] ~ int(1, 9)\nrequire d > 1";
        assertThat(coarse(few)).isEqualTo(few);
    }

    @Test
    void conditionsStay() {
        assertThat(coarse("k in {rbf, linear}\ngamma ~ logUniform(0.01, 1) default 0.1 if k == rbf"))
                .endsWith("gamma in {0.01, 0.1, 1.0} default 0.1 if k == rbf");
    }
}
