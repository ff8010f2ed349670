package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.RecordingKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notebook declares wins over what we bring, and breaks no later cell. */
class NamesTest extends CellFixture {
    private static final int DECLARATIONS = Integer.getInteger("fettle.declarations", 60);
    private static final String CELL = """
            %%randomsearch w --trials 4 --live off --plot none --quiet
            x ~ uniform(0, 1)
            solver in {sgd, adam}
            k in {(50), (100, 50)}
            maximize score
            x + solver.length() + k.length
            """;

    private String value(String java) {
        String value = "";
        for (SnippetEvent event : kernel.shell().eval(java)) {
            if (event.causeSnippet() == null) {
                List<String> said = kernel.shell()
                        .diagnostics(event.snippet())
                        .map(d -> d.getMessage(null))
                        .toList();
                assertThat(event.status())
                        .as("%s: %s %s", java, said, event.exception())
                        .isIn(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);
                assertThat(event.exception()).as(java).isNull();
                value = event.value();
            }
        }
        return value;
    }

    @Test
    void theNamesAreThere() {
        assertThat(value("Score.of(0.5).value()")).isEqualTo("0.5");
        value("double f(Point p, Probe probe) { return p.real(\"x\"); }");
        value("Objective o = (p, probe) -> Score.of(1);");
        value("Mlp net = Mlp.of(5);");
        value("crossVal(net, new double[][] {{1}, {2}, {1}, {2}}, new int[] {0, 1, 0, 1}, 2)");
    }

    @Test
    void aTypeOfTheNotebookWins() throws Exception {
        value("class Shape { Point corner; }");
        value("record Point(double x, double y) {}");
        assertThat(value("new Point(1, 2).y()")).isEqualTo("2.0");
        value("new Shape().corner = new Point(3, 4);");
        run(CELL);
        value("enum Score { GOOD, BAD }");
        value("interface Mlp<T> {}");
        value("class Objective {}");
        assertThat(value("Score.valueOf(\"BAD\").ordinal()")).isEqualTo("1");
        run(CELL);
        assertThat(value("w.best().solver().length() > 2")).isEqualTo("true");
    }

    @Test
    void aMethodOfTheNotebookWins() throws Exception {
        value("double crossVal(Mlp net, double[][] x, int[] y, int k) { return 42; }");
        assertThat(value("crossVal(null, null, null, 3)")).isEqualTo("42.0");
        run(CELL);
    }

    @Test
    void anImportOfTheNotebookWins() throws Exception {
        value("import java.awt.*;");
        assertThat(value("new Point(3, 4).x")).isEqualTo("3");
        run(CELL);
        value("import static java.util.Map.Entry;");
        value("import javax.swing.text.html.parser.*;");
        run(CELL);
    }

    @Test
    void aVariableStandsBesideATypeOfItsName() throws Exception {
        value("int Point = 3;");
        assertThat(value("Point + 1")).isEqualTo("4");
        value("double crossVal = 0.5;");
        value("Point p = null;");
        run(CELL);
    }

    @Test
    void whatTheNotebookHasAlreadyIsLeftToIt() throws Exception {
        try (RecordingKernel late = new RecordingKernel()) {
            for (String declaration :
                    List.of("record Point(int a) {}", "import java.awt.geom.*;", "int crossVal(int k) { return k; }")) {
                late.shell().eval(declaration);
            }
            Magics.install(late);
            assertThat(late.shell()
                            .eval("new Point(7).a() + crossVal(1)")
                            .get(0)
                            .value())
                    .isEqualTo("8");
            late.start(CELL).get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "Throwable", "java"})
    void aTypeThatWouldEndTheSessionIsTakenBackIfItDoes(String name) throws Exception {
        kernel.shell().eval("class " + name + " {}");
        assertThat(value("1 + 1")).isEqualTo("2");
        run(CELL);
    }

    @Test
    void anImportThatWouldEndTheSessionIsTakenBack() throws Exception {
        value("import java.awt.List;");
        value("record List(int a) {}");
        assertThat(value("new List(3).a()")).isEqualTo("3");
        value("import java.awt.List;");
        assertThat(value("new List(4).a()")).isEqualTo("4");
        value("import java.util.Map.Entry;");
        value("import static java.util.Map.Entry;");
        run(CELL);
    }

    @Test
    void aMethodThatTakesAnotherPointIsNoObjective() throws Exception {
        value("record Point(double x) {}");
        value("double f(Point p) { return p.x(); }");
        value("double g(dev.fettle.space.Point p, Probe probe) { return p.real(\"x\"); }");
        fails("%%randomsearch w --trials 2 --objective f\nx ~ uniform(0, 1)\nmaximize a", "1 mistake");
        assertThat(kernel.lastText()).contains("Objective (f) must be a method", "it takes (Point)");
        run("%%randomsearch w --trials 2 --objective g\nx ~ uniform(0, 1)\nmaximize a");
    }

    @Test
    void namesOfPackagesAreFree() throws Exception {
        for (String declaration :
                List.of("int dev = 1;", "class dev {}", "class fettle {}", "int java = 2;", "int REPL = 3;")) {
            value(declaration);
            run(CELL);
            assertThat(value("w.best().x() > 0")).isEqualTo("true");
        }
    }

    @Test
    void ourWordsInACellMayBeAnybodys() throws Exception {
        for (String name : List.of(
                "größe", "var", "record", "yield_", "dev", "java", "lang", "kernel", "Fields", "text", "value", "point",
                "key")) {
            run("%%randomsearch w --trials 2 --quiet\n" + name + " ~ uniform(0, 1)\ns in {a, b}\nmaximize score\n"
                    + name);
            assertThat(value("w.best()." + name + "() > 0")).as(name).isEqualTo("true");
            assertThat(value("w.best().toString()")).startsWith("\"" + name + " = ");
        }
    }

    /** The property as it stands in LANGUAGE: nothing that a user declares breaks a later cell. */
    @Test
    void declarationsAtRandomBreakNoCell() throws Exception {
        Random random = new Random(17);
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < DECLARATIONS; i++) {
            String declaration = Declarations.next(random);
            declared.add(declaration);
            kernel.shell().eval(declaration);
            try {
                assertThat(value("1 + 1")).isEqualTo("2");
                if (i % 5 == 0) {
                    run(CELL);
                    assertThat(value("w.best().x() >= 0 && w.score() > 0")).isEqualTo("true");
                }
            } catch (AssertionError e) {
                throw new AssertionError("After " + declared, e);
            }
        }
    }

    @Test
    void theListIsShortAndSingle() {
        assertThat(Names.lines()).hasSize(9).noneMatch(line -> line.contains("*"));
        assertThat(Set.copyOf(Names.lines())).hasSize(9);
    }
}
