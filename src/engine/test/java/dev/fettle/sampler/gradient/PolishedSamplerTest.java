package dev.fettle.sampler.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.random.Seed;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.SamplerContract;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolishedSamplerTest implements SamplerContract {
    private static final SearchSpace MIXED = SpaceText.parse("""
            kind in {a, b, c}
            x ~ uniform(-4, 4)
            y ~ logUniform(1e-3, 1e3)
            """);

    @Override
    public Sampler sampler() {
        return new PolishedSampler(new BayesSampler());
    }

    @Override
    public List<SearchSpace> spaces() {
        return List.of(SamplerContract.continuous(), MIXED);
    }

    @Override
    public SearchSpace few() {
        return SearchSpace.of(Real.uniform("x", 1, 1));
    }

    private static double loss(Point p) {
        double shift = p.text("kind").equals("b") ? 0 : 1;
        double y = Math.log(p.real("y")) - 1;
        return shift + Math.pow(p.real("x") - 0.7, 2) + 0.5 * y * y;
    }

    private static Tuning tuning(Sampler sampler, long seed) {
        return Tuning.minimize("loss", MIXED, PolishedSamplerTest::loss)
                .sampler(sampler)
                .seed(seed)
                .trials(120);
    }

    @Test
    void theLastThirdDescendsFromTheBestPointWhoseChoicesStay() {
        History history = tuning(sampler(), 1).run();
        List<Trial.Finished> trials = history.trials();
        assertThat(trials.subList(0, 80)).noneMatch(t -> isOfDescent(t));
        assertThat(trials.subList(80, 120)).allMatch(t -> isOfDescent(t));
        Trial.Completed best = history.first(80).best().orElseThrow();
        assertThat(trials.get(80).point()).isEqualTo(best.point());
        assertThat(trials.subList(80, 120))
                .allMatch(t -> t.point().text("kind").equals(best.point().text("kind")));
    }

    private static boolean isOfDescent(Trial trial) {
        return trial.proposal().origin().matches("start|noise|step \\d+");
    }

    @Test
    void thePolishedPointIsBetterThanThatOfTheModelAlone() {
        int better = 0;
        for (long seed = 1; seed <= 3; seed++) {
            double polished = best(tuning(sampler(), seed).run());
            better += polished < best(tuning(new BayesSampler(), seed).run()) ? 1 : 0;
        }
        assertThat(better).isGreaterThanOrEqualTo(2);
    }

    /** A bowl of two parameters, with sixty trials: from the best of the model a step or two must lead near the bottom. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void aStepDoesNotClimbOverTheValley(long seed) {
        SearchSpace space = SpaceText.parse("x ~ uniform(-4, 4)\ny ~ uniform(-4, 4)");
        Tuning bowl = Tuning.minimize(
                        "loss", space, p -> Math.pow(p.real("x") - 1, 2) + 3 * Math.pow(p.real("y") - 2, 2))
                .seed(seed)
                .trials(60);
        double model = best(bowl.sampler(new TpeSampler()).run());
        double polished =
                best(bowl.sampler(new PolishedSampler(new TpeSampler())).run());
        assertThat(polished).isLessThan(1e-3 * model);
    }

    private static double best(History history) {
        return history.best().orElseThrow().score().value();
    }

    @Test
    void theTableIsTheSameAtAnyJobsAndItsStepsCanBeTold() {
        Tuning tuning = tuning(sampler(), 5);
        History one = tuning.run();
        List<Point> points = one.trials().stream().map(Trial::point).toList();
        for (int jobs : new int[] {2, 8}) {
            assertThat(tuning.jobs(jobs).run().trials().stream().map(Trial::point))
                    .isEqualTo(points);
        }
        List<Slope> slopes = tuning.config().withTrials(120).slopes(one);
        assertThat(slopes).hasSize(6);
        assertThat(slopes.get(0).trials()).isEqualTo(80 + 7 + 5);
        assertThat(slopes.get(0).loss()).isEqualTo(best(one.first(80)));
    }

    @Test
    void aCutAnywhereDoesNotMatter() throws Exception {
        StudyConfig config =
                StudyConfig.of("s", MIXED, Goal.minimize("loss"), sampler()).withTrials(45);
        MemoryJournal whole = new MemoryJournal();
        List<Point> points = points(config, whole);
        List<Event> events = whole.read(0);
        for (int kill = 0; kill <= events.size(); kill += 7) {
            MemoryJournal torn = new MemoryJournal();
            torn.append(0, events.subList(0, kill));
            assertThat(points(config, torn)).as("cut at %s", kill).isEqualTo(points);
        }
    }

    private static List<Point> points(StudyConfig config, MemoryJournal journal) {
        Study study = Study.open(config, journal, InstantSource.fixed(Instant.EPOCH));
        try (Lease lease = study.begin(Budget.trials(45))) {
            new Runner(Runnable::run, InstantSource.fixed(Instant.EPOCH))
                    .run(lease, Objective.of(PolishedSamplerTest::loss), Limits.jobs(1));
        }
        return study.history().trials().stream().map(Trial::point).toList();
    }

    @Test
    void trialsThatAreTriedFirstAreNotTakenFromTheDescent() {
        Point point = MIXED.canonical(Map.of("kind", "b", "x", 1.0, "y", 2.0));
        History history = tuning(sampler(), 1).trying(point).run();
        assertThat(history.trials().stream().filter(PolishedSamplerTest::isOfDescent))
                .hasSize(40);
    }

    @Test
    void whatCannotBePolishedIsRefused() {
        assertThatThrownBy(() -> start("k in 1..5", 100))
                .hasMessage("Space must have a decimal parameter without a step to be polished.");
        assertThatThrownBy(() -> start("w[3] ~ normal(0, 1)", 40))
                .hasMessage("Trials (40) must be at least 45 to polish: a gradient of that many decimal parameters (3)"
                        + " takes 15 of them. Maybe --trials 45.");
        assertThatThrownBy(() -> new PolishedSampler(new BayesSampler(), 1))
                .hasMessage("Share (1.0) must lie in (0, 1). Maybe 0.33.");
    }

    private void start(String space, int trials) {
        sampler()
                .start(
                        new Question(
                                SpaceText.parse(space),
                                List.of(Goal.minimize("loss")),
                                OptionalInt.of(trials),
                                OptionalInt.empty()),
                        new Seed(1));
    }
}
