package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell whose Java fails says to who wrote it. */
class FailingCellTest extends CellFixture {
    private String failed(String java) throws Exception {
        String cell = "%%gridsearch s\na in {0.25, 0.75}\nminimize f\n" + java;
        try {
            run(cell);
        } catch (AssertionError all) {
            // Every trial may fail.
        }
        run("%tune show s failed");
        return kernel.lastText();
    }

    @Test
    void aNullHasItsNameItsLineAndACaret() throws Exception {
        assertThat(failed("""
                String s = a > 0.5 ? null : "x";
                int q = 3;
                return s.length() + q;
                """)).isEqualTo("""
                        s: 1 of 2 trials failed.
                        1 of 2 trials failed: NullPointerException "Cannot invoke "String.length()" because "s" is null" (a = 0.75)
                          line 6, column 8
                            return s.length() + q;
                                   ^~~~~~~~~~
                          at line 6
                          trial 2: a = 0.75""");
    }

    @Test
    void theReportHasThePlaceToo() throws Exception {
        run("%%gridsearch s\na in {0, 1}\nminimize f\nint n = (int) a;\nreturn 7 / n;");
        assertThat(kernel.lastText())
                .contains("1 of 2 trials failed: ArithmeticException \"/ by zero\" (a = 0); %tune show s failed")
                .contains("line 5, column 8\n  return 7 / n;\n         ^~~~~\n");
    }

    @Test
    void theCauseIsTold() throws Exception {
        assertThat(
                        failed(
                                "if (a > 0) throw new RuntimeException(\"outer\", new java.io.IOException(\"the real reason\"));\nreturn a;"))
                .contains("failed: RuntimeException \"outer\", caused by IOException \"the real reason\"")
                .contains(
                        "line 4, column 12\n    if (a > 0) throw new Runtime",
                        "\n  caused by IOException \"the real reason\"");
    }

    @Test
    void whenAllTrialsFailTheCellEndsWithTheLine() {
        fails(
                "%%gridsearch all\na in {0, 1}\nminimize f\nint n = a - a;\nreturn 7 / n;",
                "gridsearch: the first 2 trials all failed: ArithmeticException \"/ by zero\"\n"
                        + "line 5, column 8\n  return 7 / n;\n         ^~~~~");
    }

    @Test
    void methodsClassesAndLambdasOfEarlierCellsAreFound() throws Exception {
        notebook.run("String[] names = {null, null};");
        notebook.run("\nint size(String text) {\n  // counts\n  return text.trim().length();\n}");
        notebook.run("class Model {\n  int fit(String t) {\n    return size(t);\n  }\n}");
        notebook.run("java.util.function.ToIntFunction<String> f =\n    t -> new Model().fit(t);");
        assertThat(failed("f.applyAsInt(names[a > 0.5 ? 1 : 0])"))
                .contains("\"Cannot invoke \"String.trim()\" because \"text\" is null\"")
                .contains(
                        "size, line 3, column 10\n      return text.trim().length();\n             ^~~~~~~~~~~\n",
                        "  at size, line 3\n  at Model.fit, line 3\n  at f, line 2\n  at line 4\n");
        assertThat(failed("names[1].length()"))
                .contains("because \"names[1]\" is null")
                .doesNotContain("REPL");
    }

    @Test
    void anInitialiserThatFailsIsFoundBehindItsWrapper() throws Exception {
        notebook.run("class Conf {\n  static final int SIZE = Integer.parseInt(\"many\");\n}");
        assertThat(failed("Conf.SIZE * a"))
                .contains("ExceptionInInitializerError, caused by NumberFormatException \"For input string: \"many\"\"")
                .contains("Conf, line 2, column 27\n    " + "  static final int SIZE = Integer.parseInt(\"many\");")
                .contains("at Integer.parseInt\n  at Conf, line 2")
                .contains("NoClassDefFoundError \"Could not initialize class Conf\"")
                .doesNotContain("REPL");
    }

    @Test
    void endlessRecursionIsOneLine() throws Exception {
        notebook.run("int deep(int n) {\n  return deep(n + 1) + 1;\n}");
        assertThat(failed("deep(0)"))
                .contains("StackOverflowError", "deep, line 2, column 3\n    " + "  return deep(n + 1) + 1;")
                .containsPattern("at deep, line 2 \\(\\d+ times or more\\)");
    }

    @Test
    void whatAHelperThreadThrowsIsBehindTheWrapper() throws Exception {
        assertThat(failed("""
                var later = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                    if (a > 0) throw new IllegalStateException("in a thread");
                    return 1;
                });
                return later.get();
                """))
                .contains("ExecutionException, caused by IllegalStateException \"in a thread\"")
                .contains("line 8, column 8\n    return later.get();\n           ^~~~~~~~~~~")
                .contains("line 5, column 16\n        if (a > 0) throw new IllegalStateException(\"in a thread\");");
    }

    @Test
    void oddExceptionsAreNoTrouble() throws Exception {
        notebook.run("class Odd extends RuntimeException { public String getMessage() { throw new Error(); } }");
        assertThat(
                        failed(
                                "if (a > 0.5) throw new Odd();\nif (a < 0.5) throw new AssertionError(\"two\\nlines\");\nreturn a;"))
                .contains("failed: Odd (a = 0.75)", "failed: AssertionError \"two lines\" (a = 0.25)")
                .contains("line 4, column 14\n    if (a > 0.5) throw new Odd();\n                 ^~~~~~~~~~~~~~~~");
    }

    @Test
    void aMethodAsTheObjectiveIsShownAndTheCallIsNot() throws Exception {
        notebook.run("double f(Point p) {\n  Object o = \"x\";\n  return (Integer) o;\n}");
        fails(
                "%%gridsearch m --objective f\na in {1, 2}\nmaximize it",
                "f, line 3, column 10\n    return (Integer) o;");
        run("%tune show m failed");
        assertThat(kernel.lastText())
                .contains("ClassCastException \"class java.lang.String cannot be cast to class java.lang.Integer\"")
                .contains("  at f, line 3\n  trial 1");
    }

    @Test
    void theVariableTellsOneFailure() throws Exception {
        failed("if (a > 0.5) throw new IllegalStateException(\"no\");\nreturn a;");
        assertThat(notebook.value("s.failure(2).toString()")).isEqualTo("IllegalStateException \"no\"");
        assertThat((String) notebook.value("s.failure(2).place()")).startsWith("line 4, column 14\n  if (a");
        assertThat(notebook.value("""
                ((java.util.function.Supplier<String>) () -> {
                    try { return "" + s.failure(1); } catch (NoSuchElementException e) { return e.getMessage(); }
                }).get()""")).isEqualTo("Trial (1) must have failed, and has not; maybe 2.");
    }

    @Test
    void aStudyWithoutAScoreSaysWhyItHasNoBest() throws Exception {
        failed("if (a > 0) throw new IllegalStateException(\"no luck\");\nreturn a;");
        assertThat((String) notebook.value("""
                ((java.util.function.Supplier<String>) () -> {
                    try { return "" + s.best(); } catch (NoSuchElementException e) { return e.getMessage() + e.getCause(); }
                }).get()"""))
                .startsWith(
                        "Study must have a scored trial; it has none. Trial 1 failed: IllegalStateException \"no luck\".");
    }
}
