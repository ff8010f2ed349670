package dev.fettle.kernel.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.JavaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x + 1 // of the notebook",
                "x;",
                "x ;  // done; really",
                "  1 / (1 + loss(a, b)) /* ; */ ;\n\n",
                "switch (k) { case 1 -> 2.0; default -> 3.0; }",
                "\"//;\".length()"
            })
    void oneExpressionIsRecognised(String java) {
        Body body = Body.of(java);
        assertThat(body.expression()).isTrue();
        assertThat(body.errors()).isEmpty();
        assertThat(body.text()).hasSize(java.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x;",
                "double y = x; return y;",
                "if (x > 1) return 1; return 2;",
                "switch (k) { case 1: return 2.0; default: return 3.0; }",
                "for (;;) { return 1; }",
                "throw new Exception(); // and\nreturn 1;"
            })
    void statementsAreRecognised(String java) {
        Body body = Body.of(java);
        assertThat(body.expression()).isFalse();
        assertThat(body.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "// nothing",
                "double y = x;",
                "Runnable r = () -> { return; };",
                "Supplier<Double> s = () -> { return 1.0; };",
                "return;",
                "x) + (x",
                "return x; } void other() {",
                "return x;}",
                "((x)",
                "\"x",
                "'",
                "/* never closed",
                "}{"
            })
    void whatIsNeitherHasAFault(String java) {
        assertThat(Body.of(java).errors()).isNotEmpty();
    }

    @Test
    void namesAreThoseOfThePartAndItsOwnVariablesAreKnown() {
        Body body = Body.of("double y = f(x) + net.alpha; return y;");
        assertThat(body.names()).contains("f", "x", "net", "y").doesNotContain("alpha");
        assertThat(body.declared()).containsExactly("y");
    }

    @Test
    void faultsHaveTheirPlaces() {
        String java = "int a = 1;\nSystem.exit(a);\nreturn a;";
        assertThat(Body.of(java).errors())
                .extracting((JavaException.SourceError f) -> java.substring(f.start(), f.end()))
                .containsExactly("System.exit");
        assertThat(Body.of("Runtime.getRuntime().halt(1) + 0").errors()).hasSize(1);
        assertThat(Body.of("java.lang.System.exit(1)").errors()).hasSize(1);
        assertThat(Body.of("my.System.exit(1)").errors()).isEmpty();
    }
}
