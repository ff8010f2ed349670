package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Pruner;
import dev.fettle.pruner.Verdict;
import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.study.Flights;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sampler keeps; an implementer names its sampler and is done. */
public interface SamplerContract {
    Sampler sampler();

    /** The spaces that the sampler takes: finite ones and a continuum; a sampler that refuses the latter says so here. */
    default List<SearchSpace> spaces() {
        return List.of(finite(), lattices(), continuous());
    }

    /** A small space with a condition. */
    static SearchSpace finite() {
        return SearchSpace.of(
                Choice.of("solver", "sgd", "adam"),
                Choice.of("momentum", 0.5, 0.9).when(sgd()),
                Whole.between("k", 1, 5));
    }

    /** A finite space whose points are not equally likely. */
    static SearchSpace lattices() {
        return SearchSpace.of(
                Whole.logBetween("n", 1, 1000),
                Normal.of("w", 0, 1).step(0.5).when(new Expression.Name("n").below(30)));
    }

    /** Every kind of parameter, and a condition on one that has no end. */
    static SearchSpace continuous() {
        return SearchSpace.of(
                Choice.of("solver", "sgd", "adam"),
                Real.uniform("momentum", 0.5, 0.99).when(sgd()),
                Real.logUniform("alpha", 1e-5, 1e-1),
                new Real("dropout", 0, 0.5, Scale.LINEAR, 0.1, null, null),
                Whole.between("k", 1, 5));
    }

    /** A space of at most three points. */
    default SearchSpace few() {
        return SearchSpace.of(Whole.between("k", 1, 3));
    }

