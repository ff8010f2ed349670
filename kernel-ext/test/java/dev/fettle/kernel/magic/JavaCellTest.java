package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any Java of the notebook as an objective. */
class JavaCellTest {
    private final RecordingKernel kernel = new RecordingKernel();
    private final Notebook notebook = new Notebook(kernel.shell());

    @BeforeEach
    void install() throws Exception {
        // Both kernels import it.
        notebook.run("import java.util.*;");
        Magics.install(kernel);
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    private void run(String cell) throws Exception {
        try {
            kernel.start(cell).get();
        } catch (ExecutionException e) {
            throw new AssertionError(kernel.text(), e);
        }
    }

    private void fails(String cell, String message) {
        Future<Object> bad = kernel.start(cell);
        assertThatThrownBy(bad::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CellError.class)
                .hasMessageContaining(message);
    }

    @Test
    void anExpressionSeesParametersConstantsAndTheNotebook() throws Exception {
        notebook.run("double shift = 3;");
        notebook.run("double square(double v) { return v * v; }");
        run("""
                %%randomsearch bowl --trials 30
                x ~ uniform(-10, 10)
                k in {1, 2}
                scale = 2.5
                minimize loss
                square(x - shift) * scale + k    // of the notebook
                """);
        assertThat(notebook.value("bowl.score() > 0 && bowl.best().k() > 0")).isEqualTo(true);
        assertThat(kernel.text())
                .contains("Random search finished: 30 of 30 trials", "Best loss", "Constant: scale = 2.5.");
        double x = (Double) Objects.requireNonNull(notebook.value("bowl.best().x()"));
        int k = (Integer) Objects.requireNonNull(notebook.value("bowl.best().k()"));
        assertThat(notebook.value("bowl.score()")).isEqualTo((x - 3) * (x - 3) * 2.5 + k);
    }

    @Test
    void statementsReturnAndMapsHoldTheGoal() throws Exception {
        run("""
                %%randomsearch two --trials 12 --jobs 2
                a in {(1), (2, 3)}
                b in {true, false}
                c in {red, green}
                maximize accuracy
                double sum = 0;
                for (int v : a) {
                    sum += v;
                }
                java.util.function.DoubleSupplier half = () -> { return 0.5; };
                return Map.of("accuracy", sum * (b ? 1 : half.getAsDouble()) + c.length(), "seconds", 2.0);
                """);
        assertThat(notebook.value("two.score()")).isEqualTo(10.0);
        assertThat(notebook.value("two.table().columnNames().contains(\"seconds\")"))
                .isEqualTo(true);
        assertThat(notebook.value("two.best().a().length")).isEqualTo(2);
        assertThat(kernel.text())
                .contains("Space has 8 points, 12 trials asked: each point runs once, as %%gridsearch would.")
                .contains("8 of 8 points");
    }

    @Test
    void aMethodOrAnObjectiveOfTheNotebookWillDo() throws Exception {
        notebook.run("double f(Point p) { return p.real(\"x\"); }");
        notebook.run("double g(Point p, Probe probe) { return p.real(\"x\") + probe.number(); }");
        notebook.run("Objective h = (p, probe) -> Score.of(-p.real(\"x\"));");
        String cell = "%%randomsearch s --trials 5 --objective f\nx ~ uniform(0, 1)\nmaximize it";
        run(cell);
        assertThat(notebook.value("s.score() < 1")).isEqualTo(true);
        run(cell.replace("--objective f", "--objective g"));
        assertThat(notebook.value("s.score() > 1")).isEqualTo(true);
        run(cell.replace("--objective f", "--objective h"));
        assertThat(notebook.value("s.score() < 0")).isEqualTo(true);
        fails(cell.replace("--objective f", "--objective hh"), "1 mistake");
        assertThat(kernel.text()).contains("must be a method  double hh(Point p)");
    }

    @Test
    void allMistakesOfACellAreToldInItsOwnWords() throws Exception {
        notebook.run("double[][] xTrain = {{1}};");
        notebook.run("int[] yTrain = {1};");
        run("%%randomsearch bo --trials 2\nx ~ uniform(0, 1)\nmaximize a\nx");
        fails("""
                %%randomsearch bo --trials 50 --sed 3
                hidden ~ int(1, 9)
                alpha  ~ logUnifrm(1e-5, 1e-1)
                maximize accuracy
                var net = Mlp.of(hidden).activaton("relu").alpha(alpha);
                int n = "no";
                return crossVal(net, xTrain, yTrian, 5);
                """, "randomsearch: 5 mistakes, nothing was run; study bo is unchanged.");
        assertThat(kernel.text())
                .contains("Option (--sed)", "Maybe --seed.")
                .contains("Distribution (logUnifrm)", "Maybe logUniform.")
                .contains("line 5, column 26", "Method (activaton) must be one that Mlp has. Maybe activation.")
                .contains("Java must compile: incompatible types: String cannot be converted to int.")
                .contains(
                        "line 7, column 30",
                        "Variable (yTrian) must be a parameter or a notebook variable. Maybe yTrain.");
        assertThat(notebook.value("bo.history().size()")).isEqualTo(2);
    }

    @Test
    void whatWouldEndTheKernelIsRefused() throws Exception {
        fails(
                "%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\nif (x > 2) System.exit(1);\nreturn x;",
                "1 mistake");
        assertThat(kernel.text()).contains("line 4, column 12", "Call (System.exit) must not stand here");
        notebook.run("double stop(double x) { Runtime.getRuntime().halt(3); return x; }");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\nstop(x)", "1 mistake");
        assertThat(kernel.text()).contains("Method (stop) is called here.");
    }

    @Test
    void syntaxMistakesAreFoundBeforeAnythingIsCompiled() throws Exception {
        for (String java : new String[] {
            "", "x +", "return x;}", "(x", "x) + (x", "double y = x;", "// nothing", "\"x", "while (x > 1) {", "}{"
        }) {
            fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\n" + java, "nothing was run");
        }
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)", "1 mistake");
        assertThat(kernel.text()).contains("Cell must have --model, or end with a goal.");
    }

