package dev.fettle.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicatedSamplerTest {
    private static final SearchSpace LINE = SpaceText.parse("x ~ uniform(0, 1)");

    /** One that always knows how many trials there will be. */
    private record Counted(Sampler of, int trials) implements Sampler {
        private static final long serialVersionUID = 1;

        @Override
        public Search start(Question question, Seed seed) {
            return of.start(
                    new Question(question.space(), question.goals(), OptionalInt.of(trials), question.mostResource()),
                    seed);
        }

        @Override
        public boolean repeats() {
            return of.repeats();
        }
    }

    @Nested
    class OfRandomPoints implements SamplerContract {
        @Override
        public Sampler sampler() {
            return new Counted(new ReplicatedSampler(new RandomSampler(), 1), 16);
        }
    }

    @Nested
    class OfAModel implements SamplerContract {
        @Override
        public Sampler sampler() {
            return new Counted(new ReplicatedSampler(new TpeSampler().withInit(4), 2), 16);
        }
    }

    /** Noise that belongs to a point and a seed. */
    private static double noise(Point point, Probe probe) {
        return new Seed(probe.seed()).child(point.toString()).random().nextGaussian();
    }

    private static final Objective NOISY =
            (point, probe) -> Score.of(Math.pow(point.real("x") - 0.5, 2) + 0.1 * noise(point, probe));

    private static Tuning tuning(Sampler sampler, Objective objective, SearchSpace space, int trials, long seed) {
        return Tuning.of(Goal.minimize("loss"), space, objective)
                .sampler(sampler)
                .replicated()
                .seed(seed)
                .trials(trials);
    }

    @ParameterizedTest
    @CsvSource({"8, 4", "20, 4", "40, 8", "60, 12", "100, 20", "1000, 200"})
    void aFifthOfTheTrialsComesAgain(int trials, int again) {
        assertThat(ReplicatedSampler.replicates(trials)).isEqualTo(again);
        History history = tuning(new RandomSampler(), NOISY, LINE, trials, 1).run();
        assertThat(history.trials()).hasSize(trials);
        assertThat(history.trials().subList(0, trials - again)).allMatch(t -> resource(t) == 1);
        assertThat(history.trials().subList(trials - again, trials))
                .allMatch(t -> resource(t) > 1 && t.proposal().origin().equals("replicate"));
    }

    private static int resource(Trial trial) {
        return trial.proposal().resource();
    }

    @Test
    void eachOfThoseComesAsOftenAndTheBestIsOneOfThem() {
        for (Sampler first : List.of(new RandomSampler(), new TpeSampler(), new CmaSampler())) {
            History history = tuning(first, NOISY, LINE, 100, 3).run();
            Map<Point, Integer> often = new HashMap<>();
            history.trials().forEach(t -> often.merge(t.point(), resource(t), Math::max));
            List<Integer> again = often.values().stream().filter(n -> n > 1).toList();
            assertThat(again).as(first.toString()).isNotEmpty().containsOnly(again.get(0));
            assertThat(again.size() * (again.get(0) - 1)).isEqualTo(20);
            Trial.Completed best = history.best().orElseThrow();
            assertThat(resource(best)).isEqualTo(again.get(0));
            assertThat(best.score().folds()).hasSize(again.get(0));
            assertThat(history.full().evaluated()).hasSize(again.size());
            assertThat(Replicated.latest(history).trials())
                    .hasSize(often.size())
                    .contains(best);
        }
    }

    @Test
    void ofAGridEveryPointRunsBeforeAndWhatIsTriedRunsOnce() {
        SearchSpace space = SpaceText.parse("x in lin(0, 1, 20)");
        int trials = ReplicatedSampler.trials(20);
        assertThat(trials).isEqualTo(24);
        History history = tuning(new GridSampler(), NOISY, space, trials, 42)
                .trying(Point.of(Map.of("x", 1.0)))
                .run();
        assertThat(history.trials().subList(0, 20).stream().map(Trial::point).distinct())
                .hasSize(20);
        assertThat(history.trials().subList(20, 24)).allMatch(t -> resource(t) > 1);
    }

    @Test
    void aSearchThatEndsEarlyMakesRoom() {
        SearchSpace space = SpaceText.parse("x in lin(0, 1, 6)");
        for (Sampler first : List.of(new GridSampler(), new RandomSampler(), new TpeSampler())) {
            History history = tuning(first, NOISY, space, 40, 3).run();
            assertThat(history.trials().stream().filter(t -> resource(t) == 1)).hasSize(6);
            assertThat(history.trials().stream().filter(t -> resource(t) > 1)).hasSize(8);
        }
    }

    /** What the best of 48 equal points scores at first is luck; the mean of five evaluations has lost most of it. */
    @Test
    void theLuckOfTheBestIsLost() {
        Objective luck = (point, probe) -> Score.of(noise(point, probe));
        int studies = 100;
        double first = 0;
        double again = 0;
        for (int seed = 0; seed < studies; seed++) {
            History history = tuning(new RandomSampler(), luck, LINE, 60, seed).run();
            first += history.first(48).best().orElseThrow().score().value() / studies;
            again += history.best().orElseThrow().score().value() / studies;
        }
        // The least of 48 normal numbers is −2.21 on average, with a deviation of 0.47; 6 errors of the mean are 0.28.
        assertThat(first).isBetween(-2.5, -1.93);
        assertThat(again).isBetween(-1.3, -0.2);
    }

    /** What failed again is out, and the others go on. */
    @Test
    void whoFailsComesNoMore() {
        AtomicLong first = new AtomicLong();
        Objective bad = (point, probe) -> {
            first.compareAndSet(0, probe.seed());
            if (probe.seed() != first.get() && point.real("x") < 0.5) {
                throw new IllegalStateException("only once");
            }
            return Score.of(point.real("x"));
        };
        History history = tuning(new RandomSampler(), bad, LINE, 100, 5).run();
        assertThat(history.failures()).isNotEmpty().allMatch(t -> resource(t) == 2);
        assertThat(history.failures().stream().map(Trial::point).distinct()).hasSameSizeAs(history.failures());
        assertThat(history.failures().get(0).failure().toString()).contains("only once");
    }

    @Test
    void theBaselineComesAgainToo() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1) default 1");
        Point defaults = space.defaults().orElseThrow();
        StudyConfig config = tuning(new RandomSampler(), NOISY, space, 100, 1).config();
        Tuning tuning = tuning(new RandomSampler(), NOISY, space, 100, 1);
        History history = new Tuning(
                        config.trying(defaults, "default"), tuning.objective(), tuning.budget(), tuning.limits())
                .run();
        assertThat(history.trials()).hasSize(100);
        assertThat(history.trials().get(0))
                .extracting(Trial::proposal)
                .extracting(Proposal::origin)
                .isEqualTo("default");
        int most = resource(history.best().orElseThrow());
        assertThat(history.completed().filter(t -> t.point().equals(defaults)).map(t -> resource(t)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, most).boxed().toList());
    }

    @Test
    void tooFewAreRefused() {
        assertThatThrownBy(() -> tuning(new RandomSampler(), NOISY, LINE, 7, 1).run())
                .hasMessage(
                        "Trials (7) must be at least 8 and at most 1000000 to evaluate the best of them again. Maybe --trials 40.");
        assertThatThrownBy(() -> tuning(new RandomSampler(), NOISY, LINE, 2_000_000_000, 1)
                        .run())
                .hasMessageStartingWith("Trials (2000000000) must be");
        assertThatThrownBy(() -> new ReplicatedSampler(new RandomSampler(), 0))
                .hasMessage("Batch (0) must be at least 1.");
        assertThat(ReplicatedSampler.trials(Integer.MAX_VALUE - 1)).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(IntStream.rangeClosed(1, 500))
                .allMatch(n ->
                        ReplicatedSampler.trials(n) - ReplicatedSampler.replicates(ReplicatedSampler.trials(n)) >= n);
    }
}
