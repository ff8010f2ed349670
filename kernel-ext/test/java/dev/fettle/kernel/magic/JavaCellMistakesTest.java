package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with a cell is told before anything runs, in its own words. */
class JavaCellMistakesTest extends CellFixture {
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
    void aNameThatIsAKeywordIsOneMistakeHoweverTheJavaUsesIt() {
        for (String name : new String[] {"class", "default", "int", "this", "_", "null", "hashCode", "None"}) {
            fails(
                    "%%randomsearch\n" + name + " ~ uniform(0, 1)\nmaximize a\ndouble y = " + name + " + 1;\nreturn y;",
                    "1 mistake");
        }
    }

    @Test
    void whatAClassThatIsDeclaredAgainHasBrokenIsSaidSo() throws Exception {
        notebook.run("class Counter { int n = 1; }");
        notebook.run("var counter = new Counter();");
        notebook.run("class Counter { int n = 2; }");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\ncounter.n * x", "1 mistake");
        assertThat(kernel.lastText())
                .contains(
                        "Variable (counter) must be a parameter or a notebook variable. It is declared, and does not compile"
                                + " any more. Maybe declare it again.");
    }

    @Test
    void theGoalHasANameAndTheJavaItsOwnLines() {
        fails("%%randomsearch --trials 2\nscore ~ uniform(0, 1)\nmaximize score\nscore", "1 mistake");
        assertThat(kernel.lastText()).contains("must not be the name of a parameter too. Maybe  maximize loss.");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize 1 / (1 + x)", "mistakes");
        assertThat(kernel.text())
                .contains("Goal (1 / (1 + x)) must be one name; the Java stands on the lines below it.");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize sc\u200bore\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("must be one name");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize " + "a".repeat(101) + "\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("Goal (" + "a".repeat(20) + "…) must have at most 100 letters.");
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
    void aGoalThatIsMisspeltIsOneMistake() {
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximise a\nx", "1 mistake");
        assertThat(kernel.text()).contains("Goal (maximise) must be maximize or minimize. Maybe maximize.");
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize x\nx", "1 mistake");
        assertThat(kernel.text()).contains("Goal (x) must not be the name of a parameter too.");
    }

    @Test
    void whatIsOursIsNotToldInOurWords() {
        String cell = "%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\n";
        fails(cell + "if (x > 0.5) return 1;", "1 mistake");
        fails(cell + "System.out.println(x)", "1 mistake");
        fails(cell + "import java.util.zip.CRC32;\nreturn x;", "1 mistake");
        fails(cell + "(x - ) * 2", "1 mistake");
        assertThat(kernel.text())
                .contains("Java must return a result on every path")
                .contains("Java must give a value here")
                .contains("Import must stand in a Java cell of its own")
                .doesNotContain("lambda");
    }

    @Test
    void aLastLineThatIsNoStatementWasMeantToBeReturned() {
        fails("%%randomsearch --trials 2\nx ~ uniform(0, 1)\nmaximize a\ndouble y = x;\ny * 2", "1 mistake");
        assertThat(kernel.text()).contains("Java (y * 2) must be a statement. Maybe  return y * 2;");
    }

    @Test
    void whatTheSamplerRefusesIsAMistakeOfTheCell() {
        fails("%%gridsearch --trials 2\nw[70] in {0, 1}\nmaximize a\nw[0]", "1 mistake");
        fails("%%gridsearch --trials 2\nx in ${new Object[] {new Object()}}\nmaximize a\nx", "mistake");
        fails(
                "%%gridsearch --trials 2\nx in ${new java.util.HashSet<>(java.util.List.of(1, 2))}\nmaximize a\nx",
                "mistake");
        assertThat(kernel.text()).contains("not a Object.", "must have an order. Maybe a List.");
    }

    @Test
    void typosOfAllKindsAreUnderstood() throws Exception {
        notebook.run("double[] alphas = {1, 2};");
        fails("%%randomsearch --trials 2\nhidden in 1..9\nrequire hiden > 5\nmaximize a\nhidden", "1 mistake");
        fails(
                "%%randomsearch --trials 2\nsolver in {sgd, adam}\nm in {1, 2} if solver = sgd\nmaximize a\nm",
                "1 mistake");
        fails("%%randomsearch --trials 2\nx in ${alpha}\nmaximize a\nx", "1 mistake");
        fails("%%randomsearch --trials ${1 / 0}\nx in 1..9\nmaximize a\nx", "1 mistake");
        fails("%%randomsearch --trials 2\nx in 1..9\nmaximize a\nint x = 3;\nreturn x;", "1 mistake");
        fails("%%randomsearch alphas --trials 2\nx in 1..9\nmaximize a\nx", "1 mistake");
        assertThat(kernel.text())
                .contains("Maybe hidden.")
                .contains("Maybe ==, which compares.")
                .contains("Maybe alphas.")
                .contains("It threw ArithmeticException \"/ by zero\"")
                .contains("Name (x) must be declared once; it is a parameter or a constant of the cell.")
                .contains("it is a variable of type double[]");
    }

    @Test
    void aListOfStudiesIsNoStudy() throws Exception {
        run("%%randomsearch one --trials 2\nx in 1..9\nmaximize a\nx");
        notebook.run("var all = List.of(one);");
        fails("%%randomsearch all --trials 2\nx in 1..9\nmaximize a\nx", "1 mistake");
    }
}
