package dev.fettle.kernel.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Envelope;
import dev.fettle.envelope.Packer;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaObjectiveTest {
    @Test
    void oneThatHasTravelledScoresTheSame() throws Exception {
        Objective objective = new JavaObjective(
                (values, point, probe) -> 2 * (double) values[0] + (double) values[1],
                SearchSpace.of(Real.uniform("x", 0, 1)),
                List.of(3.0),
                List.of("y"));
        Envelope envelope = Packer.pack(objective, ClassSource.NONE).envelope();
        Objective other = (Objective) envelope.open(getClass().getClassLoader());
        Point point = Point.of(Map.of("x", 0.25));
        assertThat(other.evaluate(point, Probe.of(1)))
                .isEqualTo(objective.evaluate(point, Probe.of(1)))
                .satisfies(score -> assertThat(score.value()).isEqualTo(3.5));
    }
}
