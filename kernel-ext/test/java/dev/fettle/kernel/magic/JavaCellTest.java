package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any Java of the notebook as an objective. */
class JavaCellTest extends CellFixture {
    @Test
    void nullIsTheWordNoneAndTypedAsOne() throws Exception {
        run("%%gridsearch n\nc in {null, 0}\n's': ['auto', None],\nmaximize a\nc.equals(\"none\") ? s.length() : 9");
        assertThat(kernel.lastText()).contains("The value null is the word none here");
        assertThat(notebook.value("n.best().c() instanceof Integer && n.best().toString().equals(\"c = 0, s = auto\")"))
                .isEqualTo(true);
        assertThat(notebook.value("n.trial(2).point().toString()")).isEqualTo("c = none, s = none");
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
        assertThat(notebook.value(
                        "bowl.score() == (bowl.best().x() - 3) * (bowl.best().x() - 3) * 2.5 + bowl.best().k()"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"randomsearch", "bayesopt", "tpe", "cmaes", "genetic", "swarm"})
    void whatIsRequiredMayHoldAlmostNowhere(String method) throws Exception {
        run("%%" + method
                + " thin --trials 25\nw[4] ~ uniform(0, 1)\nk in {a, b}\nrequire sum(w) == 1\nminimize v\nw[0] - w[3]");
        assertThat(notebook.value("thin.history().size()")).isEqualTo(25);
        assertThat(notebook.value("thin.history().evaluated().size() > 20")).isEqualTo(true);
    }

    @Test
    void aSearchThatFindsNoPointNamesTheConstraintAndEndsWithAnError() {
        fails(
                "%%randomsearch none --trials 5\na ~ uniform(0, 1)\nb ~ uniform(0, 1)\nrequire a < b\nrequire a * a > b"
                        + "\nminimize v\na",
                "constraint (a < b) fails at 4974 of 10000 points by chance, constraint (a * a > b) fails at 6657 of 10000"
                        + " points by chance; together they fail at 10000 of 10000. Maybe looser");
        assertThat(kernel.text()).contains("may hold together for no point");
    }

    @Test
    void aSearchThatFindsFewPointsSaysWhy() throws Exception {
        run("%%randomsearch three --trials 8\nn ~ int(0, 3000000000)\nrequire n % 1000000000 == 7\nmaximize v\nn");
        assertThat(kernel.text())
                .contains("3 of 8 trials")
                .contains("No other point was found that satisfies what is required: constraint (n % 1000000000 == 7)"
                        + " fails at 10000 of 10000 points by chance.");
    }

    @Test
    void wholeNumbersBeyondThirtyTwoBitsAreLong() throws Exception {
        run("""
                %%randomsearch big --trials 8
                n ~ int(0, 3e9) default 2999999999
                k ~ logInt(1, 1e6)
                w[2] ~ int(1, 5000000000)
                maximize v
                long whole = n;
                long[] both = w;
                return whole + both.length;
                """);
        assertThat(notebook.value("big.best().n() + 1")).isEqualTo(3_000_000_000L);
        assertThat(notebook.value("big.best().w() instanceof long[]")).isEqualTo(true);
        assertThat(notebook.value("big.table().longColumn(\"n\").max()")).isEqualTo(2_999_999_999.0);
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
    void aConstraintThatHoldsForAHandfulOfPointsInMillionsIsMetWithoutAWord() throws Exception {
        run("""
                %%randomsearch rare --trials 2
                a ~ int(1, 100)
                b ~ int(1, 100)
                c ~ int(1, 100)
                d ~ int(1, 100)
                require a * b * c * d == 5049
                minimize sum
                a + b + c + d
                """);
        assertThat(kernel.text())
                .contains("Random search finished: 2 of 2 trials")
                .doesNotContain("may hold");
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
    void aRunInWhichNothingWorksEndsWithItsError() {
        fails(
                "%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize a\nnew double[] {x}",
                "the first 3 trials all failed");
        assertThat(kernel.text())
                .contains("3 of 3 trials failed: IllegalArgumentException \"Result (double[]) must be");
        fails("%%randomsearch --trials 9\nx ~ uniform(0, 1)\nmaximize a\nnull", "the first 5 trials all failed");
    }

    @Test
    void theFigureIsMadeOfWhatIsAskedFor() throws Exception {
        run("%%randomsearch p --trials 30 --plot history,share\nx ~ uniform(0, 1)\nmaximize a\nx");
        run("%%randomsearch p --trials 30 --plot none\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.text()).contains("A fresh run: it replaces the study p of before, with its 30 trials.");
        fails("%%randomsearch p --plot slice\nx ~ uniform(0, 1)\nmaximize a\nx", "1 mistake");
        assertThat(kernel.text()).contains("the others are drawn by  %tune plot NAME slice.");
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
        assertThat((String) notebook.value("arrays.best().toString()"))
                .startsWith("w = (")
                .contains("kind = ")
                .doesNotContain("@");
        assertThat(
                        notebook.value(
                                "arrays.history().trials().stream().allMatch(t -> t.point().reals(\"w\")[0] <= t.point().reals(\"w\")[1])"))
                .isEqualTo(true);
        assertThat(kernel.text()).contains("Baseline, the defaults").doesNotContain("[D@");
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
    void whatOtherThreadsPrintIsCounted() throws Exception {
        run("""
                %%randomsearch parallel --trials 4 --jobs 2
                x ~ uniform(0, 1)
                maximize a
                java.util.stream.IntStream.range(0, 50).parallel().forEach(i -> System.out.println(i));
                return x;
                """);
        assertThat(kernel.text()).contains("Trials printed 200 lines");
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
        run("%tune failures bumpy");
        assertThat(kernel.text())
                .contains("IllegalArgumentException \"x must not be 3\"")
                .contains("failed: gave NaN (x = 4)", "gave Infinity")
                .contains("OutOfMemoryError", "StackOverflowError")
                .contains("must be a number, or a Map<String, Double> that holds a.")
                .contains("Result must hold a, the goal; it holds b.");
        assertThat(notebook.value("bumpy.best().x()")).isEqualTo(39);
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

    @Test
    void whatOneTrialWritesIntoAConstantDoesNotReachAnother() throws Exception {
        run(
                "%%randomsearch c --trials 4\nx ~ uniform(0, 1)\nsizes = (1, 2)\nmaximize a\nsizes[0]++;\nreturn sizes[0];");
        assertThat(notebook.value("c.score()")).isEqualTo(2.0);
    }

    @Test
    void thatTimeWasUpBeforeAnythingWorkedIsNoError() throws Exception {
        run("""
                %%gridsearch late --time 500ms
                x in 1..9
                maximize a
                if (x == 1) throw new RuntimeException("one");
                new java.util.concurrent.CountDownLatch(1).await();
                return x;
                """);
        assertThat(kernel.lastText()).contains("Grid search stopped as its time was up", "No trial was");
    }
}
