package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sampler is asked before anything is run, and what options must be beside each other. */
class QuestionTest extends Cells {
    private static final String JAVA = "\nx in 1..9\nminimize loss\nx * 2.0";

    /** Refuses everything, and remembers what. */
    private record Picky(List<Question> asked, List<Seed> seeds) implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            asked.add(question);
            seeds.add(seed);
            throw new IllegalArgumentException("Space (x) must please.");
        }
    }

    private Picky picky = new Picky(new ArrayList<>(), new ArrayList<>());

    @BeforeEach
    void forget() {
        picky = new Picky(new ArrayList<>(), new ArrayList<>());
    }

    private List<String> picky(String options, String body, int trials) {
        Method method = new Method("picky", "Picky", "", "", List.of(), trials, false, true, values -> picky);
        Header header = Header.read(new Vocabulary(List.of(method), Options.ALL), method, List.of(options), true);
        return told(Cell.read(method, header, body.strip(), new Surroundings(notebook, Map.of(), Map.of())));
    }

    @Test
    void theSamplerIsAskedWithTheGoalsTheTrialsAndTheSeedOfTheCell() {
        assertThat(picky("--trials 7 --seed 3", JAVA, 50)).containsExactly("2:1+1 Space (x) must please.");
        Question first = picky.asked().get(0);
        assertThat(first.goals()).containsExactly(Goal.minimize("loss"));
        assertThat(first.trials()).isEqualTo(OptionalInt.of(7));
        assertThat(picky.seeds()).containsExactly(new Seed(3));
        picky("", JAVA, 50);
        assertThat(picky.asked().get(1).trials()).isEqualTo(OptionalInt.of(50));
        picky("", JAVA, Budget.ALL);
        assertThat(picky.asked().get(2).trials()).isEmpty();
        picky("--model mlp --data diabetes", "alpha in {0.1, 0.2}", 50);
        assertThat(picky.asked().get(3).goals()).containsExactly(Goal.minimize("rmse"));
    }

    @Test
    void whatTheSamplerRefusesStandsBesideTheMistakesOfTheJava() {
        assertThat(picky("", JAVA.replace("x * 2.0", "y * 2.0"), 50))
                .hasSize(2)
                .first()
                .isEqualTo("2:1+1 Space (x) must please.");
        assertThat(picky.asked().get(0).goals()).containsExactly(Goal.minimize("loss"));
        assertThat(picky("--trials 0", JAVA, 50))
                .as("of a line with mistakes it is not asked")
                .hasSize(1);
    }

    @Test
    void aCellWithoutAGoalAsksNothing() {
        assertThat(picky("", "x in 1..9", 50)).hasSize(1);
        assertThat(picky("", "x in 1..9\nmaximize", 50)).isNotEmpty();
        assertThat(picky.asked()).isEmpty();
    }

    @Test
    void aBeginningThatNeverEndsIsAMistakeBesideTheOthers() {
        assertThat(mistakes("%%bayesopt s --init 200 --trials 110 --cv 3" + JAVA))
                .containsExactly(
                        "1:21+3 --init (200) must be at most the total of trials (110), or the model never speaks."
                                + " Maybe --init 22.",
                        "1:43+1 Option (--cv) must go with --model; the Java of the cell has its own data. Maybe --model"
                                + " mlp.");
        assertThat(mistakes("%%bayesopt --init 51" + JAVA))
                .singleElement()
                .asString()
                .contains("trials (50)");
        assertThat(mistakes("%%bayesopt --init 50" + JAVA)).isEmpty();
    }

    @Test
    void aBeginningOfNothingIsAMistakeWithARemedy() {
        assertThat(mistakes("%%bayesopt --init 0 --trials 0" + JAVA))
                .containsExactly(
                        "1:19+1 --init (0) must be a whole number of at least 1. Maybe --init 10.",
                        "1:30+1 --trials (0) must be a whole number of at least 1.");
        for (String sigma : List.of("0", "1.5", "-0.1")) {
            assertThat(mistakes("%%cmaes --sigma " + sigma + JAVA))
                    .singleElement()
                    .asString()
                    .endsWith(" --sigma (" + sigma + ") must be a number above 0, and at most 1. Maybe --sigma 0.3.");
        }
    }

    @Test
    void anOptionOfOtherMethodsIsToldWithThem() {
        assertThat(mistakes("%%gridsearch --init 3" + JAVA))
                .containsExactly(
                        "1:14+6 Option (--init) must go with a method that has it. Maybe %%bayesopt or %%tpe.");
        assertThat(mistakes("%%cmaes --init 3" + JAVA)).hasSize(1);
        assertThat(mistakes("%%tpe --sigma 0.3" + JAVA))
                .containsExactly(
                        "1:7+7 Option (--sigma) must go with a method that has it. Maybe %%cmaes or %%genetic.");
    }

    @Test
    void theOptionsOfTheBeginningReachTheSampler() {
        Settings settings = settings("%%bayesopt --init ${2 + 3}" + JAVA);
        assertThat(settings.method().sampler().apply(settings.options()).toString())
                .contains("init=5");
        assertThat(settings.budget()).isEqualTo(Budget.trials(50));
        assertThat(settings("%%randomsearch" + JAVA).method().sampler().apply(settings.options()))
                .isEqualTo(new RandomSampler());
    }
}
