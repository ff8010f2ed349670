package dev.fettle.kernel.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.option.Header.Word;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.text.Mistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
    private static List<String> mistakes(String line) {
        return Words.draw(line).mistakes().stream()
                .map(m -> m.place().line() + ":" + m.place().column() + "+"
                        + m.place().length() + " " + m.message())
                .toList();
    }

    @Test
    void nameAndOptionsAreReadWithTheirColumnsInEveryForm() {
        Header header = Words.draw("s -n 5 --seed=-7 -q --data iris");
        assertThat(header.line()).isEqualTo("%%draw s -n 5 --seed=-7 -q --data iris");
        assertThat(header.name()).isEqualTo(new Word("s", 8));
        assertThat(Words.options(header.options()))
                .isEqualTo("--trials=5@13 --seed=-7@22 --quiet=-q@25 --data=iris@35");
        assertThat(header.mistakes()).isEmpty();
        assertThat(header.option(Words.DATA)).contains(new Word("iris", 35));
        assertThat(header.option(Words.CODE)).isEmpty();
        assertThat(header.has(Words.QUIET)).isTrue();
        assertThat(header.has(Words.CODE)).isFalse();
        assertThat(header.has(Group.MODEL)).isTrue();
        assertThat(header.has(Group.JAVA)).isFalse();
    }

    @Test
    void theNameMayStandBehindTheOptions() {
        Header header = Words.draw("--seed 3 -q s");
        assertThat(header.name()).isEqualTo(new Word("s", 20));
        assertThat(header.mistakes()).isEmpty();
    }

    @Test
    void javaIsOneWordHoweverManyBlanksItHas() {
        Header header = Words.draw("--seed ${1 + 2}3 s");
        assertThat(header.option(Words.SEED)).contains(new Word("${1 + 2}3", 15));
        assertThat(header.name()).isEqualTo(new Word("s", 25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--data \"Score A\" s    | --data=Score A@16",
                "--data 'Score A' s      | --data=Score A@16",
                "--data=\"Score A\" s    | --data=Score A@16",
                "--data 'a b',c s        | --data=a b,c@16",
                "--data \"it's\" s       | --data=it's@16",
                "--data it's s           | --data=it's@15",
                "--data ${f(\"a b\")} s  | --data=${f(\"a b\")}@15"
            })
    void quotesKeepBlanksTogetherAndAreNoPartOfTheValue(String line, String expected) {
        assertThat(Words.options(Words.draw(line).options())).isEqualTo(expected);
        assertThat(Words.draw(line).name()).extracting(Word::text).isEqualTo("s");
    }

    /** As the kernels hand them over: an argument that was quoted in one piece, without its quotes. */
    @Test
    void quotesThatTheKernelHasTakenAreKnownByTheirBlanks() {
        for (List<String> arguments : List.of(
                List.of("s", "--data", "Score A"), List.of("s", "--data=Score A"), List.of("--data=Score A", "s"))) {
            Header header = Header.read(Words.ALL, Words.DRAW, arguments, true);
            assertThat(header.option(Words.DATA)).get().extracting(Word::text).isEqualTo("Score A");
            assertThat(header.name()).extracting(Word::text).isEqualTo("s");
            assertThat(header.line()).contains("\"Score A\"");
        }
        Header java = Header.read(Words.ALL, Words.DRAW, List.of("--data", "${t.where(a b)}", "s"), true);
        assertThat(java.option(Words.DATA)).get().extracting(Word::text).isEqualTo("${t.where(a b)}");
    }

    @Test
    void aLineMagicHasOnePercentSignAndTuneAllCommonOptions() {
        assertThat(Header.read(Words.ALL, Words.WALK, List.of("-q"), false).line())
                .isEqualTo("%walk -q");
        assertThat(Header.read(Words.ALL, Words.WALK, List.of(), true).line()).isEqualTo("%%walk");
        Header tune = Header.tune(Words.ALL, List.of("s", "--seed", "1"));
        assertThat(tune.line()).isEqualTo("%tune s --seed 1");
        assertThat(tune.option(Words.SEED)).contains(new Word("1", 16));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed -3      | --seed=-3@15",
                "--seed -.5     | --seed=-.5@15",
                "--data=        | ",
                "--data a=b     | --data=a=b@15",
                "--data=a=b     | --data=a=b@15",
                "-d=a           | --data=a@11"
            })
    void aNegativeNumberIsAValueAndOnlyTheFirstEqualsSignSeparates(String line, String expected) {
        assertThat(Words.options(Words.draw(line).options())).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--data         | 1:8+6 Option (--data) must have a value. Maybe --data D.",
                "--data=        | 1:8+6 Option (--data) must have a value. Maybe --data D.",
                "--data --quiet | 1:8+6 Option (--data) must have a value. Maybe --data D.",
                "-d -q          | 1:8+2 Option (-d) must have a value. Maybe --data D.",
                "--quiet=yes    | 1:16+3 Option (--quiet) must have no value.",
                "-q --quiet     | 1:11+7 Option (--quiet) must be given once.",
                "-n 1 --trials 2 | 1:13+8 Option (--trials) must be given once.",
                "--n_iter 5     | 1:8+8 Option (--n_iter) must be one of the magic's; --help lists them. Maybe --trials.",
                "--random-state=1 | 1:8+14 Option (--random-state) must be one of the magic's; --help lists them. Maybe --seed.",
                "--sed 3        | 1:8+5 Option (--sed) must be one of the magic's; --help lists them. Maybe --seed.",
                "--tria 3       | 1:8+6 Option (--tria) must be one of the magic's; --help lists them. Maybe --trials.",
                "--step 4       | 1:8+6 Option (--step) must go with a method that has it. Maybe %%walk.",
                "9s             | 1:8+2 Name (9s) must be a name that a Java variable may have. Maybe _9s.",
                "my-study       | 1:8+8 Name (my-study) must be a name that a Java variable may have. Maybe my_study.",
                "s quiet        | 1:10+5 Argument (quiet) must be an option; the study is already called s. Maybe --quiet.",
                "s nested       | 1:10+6 Argument (nested) must be an option; the study is already called s.",
                "s se           | 1:10+2 Argument (se) must be an option; the study is already called s.",
                "s sed          | 1:10+3 Argument (sed) must be an option; the study is already called s. Maybe --seed.",
                "s no           | 1:10+2 Argument (no) must be an option; the study is already called s.",
                "-              | 1:8+1 Name (-) must be a name that a Java variable may have."
            })
    void eachMistakeIsToldAtItsPlace(String line, String mistake) {
        assertThat(mistakes(line).get(0)).isEqualTo(mistake);
    }

    @Test
    void theValueBehindAnOptionThatComesLaterOrIsOfAnotherMethodIsNoName() {
        assertThat(Words.draw("--nested 3 s").name()).isEqualTo(new Word("s", 19));
        assertThat(mistakes("--nested 3 s")).hasSize(1);
        assertThat(Words.draw("--polish s").name()).isEqualTo(new Word("s", 17));
        assertThat(Words.draw("--step 4 s").name()).isEqualTo(new Word("s", 17));
        assertThat(mistakes("--step 4 s")).hasSize(1);
    }

    @Test
    void anOptionOfTwoMethodsIsToldWithBoth() {
        Method stride = new Method(
                "stride", "", "", "", List.of(Words.STEP), 7, false, true, values -> new RandomSampler(false));
        assertThat(Header.read(Words.ALL.with(stride), Words.DRAW, List.of("--step", "4"), true)
                        .mistakes())
                .extracting(Mistake::message)
                .containsExactly("Option (--step) must go with a method that has it. Maybe %%walk or %%stride.");
        assertThat(Header.read(Words.ALL.with(stride), stride, List.of("--step", "4"), true)
                        .mistakes())
                .isEmpty();
    }

    @Test
    void theWordBehindAnUnknownOptionIsItsValueWhereAnOptionWasMeantOrTheNameIsKnown() {
        assertThat(mistakes("s --sed 3")).hasSize(1);
        assertThat(mistakes("s --sed 3 -q")).hasSize(1);
        assertThat(mistakes("s --sed=3 word")).hasSize(2);
        assertThat(Words.draw("s --sed -q").has(Words.QUIET)).isTrue();
        assertThat(Words.draw("--strange s").name()).isEqualTo(new Word("s", 18));
        assertThat(Words.draw("--sed 3 s").name()).isEqualTo(new Word("s", 16));
        assertThat(mistakes("--n_estimators 5 s")).hasSize(1).first().asString().endsWith("""
                Maybe  n_estimators = 5  on a line of its own, if the model has it.""");
    }

    @Test
    void whatIsMisspeltIsReadAsWhatWasMeant() {
        Header header = Words.draw("s --sed 3 --dta=iris");
        assertThat(Words.options(header.options())).isEqualTo("--seed=3@16 --data=iris@24");
        assertThat(header.mistakes()).hasSize(2);
        assertThat(mistakes("s --sed 3 --seed 4")).hasSize(1);
        assertThat(Words.draw("s --sed 3 --seed 4").option(Words.SEED)).contains(new Word("4", 25));
        assertThat(mistakes("s --seed 4 --sed 3")).hasSize(1);
        assertThat(Words.draw("s --sed -q").lacks(Words.SEED)).isFalse();
        assertThat(Words.draw("s --seed -q").lacks(Words.SEED)).isFalse();
        assertThat(Words.draw("s -q").lacks(Words.SEED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s --C 1             | Maybe  C = 1  on a line of its own, if the model has it.",
                "s --d x             | Maybe --data.",
                "s -x 3              | Maybe  x = 3  on a line of its own, if the model has it.",
                "s --max_depth 5     | Maybe  max_depth = 5  on a line of its own, if the model has it.",
                "s --learning-rate=1 | Maybe  learning_rate = 1  on a line of its own, if the model has it.",
                "--max_depth s       | Maybe  max_depth = …  on a line of its own, if the model has it.",
                "--max_depth 5 s     | Maybe  max_depth = 5  on a line of its own, if the model has it.",
                "--criterion gini s  | Maybe  criterion = gini  on a line of its own, if the model has it.",
                "s --nIter 5         | Maybe --trials.",
                "s --max_evals 5     | Maybe --trials.",
                "s --n-trials 5      | Maybe --trials.",
                "s --budget 5        | Maybe --trials.",
                "s --random_seed 5   | Maybe --seed.",
                "s --param_grid x    | Maybe  name in {v, v}  on a line below.",
                "s --refit True      | Maybe leave it out; the winner is trained on all rows.",
                "s --study_name x    | Maybe the name alone, behind the magic.",
                "s --storage a.db    | Maybe --journal study.db or --journal postgresql://….",
                "s --load_if_exists True | Maybe --journal study.db; the same cell goes on there."
            })
    void aWordOfAPeerIsAnsweredWithOursAndAHyperparameterWithALine(String line, String maybe) {
        assertThat(mistakes(line)).singleElement().asString().endsWith("--help lists them. " + maybe);
        assertThat(Words.draw(line).name()).isNotNull();
    }

    @Test
    void aBooleanBehindAFlagIsItsMistakeAndNoName() {
        assertThat(mistakes("--quiet True s")).containsExactly("1:16+4 Option (--quiet) must have no value.");
        assertThat(Words.draw("--quiet True s").name()).isEqualTo(new Word("s", 21));
    }

    @Test
    void aValueThatDoesNotFitADistantGuessIsNoSecondMistake() {
        Header distant = Words.draw("s --trains much");
        assertThat(distant.mistakes()).hasSize(1);
        assertThat(distant.lacks(Words.TRIALS)).isFalse();
        assertThat(distant.has(Words.TRIALS)).isFalse();
        // One letter is no distance: then the value is looked at, and is a mistake too.
        assertThat(Words.draw("s --trails much").has(Words.TRIALS)).isTrue();
    }

    @Test
    void aSecondNameThatIsNoneIsOneMistakeAndSoAreManyAtOnce() {
        assertThat(mistakes("9s other"))
                .containsExactly(
                        "1:8+2 Name (9s) must be a name that a Java variable may have. Maybe _9s.",
                        "1:11+5 Argument (other) must be an option; the study is already called 9s.");
    }

    @Test
    void whatIsTakenOverStandsBeforeWhatIsTypedAndPointsAtOnePlace() {
        Header typed = Words.draw("s --seed 3 -q");
        Map<Option<?>, Word> others = new LinkedHashMap<>();
        others.put(Words.SEED, new Word("9", 40));
        others.put(Words.DATA, new Word("iris", 50));
        Header over = typed.over(others, Header.BEGIN);
        assertThat(Words.options(over.options())).isEqualTo("--seed=3@17 --data=iris@1 --quiet=-q@19");
        assertThat(over.name()).isEqualTo(typed.name());
        assertThat(over.line()).isEqualTo(typed.line());
        assertThat(Words.draw("s --sed 3").over(others, Header.BEGIN).mistakes())
                .hasSize(1);
        assertThat(Words.options(over.without(Group.MODEL).options())).isEqualTo("--seed=3@17 --quiet=-q@19");
        assertThat(over.without(Group.SEARCH).name()).isEqualTo(typed.name());
    }

    @Test
    void anotherCellTakesOverModelAndJavaAlone() {
        Header header = Words.draw("s -n 5 --seed 3 --data iris --code f -q");
        Source source = new Source(header.options(), "x in 1..9");
        assertThat(Words.options(source.subject())).isEqualTo("--data=iris@31 --code=f@43");
        assertThat(source.options()).hasSize(5);
    }
}
