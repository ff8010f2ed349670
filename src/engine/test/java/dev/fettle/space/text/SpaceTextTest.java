package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.grid.Grid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceTextTest {
    private static List<Object> values(String line) {
        Parameter p = SpaceText.parse(line).parameters().get(0);
        return java.util.stream.LongStream.range(0, p.size().orElseThrow())
                .mapToObj(p::value)
                .toList();
    }

    private static SpaceText read(String text) {
        Map<String, Object> notebook = Map.of("alphas", new double[] {0.1, 0.2});
        return SpaceText.read(text, 1, expression -> {
            Object value = notebook.get(expression);
            if (value == null) {
                throw new IllegalArgumentException("Variable (" + expression + ") must be a notebook variable.");
            }
            return value;
        });
    }

    @Test
    void readsTheCellOfTheTutorial() {
        SearchSpace space = SpaceText.parse("""
                hidden_layer_sizes in {(50), (100), (150)}
                activation         in {tanh, relu}
                solver             in {sgd, adam}
                alpha              in {0.0001, 0.001, 0.01}
                learning_rate      in {constant, adaptive}
                """);
        assertThat(space.size()).hasValue(72);
        assertThat(new Grid(space).point(71).toString())
                .isEqualTo("hidden_layer_sizes = (150), activation = relu, solver = adam, alpha = 0.01,"
                        + " learning_rate = adaptive");
    }

    @Test
    void valuesHaveTheTypesOfJava() {
        assertThat(values("x in {1, 2}")).containsExactly(1, 2);
        assertThat(values("x in {1, 2.5}")).containsExactly(1.0, 2.5);
        assertThat(values("x in {-1e-3, .5, 1_000.0}")).containsExactly(-1e-3, 0.5, 1000.0);
        assertThat(values("x in {true, false}")).containsExactly(true, false);
        assertThat(values("x in {a, \"b c\", 'd\\'e'}")).containsExactly("a", "b c", "d'e");
        assertThat(values("x in {(50), (50,2), (1,)}")).containsExactly(List.of(50), List.of(50, 2), List.of(1));
        assertThat(values("x in {auto, 32}")).containsExactly("auto", 32);
        assertThat(values("x in 1..15 step 7")).containsExactly(1, 8, 15);
        assertThat(values("x in lin(0, 1, 5)")).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(values("x in log(1e-5, 1e-1, 5)")).containsExactly(1e-5, 1e-4, 1e-3, 1e-2, 1e-1);
        assertThat(((Choice) SpaceText.parse("x in {small < medium < large}")
                                .parameters()
                                .get(0))
                        .ordered())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpha in {0.1, 0.2}",
                "  alpha\tin{0.1,0.2};",
                "'alpha': [0.1, 0.2],",
                "\"alpha\": [0.1,\n   0.2],",
                "// first\r\nalpha in {0.1, /* second */ 0.2} // third\r\n",
                "alpha in {0.1,\n    0.2}",
                "alpha in ${alphas}",
                "alpha in {${alphas}}",
                "alpha in {0.1, 0.2} default 0.1 if 1 > 0",
                "param_grid = {\n    'alpha': [0.1, 0.2],\n}",
                "param_grid = {\n'alpha': [0.1, 0.2]\n},\n",
                "param_grid = {'alpha': [0.1, 0.2]}",
                "params={\"alpha\": [.1, .2],}",
                "{\n'alpha': [0.1, 0.2]\n}",
                "'alpha': np.linspace(0.1, 0.2, 2),",
                "'alpha': np.linspace(0.1, 0.2, num=2),"
            })
    void blanksCommentsAndPastedPythonMeanTheSame(String text) {
        SpaceText read = read(text.replace(" default 0.1 if 1 > 0", ""));
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.space().text()).isEqualTo("alpha in {0.1, 0.2}");
    }

    @Test
    void aDictionaryOfScikitLearnIsASpace() {
        SpaceText read = read("""
                param_grid = {
                    'hidden_layer_sizes': [(50,), (100,), (100, 50)],  # layers
                    "alpha": np.logspace(-5, -1, 5), 'solver': ['sgd', "adam"],
                    'max_iter': range(100, 400, 100),
                    'early_stopping': [True, False],
                }
                """);
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.space().text()).isEqualTo("""
                hidden_layer_sizes in {(50), (100), (100, 50)}
                alpha in {1e-5, 1e-4, 0.001, 0.01, 0.1}
                solver in {sgd, adam}
                max_iter ~ int(100, 300, step 100)
                early_stopping in {true, false}""");
    }

    @Test
    void whatAMistakeTakesAwayIsNoSecondMistake() {
        SpaceText read = read("solver in {sgd, adam\nk in 1..9\nm ~ unifrm(0, 1) if solver == sgd\n"
                + "n in {1, 2} if k > 2 && solver == sgd\nrequire m + k < 3\ntry solver = sgd\ntry k = 2");
        assertThat(read.mistakes()).extracting(m -> m.place().line()).containsExactly(1, 3);
        assertThat(read.broken()).containsExactly("m", "n", "solver");
        assertThat(read.tries()).extracting(Object::toString).containsExactly("k = 2");
        assertThat(read("k in 1..9\nk in {2}").broken()).isEmpty();
    }

    @Test
    void wordsThatMeanSomethingElseAreQuoted() {
        SearchSpace space = SpaceText.parse("""
                k in {a, b}
                p in {"k", "None", "True", "line\\nend", "tab\\t\\\\"} default "None" if k == a
                q in {1, 2} if p == "k"
                w[2] ~ uniform(0, 1)
                require w == (0, 1) || p != "k" || w[1] > 0
                """);
        assertThat(space.parameters().get(1).contains("line\nend")).isTrue();
        assertThat(space.text()).contains("if p == \"k\"");
        assertThat(SpaceText.parse(space.text())).isEqualTo(space);
        assertThat(space.allows(space.decode(new double[] {0, 0, 0, 0, 1}))).isTrue();
    }

    @Test
    void theNameOfTheProbeIsTakenWhereThereIsJava() {
        assertThat(read("probe in {1, 2}").mistakes()).isEmpty();
        assertThat(read("a in {1}\nprobe = 3\nminimize loss\na").mistakes())
                .containsExactly(new Place(2, 1, 5)
                        .says("Name (probe) must not be that of the probe of the Java part. Maybe probe_."));
    }

    @Test
    void deepAndLongTextsAreRefusedAndNotTriedOut() {
        assertThat(read("a in {" + "(".repeat(50_000)).mistakes()).hasSize(1);
        assertThat(read("k in 1..9\nrequire " + "(".repeat(50_000) + "k").mistakes())
                .hasSize(1);
        assertThat(read("k in 1..9\nrequire " + "!".repeat(50_000) + "k").mistakes())
                .hasSize(1);
        assertThat(read("k in 1..9\nrequire k > 1" + " && k > 1".repeat(50_000)).mistakes())
                .hasSize(1);
    }

    @Test
    void conditionsConstantsConstraintsAndTries() {
        SpaceText read = read("""
                max_iter = 300
                solver in {sgd, adam}
                momentum in {0.5, 0.9} default 0.9 if solver == sgd
                k in 1..9
                require k > 2 || solver in {adam}
                try solver = sgd, k = 5
                """);
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.constants()).containsExactly(Map.entry("max_iter", 300));
        assertThat(new Grid(read.space()).count(100)).hasValue(9 + 2 * 7);
        assertThat(read.tries()).extracting(Object::toString).containsExactly("solver = sgd, momentum = 0.9, k = 5");
        assertThat(SpaceText.parse(read.space().text())).isEqualTo(read.space());
    }

    @Test
    void whatStandsBelowTheGoalIsJava() {
        SpaceText read = read("a in {1}\n\n maximize accuracy ; \nvar x = {;\nreturn x;");
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.objective())
                .isEqualTo(new SpaceText.JavaPart(
                        List.of(new SpaceText.GoalPart(
                                "maximize", new Place(3, 2, 8), "accuracy", new Place(3, 11, 8))),
                        "var x = {;\nreturn x;"));
    }

    @Test
    void knowsWhereNamesAndValuesStand() {
        SpaceText text = read(
                "  h in {(50), (100, 50)}\nlr ~ logUniform(1e-5, 0.1)\nm in {1, 0.5} if lr > 2\nw[2][3] ~ uniform(0, 1)"
                        + "\nk = -3");
        assertThat(text.declaration("h").name()).isEqualTo(new Place(1, 3, 1));
        assertThat(text.declaration("h").of(List.of(100, 50))).isEqualTo(new Place(1, 15, 9));
        assertThat(text.declaration("lr").domain()).isEqualTo(new Place(2, 6, 10));
        assertThat(text.declaration("m").of(1.0)).isEqualTo(new Place(3, 7, 1));
        assertThat(text.declaration("m").of(2)).as("of the condition").isEqualTo(new Place(3, 1, 1));
        assertThat(text.declaration("w").domain()).isEqualTo(new Place(4, 11, 7));
        assertThat(text.declaration("k").of(-3)).isEqualTo(new Place(5, 5, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a in {}|1:6|Set ({}) must have at least one value.",
                "a in {1, 2, 1}|1:13|Value (1) must stand once in a set.",
                "a in {1, 1.0}|1:10|Value (1.0) must stand once in a set.",
                "a ~ logUnifrm(1e-5, 1e-1)|1:5|Distribution (logUnifrm) must be one of uniform, logUniform, int, logInt, normal, logNormal. Maybe logUniform.",
                "a ~ normal(0, 0)|1:1|Spread (0) of parameter a must be positive.",
                "a ~ logNormal(0, 1, step 1e-12)|1:1|Step (1.0E-12) of parameter a must be larger to matter.",
                "a ~ uniform(0, 1, 1e-300)|1:1|Step (1.0E-300) of parameter a must leave fewer than 1125899906842624 values.",
                "w[0] ~ uniform(0, 1)|1:1|Size (0) of array w must be at least 1.",
                "w[2][2][2] ~ uniform(0, 1)|1:1|Array (w[2][2][2]) must have one dimension or two.",
                "w[1000][1000] ~ uniform(0, 1)|1:1|Array (w[1000][1000]) must have at most 100000 elements.",
                "w[2] in {(1), (2)}|1:1|Elements of array (w[2]) must not be arrays themselves.",
                "w[2] = 3|1:6|Array (w) must have ~ or in here, not =.",
                "w[2] in {a, b} default (a, c)|1:24|Default ((a, c)) of parameter w must lie [2] in {a, b}.",
                "w[2] ~ int(1, 9) default (1, 2, 3)|1:26|Default ((1, 2, 3)) of parameter w must lie [2] ~ int(1, 9).",
                "a ~ uniform(2, 1)|1:1|Lower bound (2) of parameter a must be at most 1.",
                "a ~ logUniform(0, 1)|1:1|Lower bound (0) of parameter a must be positive.",
                "a in 9..1|1:6|Range (9..1 step 1) must rise, by at least 1.",
                "a in lni(0, 1, 5)|1:6|Range (lni) must be one of lin, log. Maybe lin.",
                "a in logUniform(0, 1)|1:6|Range (logUniform) must be one of lin, log. Maybe a ~ logUniform(…).",
                "a in {1, 2} default 3|1:21|Default (3) of parameter a must lie in {1, 2}.",
                "a in {1, 2|1:11|Set must have } here, not end of line.",
                "a {1, 2}|1:1|Line (a …) must be one of name in {v, v}, name ~ dist(a, b), name = value, require condition or try name = value.",
                "a in {1} dflt 1|1:10|Statement must end here; dflt does not belong to it.",
                "requre a > 1|1:1|Line (requre …) must be one of name in {v, v}, name ~ dist(a, b), name = value, require condition or try name = value. Maybe require.",
                "a in {9999999999999999999}|1:7|Number (9999999999999999999) must fit in 64 bits. Maybe write it as 9999999999999999999.0.",
                "a in {None, null}|1:13|Value (none) must stand once in a set.",
                "a in {none, None}|1:13|Value (none) must stand once in a set.",
                "a in ${nope}|1:6|Variable (nope) must be a notebook variable.",
                "a in {☃}|1:7|Value (☃) must be a number, a word, true, false or a tuple."
            })
    void saysWhatIsWrongAndWhere(String text, String place, String message) {
        List<Mistake> mistakes = read(text).mistakes();
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).place().line() + ":"
                        + mistakes.get(0).place().column())
                .isEqualTo(place);
        assertThat(mistakes.get(0).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x in {1} if solver == sdg|Value (sdg) must be one of sgd, adam, the values of solver. Maybe sgd.",
                "x in {1} if solvr == sgd|Condition (solvr == sgd) must mention a parameter. Maybe solver.",
                "x in {1} if solver < 3|Value (solver) beside < must be a number.",
                "x in {1} if solver|Condition (solver) must be true or false.",
                "require k + 1|Condition (k + 1) must be true or false.",
                "require !k|Value (k) beside ! must be true or false.",
                "require slvr in {sgd}|Condition (slvr) must mention a parameter. Maybe solver.",
                "require k == solvr|Value (solvr) must be a number, as k is one. Maybe solver.",
                "require k in {a, 1}|Value (a) must be a number, as k is one.",
                "try k = 12|Value (12) of parameter k must lie ~ int(1, 9).",
                "try kk = 1|Name (kk) must be one of solver, k.",
                "k in {1}|Name (k) must stand once; it is declared above."
            })
    void checksConditionsAgainstTheParameters(String line, String message) {
        List<Mistake> mistakes =
                read("solver in {sgd, adam}\nk in 1..9\n" + line).mistakes();
        assertThat(mistakes).extracting(Mistake::message).containsExactly(message);
        assertThat(mistakes.get(0).place().line()).isEqualTo(3);
    }

    @Test
    void allMistakesComeTogether() {
        String text = "a in {}\nb in {1, 2\nc ~ unifrm(0, 1)\nd in {1}";
        assertThat(read(text).mistakes()).extracting(m -> m.place().line()).containsExactly(1, 2, 3);
        assertThat(read(text).space().names()).containsExactly("d");
        assertThatThrownBy(() -> SpaceText.parse(text)).hasMessageContaining("""
                line 3, column 5
                  c ~ unifrm(0, 1)
                      ^~~~~~
                  Distribution (unifrm) must be one of""");
    }

    @Test
    void aTextOfCommentsOnlyIsAnEmptySpace() {
        SpaceText read = read("// nothing\n/* at\nall */\n\n");
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.space().parameters()).isEmpty();
    }

    @Test
    void aLongRangeCostsNothing() {
        assertThat(SpaceText.parse("k in 1..1000000000").parameters().get(0))
                .isEqualTo(Whole.between("k", 1, 1_000_000_000));
        assertThat(read("k in lin(0, 1, 100000000)").mistakes()).hasSize(1);
    }
}
