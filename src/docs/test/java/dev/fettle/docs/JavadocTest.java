package dev.fettle.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tables come from the comments of the sources. */
class JavadocTest {
    private static Javadoc of(String name) {
        return Javadoc.of(Pages.ROOT, "dev.fettle." + name);
    }

    @Test
    void aRecordHasItsComponentsWithDefaultsAndParamLines() {
        assertThat(of("sampler.swarm.SwarmSampler").settings()).isEqualTo("""
                | name | type | default | meaning |
                | --- | --- | --- | --- |
                | `particles` | `int` | 0 | 2 to 10,000; or 0 for 10 + 2√d in d dimensions |
                | `topology` | `Topology` | GLOBAL | of whom a particle hears |
                | `clamp` | `double` | 0.5 | most that it moves along a coordinate, as a share of the range, in (0, 1\\] |""");
    }

    @Test
    void aRecordThatCannotBeMadeBareHasNoDefaults() {
        assertThat(of("report.insight.Outlook$Gain").settings())
                .startsWith("| name | type | meaning |")
                .contains(
                        "| `noisy` | `boolean` | whether that is the noise; else the range of the best tenth of the scores |");
    }

    @Test
    void aTypeIsWrittenWithoutItsPackage() {
        assertThat(of("report.view.Pareto").settings())
                .contains("`List<Completed>`", "`Optional<Completed>`", "`double[][]`");
    }

    @Test
    void linksAndCodeInAParamLineBecomeCode() {
        assertThat(of("sampler.genetic.GeneticSampler").settings()).contains("1 to `population` |");
        assertThat(of("report.trust.Contenders").settings())
                .contains("0 if it has none |", "empty if `compared` is 0 |");
    }

    @Test
    void theConstantsOfAnEnumerationAreTold() {
        assertThat(of("sampler.swarm.SwarmSampler$Topology").constants()).isEqualTo("""
                | value | meaning |
                | --- | --- |
                | `RING` | Of its two neighbours: slower, and less easily caught. |
                | `GLOBAL` | Of all. |""");
    }

    @Test
    void whatIsNoTypeOfOursIsTold() {
        assertThatThrownBy(() -> of("sampler.Nothing")).hasMessage("Class (dev.fettle.sampler.Nothing) must exist.");
        assertThatThrownBy(() -> Javadoc.of(Pages.ROOT, "java.lang.String"))
                .hasMessageStartingWith("Source (main/java/java/lang/String.java) must lie in one of src/engine, ");
    }
}
