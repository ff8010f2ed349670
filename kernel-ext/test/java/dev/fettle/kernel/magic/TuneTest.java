package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done with the studies of a notebook. */
class TuneTest extends CellFixture {
    private static final String JAVA =
            "\nx in {1, 2}\nmaximize a\nif (x == 1) throw new IllegalStateException(\"one\");\nreturn x;";

    private String last(String line) throws Exception {
        run(line);
        return kernel.lastText();
    }

    @Test
    void beforeTheFirstStudyThereIsNone() throws Exception {
        assertThat(last("%tune"))
                .isEqualTo(
                        "No study yet. %gridsearch?, %randomsearch?, %bayesopt?, %tpe?, %cmaes?, %genetic?, %swarm?, %gradient?, %hyperband? show a cell to copy.");
        for (String verb : new String[] {"show", "plot", "failures", "resume", "last"}) {
            fails("%tune " + verb, "Study (last) must have run in this notebook: there is none yet.");
        }
        assertThat(last("%tune set")).isEqualTo("Nothing is set: every cell has the standard options.");
    }

    @Test
    void studiesAreListedInTheOrderOfTheirFirstRun() throws Exception {
        run("%%gridsearch b" + JAVA);
        run("%%gridsearch a" + JAVA);
        run("%%gridsearch b" + JAVA);
        run("%%gridsearch" + JAVA);
        assertThat(last("%tune").lines().filter(l -> l.contains(": Grid search finished: 2 of 2 points")))
                .extracting(l -> l.substring(0, 2))
                .containsExactly("b:", "a:");
        fails("%tune show c", "Study (c) must have run in this notebook: one of b, a.");
        run("%tune last c");
        assertThat(last("%tune")).contains("\nc: Grid search finished");
    }

    @Test
    void aReportIsShownAgainAndWithoutANameThatOfTheLastStudy() throws Exception {
        run("%%gridsearch s --trials 1\nx in {1, 2}\nmaximize a\nx");
        String report = kernel.lastText();
        run("%%gridsearch t" + JAVA);
        assertThat(last("%tune show s")).isEqualTo(report);
        assertThat(last("%tune show")).contains("2 of 2 points");
        assertThat(last("%tune show t failed")).contains("IllegalStateException \"one\" (x = 1)");
        assertThat(last("%tune failures")).isEqualTo(last("%tune show t failed"));
        fails(
                "%tune show t faild",
                "%tune show (faild) must be followed by a study, and failed, prints or nothing. Maybe failed.");
        run("%tune resume s --trials 2");
        assertThat(last("%tune show last")).as("the one that ran last").contains("s.best()");
    }

    @Test
    void whatIsNoVerbIsToldAll() {
        fails(
                "%tune shw s",
                "%tune (shw) must be followed by show, plot, compare, failures, resume, last, export, studies, models, model, data, spark, set,"
                        + " or nothing. Maybe show.");
    }

    @Test
    void allMistakesOfALineAreTold() {
        String space =
                "Space must stand below %%gridsearch, unless a model brings its own. Maybe --model mlp, or --like OTHER.";
        fails("%gridsearch s", "gridsearch: 1 mistake, nothing was run.");
        assertThat(kernel.lastText()).contains(space);
        fails("%gridsearch hash-code --trails 1o --jobs x", "5 mistakes");
        assertThat(kernel.lastText())
                .contains(space, "Name (hash-code)", "Maybe hash_code.", "--trials (1o)", "--jobs (x)");
        fails("%gridsearch s --trails 10 --modle knn --data iris --targt spec", "4 mistakes");
        assertThat(kernel.lastText())
                .contains("Maybe --model.", "Maybe species.")
                .doesNotContain(space);
        fails("%gridsearch s --like --trials x", "2 mistakes");
        fails("%gridsearch s --model", "1 mistake");
        for (String each : List.of("Study (gone)", "Maybe --trials.", "--patience (x)")) {
            fails("%tune resume gone --trails 10 --patience x", each);
        }
    }

