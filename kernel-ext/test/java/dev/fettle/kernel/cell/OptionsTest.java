package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.ink.Format;
import dev.fettle.space.text.Read;
import dev.fettle.trial.Budget;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest extends Cells {
    private OptionValues values(String line) {
        Read<OptionValues> read = OptionValues.read(header("%%randomsearch " + line), notebook);
        assertThat(read.mistakes()).isEmpty();
        return read.found().orElseThrow();
    }

    @Test
    void everyOptionHasItsStandardValue() {
        OptionValues none = values("");
        assertThat(none.get(Options.TRIALS)).isEmpty();
        assertThat(none.get(Options.TIME)).isEmpty();
        assertThat(none.get(Options.UNTIL)).isEmpty();
        assertThat(none.get(Options.PATIENCE)).isEmpty();
        assertThat(none.get(Options.BATCH)).isEqualTo(1);
        assertThat(none.get(Options.SEED)).isEqualTo(42);
        assertThat(none.get(Options.CV)).isEqualTo(5);
        assertThat(none.get(Options.TEST)).isZero();
        assertThat(none.get(Options.JOBS)).isEqualTo(1);
        assertThat(none.get(Options.ON_ERROR)).isEqualTo(Budget.OnError.SKIP);
        assertThat(none.get(Options.TRIAL_TIME)).isEmpty();
        assertThat(none.get(Options.DRY_RUN)).isFalse();
        assertThat(none.get(Options.LIVE)).isEqualTo(Options.Frames.HTML);
        assertThat(none.get(Options.QUIET)).isFalse();
        assertThat(none.get(Options.SHOW)).isEqualTo(5);
        assertThat(none.get(Options.PLOT)).isEmpty();
        assertThat(none.get(Options.FIGURE)).isEqualTo(Format.SVG);
    }

    @Test
    void everyShortFormMeansItsLongOne() {
        OptionValues all = values("-n 3 -t 4s -u 0.5 -s 6 -m mlp -d iris -y a -k 7 -f g -j 8 -l text -q -p none");
        assertThat(all.get(Options.TRIALS)).contains(3);
        assertThat(all.get(Options.TIME)).contains(Duration.ofSeconds(4));
        assertThat(all.get(Options.UNTIL)).contains(0.5);
        assertThat(all.get(Options.SEED)).isEqualTo(6);
        assertThat(all.get(Options.MODEL)).contains(List.of("mlp"));
        assertThat(all.get(Options.DATA)).contains("iris");
        assertThat(all.get(Options.TARGET)).contains("a");
        assertThat(all.get(Options.CV)).isEqualTo(7);
        assertThat(all.get(Options.OBJECTIVE)).contains("g");
        assertThat(all.get(Options.JOBS)).isEqualTo(8);
        assertThat(all.get(Options.LIVE)).isEqualTo(Options.Frames.TEXT);
        assertThat(all.get(Options.QUIET)).isTrue();
        assertThat(all.get(Options.PLOT)).contains(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trials 0     | --trials (0) must be a whole number of at least 1.",
                "--patience 0   | --patience (0) must be a whole number of at least 1.",
                "--batch 0      | --batch (0) must be a whole number of at least 1.",
                "--jobs 0       | --jobs (0) must be a whole number of at least 1.",
                "--jobs 1.5     | --jobs (1.5) must be a whole number of at least 1.",
                "--show 0       | --show (0) must be a whole number of at least 1.",
                "--cv 1         | --cv (1) must be a whole number of at least 2.",
                "--test 1       | --test (1) must be a share from 0 to below 1.",
                "--seed rand    | --seed (rand) must be a whole number.",
                "--on-error go  | --on-error (go) must be one of skip, stop.",
                "--live png     | --live (png) must be one of html, text, off.",
                "--figure html  | --figure (html) must be one of svg, png.",
                "--trial-time 0 | --trial-time (0) must be a time such as 90s, 10m or 2h.",
                "--trials ${two - 2} | --trials (0.0) must be a whole number of at least 1.",
                "--plot slice   | Plot (slice) of a report must be one of history, generations, importance, share, sigma, gradient, curves, edf, timeline, pareto, hypervolume, or none; the others are drawn by  %tune plot NAME slice.",
                "--plot shar    | Plot (shar) of a report must be one of history, generations, importance, share, sigma, gradient, curves, edf, timeline, pareto, hypervolume, or none. Maybe share.",
                "--plot history,none | Plot (none) of a report must be one of history, generations, importance, share, sigma, gradient, curves, edf, timeline, pareto, hypervolume, or none."
            })
    void eachOptionRefusesWhatItIsNot(String line, String message) {
        Read<OptionValues> read = OptionValues.read(header("%%randomsearch " + line), notebook);
        assertThat(read.mistakes()).singleElement().satisfies(m -> {
            assertThat(m.message()).isEqualTo(message);
            assertThat(m.place().column()).isEqualTo("%%randomsearch ".length() + line.indexOf(' ') + 2);
        });
    }

    /** As scikit-learn writes all cores. */
    @Test
    void lessThanOneJobHasTheBoundAndTheCoresInItsAnswer() {
        assertThat(OptionValues.read(header("%%randomsearch --jobs -1"), notebook)
                        .mistakes())
                .singleElement()
                .extracting(m -> m.message())
                .isEqualTo("--jobs (-1) must be a whole number of at least 1. Maybe --jobs "
                        + Runtime.getRuntime().availableProcessors() + ", all cores.");
    }

    @Test
    void javaStandsForAValueOrAPartOfOne() {
        assertThat(values("--trials ${1 + 1}${2} --until ${two}").get(Options.TRIALS))
                .contains(22);
        assertThat(values("--until ${two}").get(Options.UNTIL)).contains(2.0);
        OptionValues bad = OptionValues.read(header("%%randomsearch --trials ${tow} --seed 3"), notebook)
                .found()
                .orElseThrow();
        assertThat(bad.get(Options.TRIALS)).isEmpty();
        assertThat(bad.get(Options.SEED)).isEqualTo(3);
        assertThat(bad.with(Options.SEED, 4L).get(Options.SEED)).isEqualTo(4);
        assertThat(bad.given(Options.CV)).isEmpty();
    }

    @Test
    void aRandomSeedIsAnotherEachTime() {
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            seeds.add(values("--seed random").get(Options.SEED));
        }
        // Two of twenty numbers of 31 bits are alike once in ten million runs.
        assertThat(seeds).hasSize(20);
    }

    @Test
    void aFlagTakesNoValueAlong() {
        for (String flag : List.of("replicate", "restart", "continue-anyway")) {
            assertThat(header("%%randomsearch --" + flag + " s").name()).isNotNull();
        }
        for (String value : List.of("resource", "journal", "prune", "nested", "weights", "steps")) {
            assertThat(header("%%randomsearch --" + value + " s").name()).isNull();
        }
    }

    @Test
    void aStandingValueIsReadCheckedAndEnded() {
        Preset seed =
                Preset.read(List.of("seed", "7"), VOCABULARY, notebook).found().orElseThrow();
        assertThat(seed.option()).isEqualTo(Options.SEED);
        assertThat(Objects.requireNonNull(seed.value()).text()).isEqualTo("7");
        assertThat(Preset.read(List.of("--live", "text"), VOCABULARY, notebook)
                        .found()
                        .orElseThrow()
                        .option())
                .isEqualTo(Options.LIVE);
        assertThat(Preset.read(List.of("seed"), VOCABULARY, notebook)
                        .found()
                        .orElseThrow()
                        .value())
                .isNull();
        assertThat(presetMistakes("seed 7 8")).containsExactly("Setting (seed) must have one value.");
        assertThat(presetMistakes("quiet yes"))
                .containsExactly("Setting (quiet) must be one of seed, jobs, journal, live, show, figure, language.");
        assertThat(presetMistakes("jobs 0")).containsExactly("--jobs (0) must be a whole number of at least 1.");
        assertThat(presetMistakes("seed -q"))
                .first()
                .isEqualTo("Option (--seed) must have a value. Maybe --seed N|random.");
    }

    private List<String> presetMistakes(String words) {
        return Preset.read(List.of(words.split(" ")), VOCABULARY, notebook).mistakes().stream()
                .map(m -> m.message())
                .toList();
    }

    @Test
    void whatIsSetStandsOneALine() {
        assertThat(Preset.text(Map.of())).isEqualTo("Nothing is set: every cell has the standard options.");
        assertThat(Preset.text(header("%%randomsearch --seed 7 --live text").options()))
                .isEqualTo("--seed 7\n--live text");
    }

    @Test
    void otherOptionsThanLimitsAreMistakesOfAStudyThatGoesOn() {
        assertThat(Preset.limits(
                                List.of("s", "--trials", "0", "--jobs", "2", "--on-error", "stop"),
                                VOCABULARY,
                                notebook)
                        .mistakes())
                .extracting(m -> m.message())
                .containsExactly(
                        "--trials (0) must be a whole number of at least 1.",
                        "Option (--jobs) must be one of --trials, --time, --until, --patience; the others are those of the"
                                + " study.",
                        "Option (--on-error) must be one of --trials, --time, --until, --patience; the others are those"
                                + " of the study.");
    }

    @Test
    void aNameForTheLastStudyIsCheckedAsThatOfACellIs() {
        assertThat(Preset.misnamed("fresh", VOCABULARY, notebook)).isEmpty();
        assertThat(Preset.misnamed("9", VOCABULARY, notebook).orElseThrow().message())
                .isEqualTo("Name (9) must be a name that a Java variable may have. Maybe _9.");
        assertThat(Preset.misnamed("new", VOCABULARY, notebook).orElseThrow().message())
                .isEqualTo("Name (new) must not be a keyword of Java. Maybe new_.");
        assertThat(Preset.misnamed("two", VOCABULARY, notebook).orElseThrow().message())
                .isEqualTo("Name (two) must be free or a study; it is a variable of type double. Maybe twoStudy.");
    }
}
