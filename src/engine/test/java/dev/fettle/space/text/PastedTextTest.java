package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Spaces as people have them from scikit-learn, SciPy, Optuna, Hyperopt and scikit-optimize. */
class PastedTextTest {
    private static SpaceText read(String text) {
        return SpaceText.read(text, 1, JavaValues.NONE);
    }

    private static String space(String text) {
        SpaceText read = read(text);
        assertThat(read.mistakes()).as(text).isEmpty();
        return read.space().text();
    }

    static List<String> numpy() throws IOException {
        try (var file = Objects.requireNonNull(PastedTextTest.class.getResourceAsStream("numpy_values.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void arraysHaveTheValuesOfNumpy(String line) {
        String[] parts = line.split(" = ", 2);
        double[] expected = new LinkedHashSet<>(Arrays.asList(parts[1].split(" ", -1)))
                .stream().mapToDouble(Double::parseDouble).toArray();
        for (String sign : List.of("'x': ", "x in ")) {
            SpaceText read = read(sign + parts[0]);
            assertThat(read.mistakes()).isEmpty();
            Parameter x = read.space().parameters().get(0);
            double[] values = LongStream.range(0, x.size().orElseThrow())
                    .mapToDouble(i -> ((Number) x.value(i)).doubleValue())
                    .toArray();
            assertThat(values).hasSameSizeAs(expected);
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo(expected[i], within(1e-15 * Math.max(0.3, Math.abs(expected[i]))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x': np.logspace(0, -4, 3)|x in {1.0, 0.01, 1e-4}",
                "'x': np.linspace(-0.3, 0.3, 7)|x in {-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3}",
                "'x': [10**-i for i in range(1, 5)]|x in {0.1, 0.01, 0.001, 1e-4}",
                "'x': np.linspace(0, 1, 4)|x in {0.0, 0.3333333333333333, 0.6666666666666666, 1.0}",
                "'x': np.arange(1, 10, 4)|x ~ int(1, 9, step 4)",
                "'x': np.array([-2000000000, 2000000000])|x in {-2000000000, 2000000000}",
                "'x': np.array([-2000000000, 0, 2000000000])|x ~ int(-2000000000, 2000000000, step 2000000000)",
                "'x': range(3)|x ~ int(0, 2)",
                "'x': np.linspace(1, 3, 9).astype(int)|x ~ int(1, 3)",
                "'x': ('tanh', \"relu\"),|x in {tanh, relu}",
                "'x': [(0.00001),(0.00002)]|x in {1e-5, 2e-5}",
                "'x': [(50,), (100, 50), (20)]|x in {(50), (100, 50), (20)}",
                "'x': [(x, 10) for x in (20, 30)]|x in {(20, 10), (30, 10)}",
                "'x': [None, True, False, 'auto', 5]|x in {none, true, false, auto, 5}",
                "'x': [None] + list(range(5, 20, 5))|x in {none, 5, 10, 15}",
                "'x': [((1, 2), (3, 4)), ((5, 6), (7, 8))]|x in {((1, 2), (3, 4)), ((5, 6), (7, 8))}",
                "x in [np.float64(0.5), 1]|x in {0.5, 1.0}",
                "x in (0.1, 0.2)|x in {0.1, 0.2}",
                "'x': {1, 2}|x in {1, 2}",
                "'x': 1..3|x ~ int(1, 3)"
            })
    void listsAreSetsWithShortNumbers(String text, String expected) {
        assertThat(space(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x': uniform(0.5, 0.4)|x ~ uniform(0.5, 0.9)|uniform(0.5, 0.4) is  x ~ uniform(0.5, 0.9)  here: SciPy's second number is the width.",
                "'x': scipy.stats.uniform(loc=0, scale=2)|x ~ uniform(0.0, 2.0)|",
                "'x': stats.uniform()|x ~ uniform(0.0, 1.0)|",
                "x ~ stats.uniform(1, 1)|x ~ uniform(1.0, 2.0)|stats.uniform(1, 1) is  x ~ uniform(1.0, 2.0)  here: SciPy's second number is the width.",
                "'x': randint(10, 30)|x ~ int(10, 29)|randint(10, 30) is  x ~ int(10, 29)  here: the upper end does not belong to it there.",
                "'x': loguniform(1e-5, 1e-1),|x ~ logUniform(1e-5, 0.1)|",
                "'x': stats.reciprocal(a=1e-5, b=1e-1)|x ~ logUniform(1e-5, 0.1)|",
                "x ~ norm(loc=1, scale=2)|x ~ normal(1.0, 2.0)|",
                "'x': hp.loguniform('x', np.log(1e-5), np.log(0.1))|x ~ logUniform(1e-5, 0.1)|hp.loguniform(x, -11.5129, -2.30259) is  x ~ logUniform(1e-5, 0.1)  here: Hyperopt's bounds are logarithms.",
                "'x': hp.uniform('x', 0, 1)|x ~ uniform(0.0, 1.0)|",
                "'x': hp.choice('x', ['a', 'b'])|x in {a, b}|",
                "'x': hp.randint('x', 10)|x ~ int(0, 9)|hp.randint(x, 10) is  x ~ int(0, 9)  here: the upper end does not belong to it there.",
                "'x': scope.int(hp.quniform('x', 50, 200, 10))|x ~ int(50, 200, step 10)|",
                "hp.lognormal('x', 0, 1)|x ~ logNormal(0.0, 1.0)|",
                "x = trial.suggest_float(\"x\", 1e-5, 1e-1, log=True)|x ~ logUniform(1e-5, 0.1)|",
                "\"x\": trial.suggest_float(\"x\", 0, 1, step=0.25),|x ~ uniform(0.0, 1.0, step 0.25)|",
                "trial.suggest_int('x', 1, 9, log=True)|x ~ logInt(1, 9)|",
                "x = trial.suggest_categorical('x', ['sgd', 'adam'])|x in {sgd, adam}|",
                "'x': Real(1e-6, 1, prior='log-uniform')|x ~ logUniform(1e-6, 1.0)|",
                "'x': Integer(1, 8)|x ~ int(1, 8)|",
                "'x': IntDistribution(1, 9, step=2)|x ~ int(1, 9, step 2)|"
            })
    void distributionsKeepTheirMeaningAndSaySoWhereItIsNotOurs(String text, String expected, String sentence) {
        assertThat(space(text)).isEqualTo(expected);
        assertThat(read(text).warnings()).isEqualTo(sentence == null ? List.of() : List.of(sentence));
    }

    static Stream<String> frames() {
        return Stream.of(
                "'a': [1, 2],\n'b': ['x'],",
                "param_grid = {'a': [1, 2], 'b': ['x']}",
                "param_grid = {\n    'a': [1, 2],  # first\n    'b': [\n        'x',\n    ],\n}",
                "params = dict(a=[1, 2], b=['x'])",
                "params = dict(\n    a=[1, 2],\n    b=['x'],\n)",
                "[{'a': [1, 2], 'b': ['x']}]",
                "'a': [1, 2],\n'b': ['x']\n}",
                "'mlp__a': [1, 2],\n'clf__mlp__b': ['x']",
                "study = {\n'a': trial.suggest_categorical(\n    'a',\n    choices=[1, 2],\n),\n'b': ['x'],\n}",
                "'a': trial.suggest_categorical(\n    'a',\n    choices=[1, 2]\n)\n'b': ['x']");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void bracesAroundAndPrefixesMeanNothing(String text) {
        assertThat(space(text)).isEqualTo("a in {1, 2}\nb in {x}");
    }

    @Test
    void aPrefixIsSaidAndAPlainValueIsAConstant() {
        SpaceText read = read("best = {'mlp__alpha': 0.01, 'mlp__solver': ['adam'], 'verbose': False}");
        assertThat(read.constants()).containsEntry("alpha", 0.01).containsEntry("verbose", false);
        assertThat(read.space().names()).containsExactly("solver");
        assertThat(read.warnings())
                .containsExactly("The prefix mlp__ was left out: parameters belong to no step of a pipeline here.");
        assertThat(read("mlp__alpha in {1, 2}").space().names())
                .as("in our own words a name is a name")
                .containsExactly("mlp__alpha");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "[{'k': ['a'], 'x': [1, 2]}, {'k': ['b'], 'y': [3, 4]}]§4§x if k == a;  y if k == b",
                "[{'k': ['a', 'b'], 'x': [1, 2]}, {'k': ['c']}]§5§x if k in {a, b}",
                "[{'k': ['a'], 'x': [1]}, {'k': ['b'], 'x': [1, 2.5], 'y': [3, 4]}]§5§"
                        + "y if k == b;  require k == a && x == 1.0 || k == b",
                "[{'x': [1, 2], 'y': [1, 2]}, {'x': [2, 3], 'y': [2]}]§5§"
                        + "require x in {1, 2} || x in {2, 3} && y == 2",
                "[dict(k=['a'], x=uniform(0, 1)), dict(k=['b'])]§0§x if k == a"
            })
    void aListOfDictionariesIsTheirUnion(String text, int points, String said) {
        SpaceText read = read(text);
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.warnings()).containsExactly("The dictionaries are one space here:  " + said + ".");
        SearchSpace space = read.space();
        assertThat(space.size().isPresent() ? new Grid(space).count(1000).orElseThrow() : 0)
                .isEqualTo(points);
        assertThat(SpaceText.parse(space.text())).isEqualTo(space);
        assertThat(read(text.replace("}, ", "},\n").replace("), ", "),\n")).space())
                .isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'a': [1]}, {'b': [2]}]|1:1|List of dictionaries must have a parameter that tells those with a from those without. Maybe a cell for each dictionary.",
                "[{'a': uniform(0, 1)}, {'a': [2]}]|1:24|Parameter (a) must have the same distribution in all dictionaries. Maybe a list of values.",
                "'a': alphas|1:6|Value (alphas) must be a list such as [0.1, 1]. Maybe ${alphas}, the variable of the notebook.",
                "'a': []|1:6|Set ([…) must have at least one value.",
                "'a': [1, 2, 1]|1:6|Value (1) must stand once in a set.",
                "'a': np.logspac(1, 2)|1:9|Function (np.logspac) must be one that makes numbers, such as np.logspace, or a distribution, such as loguniform. Maybe logspace.",
                "'a': loguniforn(1, 2)|1:6|Function (loguniforn) must be one that makes numbers, such as np.logspace, or a distribution, such as loguniform. Maybe loguniform.",
                "'a': stats.expon(scale=100)|1:12|Function (stats.expon) must be one that makes numbers, such as np.logspace, or a distribution, such as loguniform. Maybe loguniform(0.01, 100), with bounds.",
                "'a': np.random.rand(3)|1:16|Function (np.random.rand) must be one that makes numbers, such as np.logspace, or a distribution, such as loguniform. Maybe the values themselves, [0.1, 1].",
                "'a': loguniform(1e-5)|1:6|Argument b of loguniform must be given.",
                "'a': np.linspace(0, 1, 2, 3, 4)|1:9|Call of np.linspace must have at most 3 arguments here.",
                "'a': np.linspace(0, 1, nun=3)|1:9|Argument (nun) of np.linspace must be left out here.",
                "'a': np.linspace(0, 'b')|1:9|Argument stop (b) of np.linspace must be a number.",
                "'a': loguniform(1e-5, 1|1:24|Call of loguniform must be closed, with ) behind its last argument.",
                "'a': hp.choice('a', [{'b': 1}])|1:22|Dictionary must not stand inside a value. Maybe parameters with  if  behind them.",
                "'a': [hp.uniform('a', 0, 1)]|1:7|Distribution in a list must be a parameter of its own. Maybe one with  if  behind it.",
                "'a': ['x'] * 2|1:12|Value ([…]) beside * must be a number.",
                "'a': [1 / 0]|1:9|Result (Infinity) must be finite.",
                "'a': np.arange(1e9)|1:9|Count (1.0E9) must be from 1 to 1000000. Maybe a..b, a range of whole numbers.",
                "'a': [[x for x in range(999999)] for y in range(999999)]|1:19|Comprehension must have at most 100000 values.",
                "'a': [y for x in range(3)]|1:7|Name (y) must be a variable of the comprehension, or a word in quotes.",
                "'a': [x for x in 3]|1:18|Comprehension must go over a list or a range.",
                "if solver == 'sgd':|1:1|Line (if …) must be one of name in {v, v}, name ~ dist(a, b), name = value, require condition or try name = value. Maybe  if  behind each parameter that it is about."
            })
    void saysWhatCannotBeTaken(String text, String place, String message) {
        List<Mistake> mistakes = read(text).mistakes();
        assertThat(mistakes).extracting(Mistake::message).containsExactly(message);
        Place first = mistakes.get(0).place();
        assertThat(first.line() + ":" + first.column()).isEqualTo(place);
    }

    @Test
    void aMistakeInADictionaryLeavesTheOtherEntries() {
        SpaceText read = read("grid = {\n'a': [1, 2],\n'b': foo(3),\n'c': [3]}\nd in {1}");
        assertThat(read.mistakes()).extracting(m -> m.place().line()).containsExactly(3);
        assertThat(read.space().names()).containsExactly("a", "c", "d");
        assertThat(read.broken()).containsExactly("b");
    }

    @Test
    void whatStandsBelowAListOfDictionariesDoesNotBelongToIt() {
        SpaceText read = read("[{'a': [1], 'x': [1, 2]}, {'a': [2]}]\nd in {1, 2}\nk = 3\n[{'b': [1]}, {'b': foo(2)}]");
        assertThat(read.space().text()).isEqualTo("a in {1, 2}\nx in {1, 2} if a == 1\nd in {1, 2}\nb in {1}");
        assertThat(read.constants()).containsOnlyKeys("k");
        assertThat(read.mistakes()).hasSize(1);
    }

    @Test
    void emptyDictionariesDeclareNothing() {
        assertThat(space("[{\n}]\nk in {1}")).isEqualTo("k in {1}");
        assertThat(space("grid = {}\nk in {1}")).isEqualTo("k in {1}");
    }

    @Test
    void valuesAreFoundWhereTheyStand() {
        SpaceText read =
                read("'h': [(50,), (100, 50)], 'x': np.logspace(-2, 0, 3)\nk in 1..2".replace(", 'x'", ",\n'x'"));
        assertThat(read.declaration("h").of(List.of(100, 50))).isEqualTo(new Place(1, 14, 9));
        assertThat(read.declaration("x").of(0.1)).isEqualTo(new Place(2, 6, 21));
    }
}