    @Test
    void theHelpHasALineForEachVerb() throws Exception {
        assertThat(last("%tune help").lines().limit(14))
                .containsExactly(
                        "%tune                              the studies of the notebook",
                        "%tune show NAME                    the report again; %tune show NAME failed: the trials that failed; prints: what they all printed",
                        "%tune plot NAME [kind …]           the figure of the report, or one of the plots below",
                        "%tune compare NAME OTHER           studies of one metric side by side: what each found, how soon, and whether that differs",
                        "%tune failures NAME                the trials that failed, in groups",
                        "%tune resume NAME [OPTION …]       goes on, with another --trials, --time, --until or --patience",
                        "%tune last [NAME]                  gives the last study a variable, last or NAME",
                        "%tune export NAME [--out FILE]     plain Java that trains and stores the winner;"
                                + " all trials to FILE.csv or FILE.json, with --journal those of a study there",
                        "%tune studies [FILE|URL]           the studies that are kept there, or beside the notebook",
                        "%tune models                       what may stand behind --model",
                        "%tune model NAME                   what a model may be told, and where it is searched",
                        "%tune data [NAME]                  the bundled data sets, or the page of one",
                        "%tune spark                        Apache Spark on the class path, as ./fettle spark has brought it",
                        "%tune set [OPTION [VALUE]]         a standing value for --seed, --jobs, --journal, --live, --show or --figure;"
                                + " without one: ends it; language: en|zh");
        assertThat(last("%tune"))
                .isEqualTo(
                        "No study yet. %gridsearch?, %randomsearch?, %bayesopt?, %tpe?, %cmaes?, %genetic?, %swarm?, %gradient?, %hyperband? show a cell to copy.");
        assertThat(last("%gridsearch?")).isEqualTo(last("%gridsearch"));
        assertThat(last("%tune?")).isEqualTo(last("%tune help"));
        assertThat(last("%tune help bayesopt")).isEqualTo(last("%bayesopt?")).startsWith("%%bayesopt models");
        assertThat(last("%tune help %%tpe")).isEqualTo(last("%tpe?"));
        fails(
                "%tune help baysopt",
                "%tune help (baysopt) must be followed by gridsearch, randomsearch, bayesopt, tpe, cmaes, genetic, swarm, gradient, hyperband, or nothing."
                        + " Maybe bayesopt.");
    }

    private String html(String line) throws Exception {
        run(line);
        List<MimeBundle> frames = kernel.frames();
        return frames.get(frames.size() - 1).forms().getOrDefault("text/html", "");
    }

    @Test
    void onAPageStudiesAreATableAndHelpHasHeads() throws Exception {
        assertThat(html("%tune"))
                .contains("<div style=\"margin", "No study yet.")
                .doesNotContain("<pre");
        run("%%gridsearch s" + JAVA);
        assertThat(html("%tune"))
                .contains(">study</th>", ">s</td>", "Grid search finished")
                .doesNotContain("<pre");
        assertThat(html("%tune help")).contains("<b>Plots: ");
        assertThat(html("%gridsearch?"))
                .contains("<b>%%gridsearch ", "<b>Search</b>", "<b>Model and data</b>", "<b>Plots: ")
                .doesNotContain("<b>Later");
    }

    @Test
    void aMistakeIsNotShownBesideTheErrorThatSaysIt() {
        int before = kernel.frames().size();
        fails("%tune show c", "Study (c) must have run in this notebook: there is none yet.");
        fails("%tune set sed 7", "Maybe seed.");
        assertThat(kernel.frames()).hasSize(before);
    }

    @Test
    void whatIsSetStaysUntilItIsEndedAndAnOptionOfACellGoesBeforeIt() throws Exception {
        run("%tune set show 3");
        assertThat(last("%tune set seed 7")).isEqualTo("--show 3\n--seed 7");
        run("%%gridsearch s --seed 8" + JAVA);
        assertThat(kernel.lastText()).contains("seed 8.");
        run("%%gridsearch s" + JAVA);
        assertThat(kernel.lastText()).contains("seed 7.");
        assertThat(last("%tune set show")).isEqualTo("--seed 7");
        fails("%tune set seed x", "--seed (x) must be a whole number.");
        assertThat(last("%tune set")).isEqualTo("--seed 7");
        assertThat(last("%tune set seed")).isEqualTo("Nothing is set: every cell has the standard options.");
        assertThat(last("%tune set journal postgresql://me:pa@ss@host/studies"))
                .isEqualTo("--journal postgresql://me:*****@host/studies");
        assertThat(last("%tune set journal")).doesNotContain("journal");
    }

    @Test
    void theLastStudyIsNotBoundToANameThatIsTaken() throws Exception {
        run("%%gridsearch" + JAVA);
        notebook.run("int five = 5;");
        fails("%tune last five", "Name (five) must be free or a study; it is a variable of type int. Maybe fiveStudy.");
        fails("%tune last 9", "Name (9) must be a name that a Java variable may have.");
        assertThat(notebook.value("five")).isEqualTo(5);
        assertThat(last("%tune last mine")).startsWith("mine: Grid search finished: 2 of 2 points");
        assertThat(notebook.value("mine.best().x()")).isEqualTo(2);
        run("%%gridsearch --like mine");
        assertThat(kernel.lastText()).contains("2 of 2 points");
    }
}
