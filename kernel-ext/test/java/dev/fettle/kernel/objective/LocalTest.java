package dev.fettle.kernel.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalTest {
    @Test
    void theTypeIsThatOfAllValues() {
        SearchSpace space = SpaceText.parse("""
                a in {1, 2}
                b in {1, 2.5}
                c in {auto, 50}
                d in {(50), (100, 50)}
                e in {true, false}
                f ~ logUniform(1, 2)
                g[3] ~ uniform(0, 1)
                h[2][2] ~ int(1, 9)
                i[2] in {x, y}
                j in {(x), (y, z)}
                k ~ normal(0, 1)
                l[2] in {x, 1}
                """);
        assertThat(space.parameters().stream().map(Local::of).map(Local::type))
                .containsExactly(
                        "int",
                        "double",
                        "Object",
                        "int[]",
                        "boolean",
                        "double",
                        "double[]",
                        "int[][]",
                        "String[]",
                        "String[]",
                        "double",
                        "Object");
    }

    @Test
    void listsBecomeFreshArrays() {
        assertThat(Local.java(List.of(1, 2))).isEqualTo(new int[] {1, 2});
        assertThat(Local.java(List.of(List.of(1.0), List.of(2.0)))).isEqualTo(new double[][] {{1}, {2}});
        assertThat(Local.java(List.of("a", 1))).isEqualTo(new Object[] {"a", 1});
        assertThat(Local.java(List.of(1))).isNotSameAs(Local.java(List.of(1)));
        assertThat(Local.java("a")).isEqualTo("a");
    }
}
