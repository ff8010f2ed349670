package dev.fettle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotebookTest {
    private final RecordingKernel kernel = new RecordingKernel();
    private final Notebook notebook = new Notebook(kernel.shell());

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void givesTheValueOfAnExpression() throws Exception {
        notebook.run("double[] xs = {1, 2};");
        assertThat(notebook.value("xs")).isEqualTo(new double[] {1, 2});
        assertThat(notebook.value("xs.length * 2 // twice")).isEqualTo(4);
        assertThat(notebook.value("null")).isNull();
    }

    @Test
    void tellsWhyAnExpressionHasNoValue() {
        assertThatThrownBy(() -> notebook.value("nope")).hasMessageContaining("nope");
        assertThatThrownBy(() -> notebook.value("1 +")).isInstanceOf(JavaException.class);
        assertThatThrownBy(() -> notebook.value("1 / (1 - 1)")).hasMessageContaining("zero");
    }

    @Test
    void assignsToAVariableOfTheSameTypeAndDeclaresOtherwise() throws Exception {
        notebook.bind("list", "java.util.List<String>", "String", List.of("a"));
        assertThat(notebook.value("list.get(0).length()")).isEqualTo(1);
        notebook.bind("list", "java.util.List<String>", "String", List.of("bc"));
        assertThat(notebook.value("list.get(0).length()")).isEqualTo(2);
        assertThat(kernel.shell().snippets().filter(s -> s.source().endsWith(" list;")))
                .hasSize(1);
        notebook.bind("list", "java.util.List<Integer>", "String", List.of(3));
        assertThat(notebook.value("list.get(0) + 1")).isEqualTo(4);
    }

    @Test
    void namesWhatDoesNotFitTheNewTypeOfAVariable() throws Exception {
        notebook.bind("list", "java.util.List<String>", "String", List.of("abc"));
        notebook.run("var first = list.get(0);");
        notebook.run("int length = first.length();");
        notebook.run("int twice() { return 2 * list.get(0).length(); }");
        assertThat(notebook.bind("list", "java.util.List<String>", "String", List.of("d"))
                        .broken())
                .isEmpty();
        assertThat(notebook.bind("list", "java.util.List<Integer>", "String", List.of(1))
                        .broken())
                .containsExactly(
                        "first (var first = list.get(0);)", "twice (int twice() { return 2 * list.get(0).length(); })");
        assertThat(notebook.value("length")).isEqualTo(3);
    }

    @Test
    void knowsWhatTheNotebookHas() throws Exception {
        notebook.run("record R(int a) {}");
        assertThat(notebook.hasType("R")).isTrue();
        assertThat(notebook.hasType("S")).isFalse();
        assertThat(notebook.typeOf("x")).isEmpty();
        notebook.run("int x = 1;");
        assertThat(notebook.typeOf("x")).contains("int");
        assertThat(notebook.variables()).containsExactly("x");
    }

    @Test
    void handsOverTheClassOfATypeOfTheNotebook() throws Exception {
        notebook.run("record R(int a) {}");
        Class<?> type = notebook.bind("r", "Object", "R", "value").parameter();
        assertThat(type.getSimpleName()).isEqualTo("R");
        assertThat(notebook.value("r")).isEqualTo("value");
    }

    @Test
    void placesOfMistakesCountFromTheMiddle() {
        assertThatThrownBy(() -> notebook.value("1 + ", "abc", " + 2"))
                .isInstanceOfSatisfying(JavaException.class, e -> assertThat(e.errors())
                        .singleElement()
                        .satisfies(error ->
                                assertThat(List.of(error.start(), error.end())).containsExactly(0, 3)));
    }
}
