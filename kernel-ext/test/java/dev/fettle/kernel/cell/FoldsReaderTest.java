package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.Plain;
import dev.fettle.evaluation.fold.Shuffle;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.fold.Stratified;
import dev.fettle.evaluation.fold.TimeSeries;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FoldsReaderTest extends Cells {
    private static final String SPACE = "\nalpha in {0.1, 0.2}";

    /** 40 rows of a feature, a column that says where they belong, and two kinds in turn. */
    @BeforeAll
    void trees() throws Exception {
        notebook.run("import dev.fettle.evaluation.fold.*;");
        notebook.run("import tech.tablesaw.api.*;");
        notebook.run("import java.util.function.*;");
        notebook.run("""
                Table trees(Column<?> where, IntFunction<Object> value) {
                    DoubleColumn height = DoubleColumn.create("height");
                    StringColumn kind = StringColumn.create("kind");
                    for (int i = 0; i < 40; i++) {
                        height.append(i % 7);
                        where.appendObj(value.apply(i));
                        kind.append(i % 2 == 0 ? "oak" : "elm");
                    }
                    return Table.create("trees", height, where, kind);
                }
                """.replace("Column<?>", "tech.tablesaw.columns.Column<?>"));
        notebook.run(
                "Table sites = trees(StringColumn.create(\"site\"), i -> \"north south west\".split(\" \")[i % 3]);");
        notebook.run("Table days = trees(DateColumn.create(\"day\"), i -> java.time.LocalDate.ofEpochDay(i % 4));");
        notebook.run(
                "Table zeros = trees(DoubleColumn.create(\"plot\"), i -> i % 3 == 2 ? 1.0 : i % 3 == 1 ? -0.0 : 0.0);");
        notebook.run("Table holes = trees(StringColumn.create(\"site\"), i -> i == 2 ? \"\" : \"north\");");
        notebook.run("Table numbers = trees(DoubleColumn.create(\"fold\"), i -> i % 3 - 1.0);");
        notebook.run("Table odd = trees(DoubleColumn.create(\"fold\"), i -> i == 4 ? 2.5 : 1.0);");
        notebook.run("int[][][] mine = {{{0, 1, 2, 3}, {4, 5}}, {{4, 5, 6, 7}, {0, 1}}};");
        notebook.run("Folds made = Folds.plain(40, 4);");
        notebook.run("int[][][] outside = {{{0, 1}, {40}}};");
        notebook.run("int[][][] oaks = {{{0, 2}, {1}}};");
        notebook.run("int[][][] parts = {{{0, 2}}};");
    }

    private Task task(String options) {
        return settings("%%gridsearch -m mlp " + options + SPACE)
                .subject()
                .task()
                .orElseThrow();
    }

    private Splitting splitting(String options) {
        return task(options).splitting();
    }

    @Test
    void groupsMayBeDates() {
        Task task = task("-d days --group day -k 4");
        assertThat(task.data().features()).extracting(Feature::name).containsExactly("height");
        assertThat(((Grouped) task.splitting()).groups()).startsWith(0, 1, 2, 3, 0);
    }

    @Test
    void zeroIsOneGroupWithOrWithoutASign() {
        assertThat(((Grouped) splitting("-d zeros --group plot -k 2")).groups()).startsWith(0, 0, 1, 0, 0, 1);
    }

    @Test
    void theUsualFoldsDependOnTheTarget() {
        assertThat(splitting("-d iris")).isEqualTo(new Stratified(5, Shuffle.NONE));
        assertThat(splitting("-d diabetes -k 3")).isEqualTo(new Plain(3, Shuffle.NONE));
        assertThat(splitting("-d iris --folds plain -k 4 --shuffle")).isEqualTo(new Plain(4, Shuffle.once(42)));
    }

    @Test
    void foldsAreShuffledBySeedAndRepeated() {
        assertThat(splitting("-d iris --shuffle --seed 7")).isEqualTo(new Stratified(5, Shuffle.once(7)));
        Task task = task("-d iris --repeat 3 -k 4");
        assertThat(task.splitting()).isEqualTo(new Stratified(4, new Shuffle(3, 42)));
        assertThat(task.folds().size()).isEqualTo(12);
    }

    @Test
    void foldsInTheOrderOfTimeAndOfOneRowEach() {
        assertThat(splitting("-d diabetes --folds time --gap 3")).isEqualTo(new TimeSeries(5, 3));
        assertThat(splitting("-d iris --folds leave-one-out")).isEqualTo(new Splitting.LeaveOneOut());
        assertThat(task("-d iris --folds leave-one-out --cv 150").folds().size())
                .isEqualTo(150);
    }

    @Test
    void theColumnOfTheGroupsIsNoFeature() {
        Task task = task("-d sites --group site -k 3");
        assertThat(task.splitting()).isInstanceOfSatisfying(Grouped.class, grouped -> {
            assertThat(grouped.stratified()).isFalse();
            assertThat(grouped.groups()).startsWith(0, 1, 2, 0);
        });
        assertThat(task.data().features()).extracting(Feature::name).containsExactly("height");
        assertThat(splitting("-d sites --group site -k 3 --folds stratified"))
                .isInstanceOfSatisfying(Grouped.class, grouped -> assertThat(grouped.stratified())
                        .isTrue());
    }

    @Test
    void theColumnOfFoldNumbersIsNoFeature() {
        Task task = task("-d numbers --folds fold");
        assertThat(task.folds().size()).isEqualTo(2);
        assertThat(task.folds().folds().get(1).test()).startsWith(2, 5, 8);
        assertThat(task.data().features()).extracting(Feature::name).containsExactly("height");
    }

    @Test
    void foldsOfOnesOwnStandInAVariable() {
        assertThat(task("-d numbers --folds mine").folds().folds().get(1).train())
                .containsExactly(4, 5, 6, 7);
        assertThat(task("-d numbers --folds made").folds().size()).isEqualTo(4);
    }

    @Test
    void rowsForTheTestFollowTheFolds() {
        Task stratified = task("-d iris --test 0.2 --stratify");
        Dataset.Classes kept =
                (Dataset.Classes) Objects.requireNonNull(stratified.test()).target();
        assertThat(IntStream.of(kept.y()).sorted().toArray())
                .isEqualTo(IntStream.range(0, 30).map(i -> i / 10).toArray());
        assertThat(task("-d diabetes --folds time --test 0.5").train().fingerprint())
                .isEqualTo(Bundled.dataset("diabetes", null)
                        .rows(IntStream.range(0, 221).toArray())
                        .fingerprint());
    }

    private void wrong(String options, String message) {
        assertThat(mistakes("%%gridsearch -m mlp " + options + SPACE)).containsExactly(message);
    }

    @Test
    void wrongCombinationsAreMistakes() {
        String dealt = " must go with stratified or plain folds, without --group. Maybe leave it out.";
        wrong("-d iris --folds time --shuffle", "1:42+9 Option (--shuffle)" + dealt);
        wrong("-d iris --folds leave-one-out --repeat 3", "1:60+1 Option (--repeat)" + dealt);
        wrong("-d sites --group site --shuffle -k 3", "1:43+9 Option (--shuffle)" + dealt);
        wrong("-d iris --gap 2", "1:35+1 Option (--gap) must go with folds in the order of time. Maybe --folds time.");
        wrong(
                "-d sites --folds plain --group site",
                "1:52+4 Option (--group) must go with group or stratified folds. Maybe --folds group.");
        String stratify = "Option (--stratify) must go with ";
        wrong("-d iris --stratify", "1:29+10 " + stratify + "--test. Maybe --test 0.2.");
        wrong("-d diabetes --stratify --test 0.2", "1:33+10 " + stratify + "a target of classes. Maybe leave it out.");
        wrong(
                "-d iris --folds time --stratify --test 0.2",
                "1:42+10 " + stratify + "folds of neither groups nor time. Maybe leave it out.");
        wrong(
                "-d diabetes --folds stratified",
                "1:41+10 Folds (stratified) must have classes as their target, not values. Maybe plain.");
        wrong("-d iris --folds group", "1:37+5 Folds (group) must know the groups. Maybe --group COL.");
    }

    @Test
    void columnsAndVariablesThatAreNoFoldsAreMistakes() {
        wrong(
                "-d numbers --group flod",
                "1:40+4 Group (flod) must be a column of numbers besides its target: height, fold. Maybe fold.");
        wrong(
                "-d numbers --group kind",
                "1:40+4 Group (kind) must be a column of numbers besides its target: height, fold.");
        String kinds =
                " must be one of stratified, plain, group, time, leave-one-out, a column of iris, or a variable of"
                        + " the notebook.";
        wrong("-d iris --folds stratifed", "1:37+9 Folds (stratifed)" + kinds + " Maybe stratified.");
        wrong("-d iris --folds petal_with", "1:37+10 Folds (petal_with)" + kinds + " Maybe petal_width.");
        wrong("-d iris --folds min", "1:37+3 Folds (min)" + kinds + " Maybe mine.");
        wrong("-d holes --group site", "1:38+4 Group (site) must have a value in each row, and has none in row 3.");
        wrong("-d odd --folds fold", "1:36+4 Folds (fold) must be whole numbers of at least -1, and row 5 has 2.5.");
        wrong(
                "-d sites --folds site",
                "1:38+4 Folds (site) must be whole numbers of at least -1, and the column holds words."
                        + " Maybe --folds group --group site.");
        wrong(
                "-d iris --folds two",
                "1:37+3 Folds (two) must be Folds or int[][][], the rows that train and those that test of each fold;"
                        + " the variable is a Double.");
        wrong(
                "-d numbers --folds parts",
                "1:40+5 Fold (1 of 1) must have two parts, the rows that train and those that test, not 1.");
    }

    @Test
    void whatTheRowsDoNotAllowIsAMistake() {
        wrong("-d sites --group site", "1:38+4 Folds (5) must be at least 2 and at most the groups of site, 3.");
        wrong("-d numbers --folds outside", "1:40+7 Fold (1 of 1) must have row numbers from 0 to 39, not 40.");
        wrong(
                "-d numbers --folds oaks",
                "1:40+4 Fold (1 of 1) must train on at least 2 classes, and trains on oak alone."
                        + " Maybe other folds, stratified or shuffled.");
        wrong(
                "-d numbers --folds mine --test 0.2",
                "1:52+3 Test share (0.2) must be 0 beside the folds of mine, which are folds of all rows."
                        + " Maybe data without the rows to test.");
        wrong("-d numbers --folds mine --cv 3", "1:50+1 Folds (3) must be 2, as --folds says. Maybe leave --cv out.");
        wrong("-d iris --cv 51", "1:34+2 Folds (51) must be at most the rows of the largest class, 50.");
        wrong(
                "-d diabetes --folds time --gap 80",
                "1:41+4 Gap (80) must be at least 0 and below the 77 rows before the first that are tested.");
        wrong(
                "-d iris --test 0.01 --stratify",
                "1:36+4 Test share (2 of 150 rows) must leave a row of each of the 3 classes on both sides.");
    }

    @Test
    void theColumnOfTheFoldsMustNotBeTheOnlyOne() {
        assertThat(mistakes("%%gridsearch -m mlp -d numbers --group height --folds fold" + SPACE))
                .anySatisfy(m -> assertThat(m)
                        .isEqualTo(
                                "1:40+6 Data (numbers) must have a column besides its target and those of the folds."))
                .hasSize(2);
    }
}
