package dev.fettle.study;

import static dev.fettle.study.StudyTest.CLOCK;
import static dev.fettle.study.StudyTest.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A study that knows the results of an earlier one. */
class EarlierStudyTest {
    private static final SearchSpace SPACE = SearchSpace.of(Real.uniform("x", 0, 1), Whole.between("k", 1, 5));

    private static Trial.Completed result(int number, double x, Score score) {
        Proposal proposal = Proposal.of(SPACE.decode(new double[] {x, 0.1}), "old");
        return (Trial.Completed)
                new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH).complete(score, Duration.ZERO);
    }

    private static final List<Trial.Completed> EARLIER =
            List.of(result(2, 0.25, Score.of(1)), result(4, 0.5, Score.of(-2)), result(9, 0.75, Score.of(3)));

    private static StudyConfig config(Sampler sampler) {
        return StudyConfig.of("s", SPACE, Goal.minimize("loss"), sampler)
                .trying(SPACE.decode(new double[] {0.1, 0.5}), "try");
    }

    private static List<String> run(StudyConfig config, Journal journal) {
        Study study = Study.open(config, journal, CLOCK);
        Lease lease = study.begin(Budget.trials(9));
        for (var t = ask(lease); t.isPresent(); t = ask(lease)) {
            lease.tell(
                    t.get().number(),
                    t.get().attempt(),
                    Score.of(t.get().point().real("x")));
        }
        return study.trials().trials().stream()
                .map(t -> t.number() + " " + t.proposal())
                .toList();
    }

    @Test
    void aSearchThatListensKnowsThemBeforeAnythingElse() {
        StudyConfig window = config(new Toys.Climber(new Pace.Window(1))).withEarlier(EARLIER);
        assertThat(run(window, new MemoryJournal()))
                .extracting(r -> r.replaceAll(".*origin=|]$", ""))
                .startsWith("try", "told 4", "told 5");
        StudyConfig generation =
                config(new Toys.Climber(new Pace.Generation(3))).withEarlier(EARLIER);
        assertThat(run(generation, new MemoryJournal()))
                .extracting(r -> r.replaceAll(".*origin=|]$", ""))
                .startsWith("try", "told 4", "told 4", "told 4", "told 7");
        assertThat(window.listens()).isTrue();
    }

    /** The climber goes on beside the best it knows: −2, at x = 0.5. */
    @Test
    void whatTheyScoredMattersToIt() {
        StudyConfig config = config(new Toys.Climber(new Pace.Window(1))).withEarlier(EARLIER);
        Study study = Study.open(config, new MemoryJournal(), CLOCK);
        run(config, new MemoryJournal());
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        lease.tell(1, 1, Score.of(0));
        assertThat(ask(lease).orElseThrow().point().real("x")).isBetween(0.375, 0.625);
        assertThat(study.history().size())
                .as("they are no trials of this study")
                .isEqualTo(1);
    }

    @Test
    void aSearchThatDoesNotListenIgnoresThem() {
        StudyConfig random = config(new RandomSampler());
        assertThat(run(random.withEarlier(EARLIER), new MemoryJournal())).isEqualTo(run(random, new MemoryJournal()));
        assertThat(random.listens()).isFalse();
    }

    @Test
    void aStudyKilledAnywhereIsTheStudyThatWouldHaveBeen() throws Exception {
        for (Sampler sampler : List.of(
                new Toys.Climber(new Pace.Window(1)),
                new Toys.Climber(new Pace.Window(4)),
                new Toys.Climber(new Pace.Generation(3)),
                new BayesSampler(),
                new TpeSampler().withInit(3),
                new CmaSampler())) {
            StudyConfig config = config(sampler).withEarlier(EARLIER);
            MemoryJournal whole = new MemoryJournal();
            List<String> original = run(config.withTrials(9), whole);
            assertThat(original).hasSize(9);
            List<Event> events = whole.read(0);
            for (int kill = 0; kill <= events.size(); kill++) {
                MemoryJournal torn = new MemoryJournal();
                torn.append(0, events.subList(0, kill));
                // What a continued study plans with is that of its beginning.
                StudyConfig again = kill == 0 ? config.withTrials(9) : config;
                assertThat(run(again, torn)).as("%s cut at %s", sampler, kill).isEqualTo(original);
            }
        }
    }

    @Test
    void aReaderIsToldOfAllThatTheModelKnows() {
        StudyConfig config = config(new BayesSampler().withHandover(2)).withEarlier(EARLIER);
        History none = History.empty(Goal.minimize("loss"));
        assertThat(config.remarks(none)).hasSize(1);
        assertThat(config.withEarlier(EARLIER.subList(0, 2)).remarks(none)).isEmpty();
        assertThat(config(new RandomSampler()).withEarlier(EARLIER).remarks(none))
                .isEmpty();
    }

    @Test
    void theyArePartOfTheQuestion() {
        StudyConfig config = config(new Toys.Climber(new Pace.Window(1)));
        Journal journal = new MemoryJournal();
        run(config.withEarlier(EARLIER), journal);
        run(config.withEarlier(List.copyOf(EARLIER)), journal);
        for (List<Trial.Completed> other : List.of(
                EARLIER.subList(0, 2),
                List.of(EARLIER.get(1), EARLIER.get(0), EARLIER.get(2)),
                List.of(EARLIER.get(0), EARLIER.get(1), result(9, 0.75, Score.of(Math.nextUp(3)))),
                List.of(EARLIER.get(0), EARLIER.get(1), result(9, 0.875, Score.of(3))),
                List.of(
                        EARLIER.get(0),
                        EARLIER.get(1),
                        result(9, 0.75, Score.of(3).withFolds(List.of(2.0, 4.0)))))) {
            assertThatThrownBy(() -> Study.open(config.withEarlier(other), journal, CLOCK))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(".* differs in earlier: 3 results, [0-9a-f]{16} there, " + other.size()
                            + " results, [0-9a-f]{16} here\\.");
        }
        assertThatThrownBy(() -> Study.open(config, journal, CLOCK)).hasMessageContaining("there, none here");
    }

    /** A journal may be read on another machine, by another JDK. */
    @Test
    void theirDigestIsTheSameEverywhere() {
        assertThat(Digest.of(EARLIER)).isEqualTo("3 results, 1a896f14763cd293");
        assertThat(Digest.of(EARLIER.subList(0, 1))).startsWith("1 result, ");
        Trial.Completed timed = result(9, 0.75, Score.of(3).withTrainings(List.of(new Training(1, 0.25))));
        assertThat(Digest.of(List.of(timed)))
                .as("how long a training took is nobody's question")
                .isEqualTo(Digest.of(List.of(result(9, 0.75, Score.of(3)))));
    }
}