    @Test
    void theGoalHasANameAndTheJavaItsOwnLines() {
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize 1 / (1 + x)", "mistakes");
        assertThat(kernel.text())
                .contains("Goal (1 / (1 + x)) must be one name; the Java stands on the lines below it.");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nminimize\nx", "1 mistake");
        assertThat(kernel.text()).contains("Goal (minimize) must have a name. Maybe  minimize score.");
        fails("%%randomsearch --trials 2\nprobe ~ uniform(0, 1)\nminimize a\n1", "1 mistake");
        assertThat(kernel.text()).contains("Name (probe) must not be that of the probe");
    }

    @Test
    void whatCannotBeIsToldBeforeTheStart() {
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nrequire x < 0.5\ntry x = 0.9\nmaximize a\nx", "1 mistake");
        assertThat(kernel.text()).contains("line 4");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nk in 1..3\nrequire x > k\nmaximize a\nx", "1 mistake");
        assertThat(kernel.text()).contains("Constraint (x > k)");
    }

    @Test
    void arraysAndMatricesAreTyped() throws Exception {
        run("""
                %%randomsearch arrays --trials 30
                w[3]    ~ uniform(-1, 1)   default 0
                kind    in {full, none}
                m[2][2] ~ normal(0, 1)     if kind == full
                v[2]    in {1, 2}
                require w[0] <= w[1]
                minimize loss
                double sum = m[1][0] + kind.length() + v[1];
                for (double x : w) {
                    sum += x * x;
                }
                return sum;
                """);
        assertThat(notebook.value("arrays.best().w().length")).isEqualTo(3);
        assertThat(notebook.value("arrays.best().m()[1].length")).isEqualTo(2);
        assertThat(notebook.value("arrays.best().v()[1] > 0")).isEqualTo(true);
        assertThat(
                        notebook.value(
                                "arrays.history().trials().stream().allMatch(t -> t.point().reals(\"w\")[0] <= t.point().reals(\"w\")[1])"))
                .isEqualTo(true);
        assertThat(kernel.text()).contains("Baseline, the defaults").doesNotContain("[D@");
    }

    @Test
    void aLastLineThatIsNoStatementWasMeantToBeReturned() {
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\ndouble y = x;\ny * 2", "1 mistake");
        assertThat(kernel.text()).contains("Java (y * 2) must be a statement. Maybe  return y * 2;");
    }

    @Test
    void printsAreKeptWithTheirTrials() throws Exception {
        run("""
                %%randomsearch loud --trials 4
                x ~ uniform(0, 1)
                maximize a
                for (int i = 1; i <= 100; i++) System.out.println("line " + i);
                System.err.println("warned");
                return x;
                """);
        assertThat(kernel.text()).contains("Trials printed 404 lines; trial 1 begins: line 1 ⏎ line 2 ⏎ line 3.");
        assertThat((String) notebook.value("loud.printed(2)"))
                .startsWith("line 1\n")
                .contains("line 99", "warned");
    }

