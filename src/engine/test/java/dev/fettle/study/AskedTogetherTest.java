package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for at once is what is asked for one after the other. */
class AskedTogetherTest {
    private static final SearchSpace NARROW = SearchSpace.of(Whole.between("k", 1, 6), Whole.between("x", 0, 9));
    private static final SearchSpace WIDE = SearchSpace.of(Whole.between("k", 1, 6), Real.uniform("x", 0, 9));
    private static final int TRIALS = 48;

    static Stream<StudyConfig> configs() {
        List<Sampler> samplers = List.of(
                new RandomSampler(),
                new RandomSampler(true),
                new GridSampler(),
                new TpeSampler(),
                new Toys.Climber(new Pace.Window(1)),
                new Toys.Climber(new Pace.Window(5)),
                new Toys.Climber(new Pace.Generation(6)));
        Stream<StudyConfig> whole = Stream.of(NARROW, WIDE).flatMap(space -> samplers.stream()
                .filter(s -> space.equals(NARROW) || !(s instanceof GridSampler))
                .map(s -> config(space, s)));
        // A point asks for the same whatever x is: most of what is proposed is a repeat.
        Stream<StudyConfig> repeats = Stream.of(NARROW, WIDE)
                .map(space -> config(space, new Toys.Climber(new Pace.Window(9)))
                        .withEssence(point -> space.decode(new double[] {(point.whole("k") - 0.5) / 6, 0.5})));
        Stream<StudyConfig> rungs = Stream.of(
                config(WIDE, new AshaSampler(1, 9, 3)).withMostResource(9).withBatch(12));
        return Stream.of(whole, repeats, rungs).flatMap(s -> s);
    }

    private static StudyConfig config(SearchSpace space, Sampler sampler) {
        return StudyConfig.of("s", space, Goal.minimize("loss"), sampler)
                .withBatch(4)
                .withTrials(TRIALS)
                .trying(space.decode(new double[] {0.5, 0.5}), "try")
                .trying(space.decode(new double[] {0.9, 0.1}), "try");
    }

    /** The state of a study without its threads. */
    private static final class Table {
        private final State state;
        private final Lease lease;

        Table(StudyConfig config) {
            Budget budget = Budget.trials(TRIALS);
            state = new State(config);
            lease = Study.open(config, new MemoryJournal(), StudyTest.CLOCK).begin(budget);
            state.apply(
                    new Event.Opened(StudyTest.CLOCK.instant(), Replay.question(config), state.planned(), Map.of()));
            state.apply(new Event.Began(StudyTest.CLOCK.instant(), "w", budget, Replay.version(), Map.of(), null));
        }

        Decisions decisions() {
            return new Decisions(state, lease, StudyTest.CLOCK.instant());
        }

        List<Event> asked(int most, BooleanSupplier goOn) {
            List<Event> asked = decisions().asked(most, goOn);
            asked.forEach(state::apply);
            return asked;
        }

        void tell(Trial.Running trial) {
            double loss =
                    trial.point().whole("k") * new Seed(trial.number()).random().nextDouble();
            state.apply(new Event.Told(
                    StudyTest.CLOCK.instant(),
                    trial.number(),
                    trial.attempt(),
                    Duration.ZERO,
                    new Outcome.Scored(Score.of(loss))));
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void oneAfterTheOther(StudyConfig config) {
        Table together = new Table(config);
        Table apart = new Table(config);
        SplittableRandom random = new SplittableRandom(7);
        int most = 0;
        while (together.state.proposals().numbered() < TRIALS) {
            List<Event> asked = together.asked(1 + random.nextInt(9), () -> true);
            List<Event> same = new ArrayList<>();
            asked.forEach(one -> same.addAll(apart.asked(1, () -> true)));
            assertThat(asked).isEqualTo(same);
            most = Math.max(most, asked.size());
            List<Trial.Running> open = together.state.open().trials();
            assertThat(apart.state.open().trials()).isEqualTo(open);
            if (open.isEmpty() && asked.isEmpty()) {
                break;
            }
            if (asked.isEmpty() || (!open.isEmpty() && random.nextInt(3) > 0)) {
                Trial.Running landed = open.get(random.nextInt(open.size()));
                together.tell(landed);
                apart.tell(landed);
            }
        }
        assertThat(together.state.proposals().numbered()).isGreaterThan(TRIALS / 2);
        assertThat(most).isGreaterThan(1);
        assertThat(together.state.results().everything().trials())
                .isEqualTo(apart.state.results().everything().trials());
    }

    /** Nothing of what is decided has happened: the same may be decided again, behind what others have asked for meanwhile. */
    @Test
    void whatIsDecidedAndDoesNotHappenLeavesNoTrace() {
        StudyConfig config = config(WIDE, new RandomSampler());
        Table table = new Table(config);
        Table other = new Table(config);
        List<Event> first = table.decisions().asked(5, () -> true);
        assertThat(first).hasSize(5);
        assertThat(table.decisions().asked(5, () -> false)).isEqualTo(first);
        assertThat(table.state.proposals().numbered()).isZero();
        // Others have got the first three numbers, and one with a point that nobody here thought of.
        other.asked(3, () -> true).forEach(table.state::apply);
        assertThat(table.decisions().asked(2, () -> false)).isEqualTo(first.subList(3, 5));
        Event.Asked fourth = (Event.Asked) other.asked(1, () -> true).get(0);
        Proposal strange = new Proposal(WIDE.decode(new double[] {0.2, 0.2}), 0, null, "random");
        table.state.apply(new Event.Asked(fourth.at(), 1, 4, 1, strange, fourth.told(), null));
        assertThat(table.decisions().asked(2, () -> false)).isEmpty();
        assertThat(table.asked(2, () -> true)).hasSize(2);
    }

    /** Who has no time to think asks for what is ready. */
    @Test
    void nothingIsThoughtOfWhereThatTakesTooLong() {
        Table table = new Table(config(WIDE, new RandomSampler()));
        assertThat(table.asked(5, () -> false))
                .hasSize(2)
                .allMatch(e -> ((Event.Asked) e).proposal().origin().equals("try"));
        assertThat(table.asked(5, () -> false)).isEmpty();
        int[] looks = {0};
        BooleanSupplier twice = new Wanted(() -> ++looks[0] < 4);
        assertThat(table.asked(5, twice)).hasSizeLessThan(5);
    }
}
