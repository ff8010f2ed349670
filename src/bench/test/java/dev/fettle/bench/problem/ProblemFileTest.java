package dev.fettle.bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.space.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> names() {
        return Stream.concat(ProblemFile.names().stream(), Stream.of(WineTable.NAME))
                .toList();
    }

    private static Point point(Problem problem, JsonNode x) {
        return problem.space().canonical(JSON.convertValue(x, new TypeReference<Map<String, Object>>() {}));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCheckPointHasItsValue(String name) {
        Problem problem = ProblemFile.load(name);
        JsonNode checks = ProblemFile.json(name).get("checks");
        assertThat(checks).hasSize(24);
        for (JsonNode check : checks) {
            double f = check.get("f").doubleValue();
            assertThat(problem.evaluate(point(problem, check.get("x"))))
                    .as("%s", check)
                    .isCloseTo(f, within(1e-9 * Math.max(1, Math.abs(f))));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theOptimumIsWhereTheFileSays(String name) {
        Problem problem = ProblemFile.load(name);
        Point best = point(problem, ProblemFile.json(name).get("x_opt"));
        assertThat(problem.evaluate(best)).isCloseTo(problem.optimum(), within(1e-6));
        assertThat(problem.regret(problem.optimum())).isZero();
        assertThat(problem.regret(problem.median())).isEqualTo(1);
        assertThat(problem.regret((problem.median() + problem.optimum()) / 2)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void rejectsWhatHasNoFileAndAnUnknownKind() throws Exception {
        assertThatThrownBy(() -> ProblemFile.load("nothing")).hasMessage("Problem (nothing) must have a file.");
        JsonNode file = JSON.readTree("""
                {"name": "p", "kind": "spline", "params": [{"name": "x", "type": "float", "low": 0, "high": 1}]}""");
        assertThatThrownBy(() -> ProblemFile.problem(file)).hasMessageContaining("Kind (spline) must be one of");
    }

    @Test
    void aTableIsReadWithItsLastParameterFirst() throws Exception {
        JsonNode file = JSON.readTree("""
                {"name": "t", "kind": "table", "f_opt": 1, "f_random": {"median": 3}, "values": [6, 5, 4, 3, 2, 1],
                 "params": [{"name": "a", "type": "categorical", "choices": ["x", "y"]},
                            {"name": "b", "type": "categorical", "choices": [1, 2, 4]}]}""");
        Problem problem = ProblemFile.problem(file);
        assertThat(problem.evaluate(Point.of(Map.of("a", "x", "b", 2)))).isEqualTo(5);
        assertThat(problem.evaluate(Point.of(Map.of("a", "y", "b", 1)))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 137, 302, 479})
    void theTableOfTheNetIsWhatTheNetScores(int i) {
        double said = ProblemFile.load(WineTable.NAME).evaluate(WineTable.point(i));
        assertThat(WineTable.value(WineTable.objective(), i)).isEqualTo(said);
    }

    @Test
    void theTableHasTheSpaceThatItWasMadeFrom() {
        assertThat(ProblemFile.load(WineTable.NAME).space()).isEqualTo(WineTable.SPACE);
    }
}