    @Test
    void trialsThatGoWrongAreRecordedAndTheRunGoesOn() throws Exception {
        notebook.run("int deep(int n) { return deep(n + 1) + 1; }");
        run("""
                %%randomsearch bumpy --trials 40
                x in 0..39
                maximize a
                switch (x) {
                    case 3: throw new IllegalArgumentException("x must not be " + x);
                    case 4: return Double.NaN;
                    case 5: return Double.POSITIVE_INFINITY;
                    case 6: long[][] much = new long[1_000_000][]; for (int i = 0; i < much.length; i++) much[i] = new long[Integer.MAX_VALUE - 8]; return much.length;
                    case 7: return deep(1);
                    case 8: Thread.interrupted(); return 8;
                    case 9: Thread t = new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }); t.setDaemon(true); t.start(); return 9;
                    case 10: return null;
                    case 11: return "eleven";
                    case 12: return Map.of("b", 1.0);
                    default: return x;
                }
                """);
        assertThat(kernel.text())
                .contains("IllegalArgumentException \"x must not be 3\"")
                .contains("Score \"Score (NaN) must be finite.\" (x = 4)", "(Infinity)")
                .contains("OutOfMemoryError", "StackOverflowError")
                .contains("must be a number, or a Map<String, Double> that holds a.")
                .contains("Result must hold a, the goal; it holds b.");
        assertThat(notebook.value("bumpy.best().x()")).isEqualTo(39);
    }

    @Test
    void aResumedStudySeesWhatWasDeclaredAnewAndSaysSo() throws Exception {
        notebook.run("double w = 1;");
        notebook.run("double f(double x) { return x * w; }");
        run("%%randomsearch go --trials 3\nx ~ uniform(0, 1)\nmaximize a\nf(x)");
        run("%tune resume go --trials 5");
        assertThat(kernel.text())
                .contains("5 of 5 trials")
                .contains("Resumed behind 3 trials.")
                .doesNotContain("changed");
        notebook.run("double w = 1000;");
        notebook.run("double f(double x) { return x * w + 0; }");
        run("%tune resume go --trials 8");
        assertThat(kernel.text())
                .contains("Variable w has changed since the first 5 trials")
                .contains("The text of the objective has changed since the first 5 trials");
        assertThat(notebook.value("go.score() > 1 && go.history().size() == 8")).isEqualTo(true);
        notebook.value("go.resume(9)");
        assertThat(notebook.value("go.history().size()")).isEqualTo(9);
    }

    @Test
    void likeAndFromUseAnEarlierStudy() throws Exception {
        run("%%randomsearch one --trials 6\nx ~ uniform(0, 1)\nk in 1..9\nmaximize a\nx + k");
        run("%randomsearch two --like one --trials 4 --seed 3");
        assertThat(notebook.value("two.history().size()")).isEqualTo(4);
        run("%%randomsearch three --like one --from one --trials 8\nx ~ uniform(0, 0.5)\nk in 1..9");
        assertThat(kernel.text()).contains("From one: the best ", " did not fit, the first as x = 0.");
        fails("%randomsearch four --like on", "1 mistake");
        assertThat(kernel.text())
                .contains("Study (on) behind --like must have run in this notebook: one of", "Maybe one.");
    }

    @Test
    void standingOptionsAndTheLastStudy() throws Exception {
        run("%tune set seed 7");
        run("%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.text()).contains("seed 7.");
        run("%tune last");
        assertThat(notebook.value("last.history().size()")).isEqualTo(3);
        run("%tune last mine");
        assertThat(notebook.value("mine.best().x() > 0")).isEqualTo(true);
        run("%tune set seed");
        run("%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.text()).contains("seed 42.");
        fails("%tune set sed 7", "Setting (sed) must be one of seed, jobs, live, figure, show. Maybe seed.");
        fails("%tune set seed x", "--seed (x) must be a whole number");
    }

    @Test
    void theDefaultsAreTheBaseline() throws Exception {
        run("%%randomsearch base --trials 9\nx ~ uniform(0, 1) default 0.1\nmaximize a\nx");
        assertThat(notebook.value("base.trial(1).point().real(\"x\")")).isEqualTo(0.1);
        assertThat(kernel.text()).contains("Baseline, the defaults: 0.1000 at trial 1.");
    }

    @Test
    void theFirstFailureEndsTheRunIfThatIsAskedFor() throws Exception {
        fails(
                "%%randomsearch strict --trials 20 --on-error stop\nx in 1..20\nmaximize a\nif (x == 7) throw new RuntimeException(\"seven\");\nreturn x;",
                "failed: RuntimeException \"seven\"");
        assertThat(notebook.value("strict.history().size() < 20")).isEqualTo(true);
    }
}