    private static Expression sgd() {
        return new Expression.Binary(Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"));
    }

    private Search start(SearchSpace space, long seed) {
        return sampler().start(Question.of(space, Goal.minimize("loss")), new Seed(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void proposalsAreCanonicalPointsOfTheSpace(long seed) {
        for (SearchSpace space : spaces()) {
            for (Proposal p : run(space, seed, 12)) {
                assertThat(space.canonical(p.point().entries())).isEqualTo(p.point());
                assertThat(space.allows(p.point())).isTrue();
                assertThat(p.origin()).isNotBlank();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void sameSeedSameProposals(long seed) {
        for (SearchSpace space : spaces()) {
            assertThat(run(space, seed, 12)).isNotEmpty().isEqualTo(run(space, seed, 12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void proposingAndTellingLeaveTheStateAsItWas(long seed) {
        for (SearchSpace space : spaces()) {
            Search search = start(space, seed);
            List<Proposal> first = proposals(search, 3);
            search.propose(3, () -> true).next().tell(scored(1, first.get(0), 1));
            assertThat(proposals(search, 3)).isEqualTo(first);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void neverMoreThanAskedFor(long seed) {
        for (SearchSpace space : spaces()) {
            for (int count = 1; count < 20; count++) {
                assertThat(proposals(start(space, seed), count)).hasSizeLessThanOrEqualTo(count);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void proposingTwiceIsProposingBoth(long seed) {
        for (SearchSpace space : spaces()) {
            Search search = start(space, seed);
            for (int first = 1; first < 5; first++) {
                Search.Step step = search.propose(first, () -> true);
                List<Proposal> both = new ArrayList<>(step.proposals());
                both.addAll(proposals(step.next(), 5 - first));
                assertThat(both).isEqualTo(proposals(search, 5));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    default void whatWasMadeIsAsIfItHadBeenProposed(long seed) {
        for (SearchSpace space : spaces()) {
            Search proposed = start(space, seed);
            Search made = start(space, seed);
            for (int n = 1; n <= 9; n++) {
                Search.Step step = proposed.propose(1, () -> true);
                Told told = scored(n, step.proposals().get(0), n % 4);
                proposed = step.next().tell(told);
                made = made.made(step.proposals()).tell(told);
                assertThat(proposals(made, 3)).isEqualTo(proposals(proposed, 3));
            }
        }
    }

    @Test
    default void failuresAndPrunedTrialsAreHeard() {
        for (SearchSpace space : spaces()) {
            Search search = start(space, 7);
            for (int n = 1; n <= 9; n++) {
                Search.Step step = search.propose(1, () -> true);
                Trial.Running trial = running(n, step.proposals().get(0));
                Trial.Finished end = n % 2 == 0
                        ? trial.fail(Failure.thrown("E", ""), Duration.ZERO)
                        : trial.report(new Report(1, Double.NaN)).prune("hopeless", Duration.ZERO);
                search = step.next().tell(Told.of(end, List.of(Goal.minimize("loss"))));
            }
            assertThat(proposals(search, 1)).isNotEmpty();
        }
    }

    @Test
    default void itStopsWhenItIsTold() {
        for (SearchSpace space : spaces()) {
            AtomicInteger looks = new AtomicInteger();
            Search.Step step = start(space, 7).propose(1000, () -> looks.incrementAndGet() <= 3);
            assertThat(step.proposals()).hasSizeLessThanOrEqualTo(3);
            assertThat(looks.get()).isBetween(4, 5);
        }
    }

    @Test
    default void theJobsDoNotMatterAndNeitherDoesACutAnywhere() throws Exception {
        for (SearchSpace space : spaces()) {
            MemoryJournal whole = new MemoryJournal();
            List<String> one = study(space, new MemoryJournal(), 1);
            assertThat(study(space, whole, 3)).isEqualTo(one);
            List<Event> events = whole.read(0);
            for (int kill = 0; kill <= events.size(); kill++) {
                MemoryJournal torn = new MemoryJournal();
                torn.append(0, events.subList(0, kill));
                assertThat(study(space, torn, 2)).as("cut at %s", kill).isEqualTo(one);
            }
        }
    }

    @Test
    default void itNeverProposesTheSamePointForEver() {
        Study study = Study.open(
                StudyConfig.of("s", few(), Goal.minimize("loss"), sampler()),
                new MemoryJournal(),
                InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(1000));
        for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
            lease.tell(t.get().number(), 1, Score.of(1));
        }
        List<Trial.Completed> evaluated = study.history().evaluated();
        assertThat(evaluated.stream().map(Trial::point).distinct().count()).isBetween(1L, 3L);
        assertThat(evaluated.stream().map(t -> t.proposal().key())).doesNotHaveDuplicates();
        assertThat(study.history().size()).isLessThan(500);
    }

    /** A study with failures and pruned trials of which {@code jobs} are in the air, the youngest landing first. */
    private List<String> study(SearchSpace space, Journal journal, int jobs) {
        Pruner pruner = (Pruner & java.io.Serializable) (trial, told) -> told.best()
                .filter(best ->
                        trial.reports().get(0).score() > 2 * best.score().value())
                .<Verdict>map(best -> new Verdict.Stop("worse than twice " + best.number()))
                .orElseGet(Verdict.GoOn::new);
        StudyConfig config = StudyConfig.of("s", space, Goal.minimize("loss"), sampler())
                .withPruner(new Named(pruner))
                .withBatch(3);
        Study study = Study.open(config, journal, InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(12).withOnError(Budget.OnError.IGNORE));
        Flights.run(lease, jobs, trial -> land(lease, trial, space));
        return study.history().trials().stream().map(SamplerContract::row).toList();
    }

    private static void land(Lease lease, Trial.Running trial, SearchSpace space) {
        double loss = loss(space, trial.point());
        if (trial.number() % 5 == 0) {
            lease.fail(trial.number(), trial.attempt(), Failure.thrown("E", ""));
        } else if (lease.report(trial.number(), trial.attempt(), new Report(1, loss)) instanceof Verdict.GoOn) {
            lease.tell(trial.number(), trial.attempt(), Score.of(loss));
        }
    }

    private static String row(Trial.Finished trial) {
        return trial.number() + " " + trial.proposal()
                + trial.match(c -> " " + c.score().value(), p -> " " + p.reason(), f -> " " + f.failure());
    }

    /** Depends on the point alone, and is positive. */
    private static double loss(SearchSpace space, Point point) {
        return 0.1
                + Arrays.stream(space.encode(point))
                        .filter(u -> !Double.isNaN(u))
                        .sum();
    }

    private static List<Proposal> proposals(Search search, int count) {
        return search.propose(count, () -> true).proposals();
    }

    private static Trial.Running running(int number, Proposal proposal) {
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    private static Told scored(int number, Proposal proposal, double loss) {
        return Told.of(
                running(number, proposal).complete(Score.of(loss), Duration.ZERO), List.of(Goal.minimize("loss")));
    }

    /** Proposes and tells, one by one, with a loss that depends on the point alone. */
    private List<Proposal> run(SearchSpace space, long seed, int count) {
        List<Proposal> all = new ArrayList<>();
        Search search = start(space, seed);
        while (all.size() < count) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                return all;
            }
            Proposal proposal = step.proposals().get(0);
            all.add(proposal);
            search = step.next().tell(scored(all.size(), proposal, loss(space, proposal.point())));
        }
        return all;
    }
}
