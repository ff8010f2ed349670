package dev.fettle.kernel.objective;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaObjectiveTest {
    @Test
    void whatCannotTravelSaysSo() throws Exception {
        JavaObjective objective = new JavaObjective(
                (values, point, probe) -> values[0], SearchSpace.of(Real.uniform("x", 0, 1)), List.of(), List.of("y"));
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(objective))
                    .isInstanceOf(NotSerializableException.class)
                    .hasMessage("Java of a cell must stay in the JVM that compiled it. Maybe --model.");
        }
    }
}
