package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Pruner;
import dev.fettle.pruner.Verdict;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Toys that stand for what comes: several goals, a pruner, resources and promotions. */
class DoorsTest {
    private static final SearchSpace LINE = SearchSpace.of(Real.uniform("x", 0, 1));

    private static Study study(StudyConfig config) {
        return Study.open(config, new MemoryJournal(), StudyTest.CLOCK);
    }

    /** Remembers what it was told, in the origin of its next proposal. */
    private record Listener(List<String> told) implements Sampler, Search {
        Listener() {
            this(List.of());
        }

        @Override
        public Search start(Question question, Seed seed) {
            assertThat(question.trials()).hasValue(4);
            return this;
        }

        @Override
        public Pace pace() {
            return new Pace.Window(1);
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            double x = (told.size() + 1) / 8.0;
            return new Step(List.of(Proposal.of(LINE.decode(new double[] {x}), String.valueOf(told))), this);
        }

        @Override
        public Search tell(Told one) {
            List<String> all = new ArrayList<>(told);
            all.add(
                    one instanceof Told.Scored s
                            ? java.util.Arrays.toString(s.losses())
                                    + java.util.Arrays.toString(s.errors())
                                    + java.util.Arrays.toString(s.gradient())
                            : one instanceof Told.Cut c ? "cut" + java.util.Arrays.toString(c.losses()) : "lost");
            return new Listener(List.copyOf(all));
        }
    }

    @Test
    void twoGoalsAreToldAsLossesWithTheirErrors() {
        List<Goal> goals = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
        Study study = study(StudyConfig.of("s", LINE, goals, new Listener()).withTrials(4));
        Lease lease = study.begin(Budget.trials(4));
        lease.ask(() -> true);
        lease.tell(
                1,
                1,
                Score.of(0.75, 3)
                        .withFoldsByGoal(List.of(List.of(0.5, 1.0), List.of(2.0, 4.0)))
                        .withGradient(List.of(0.125)));
        lease.ask(() -> true);
        lease.tell(2, 1, Score.of(Double.NaN, 1));
        Trial third = lease.ask(() -> true).orElseThrow();
        assertThat(third.proposal().origin()).isEqualTo("[[-0.75, 3.0][0.25, 1.0][-0.125], lost]");
        lease.tell(3, 1, Score.of(0.5, 1));
        assertThat(study.history().front()).extracting(Trial::number).containsExactly(1, 3);
    }

    @Test
    void aScoreWithoutAValueForEachGoalIsAFailedTrial() {
        List<Goal> goals = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
        Study study = study(StudyConfig.of("s", LINE, goals, new Listener()).withTrials(4));
        Lease lease = study.begin(Budget.trials(4));
        lease.ask(() -> true);
        lease.tell(1, 1, Score.of(1));
        assertThat(study.history().trials().get(0)).isInstanceOfSatisfying(Trial.Failed.class, f -> assertThat(
                        f.failure().message())
                .isEqualTo("Score ([1.0]) must have a value for each goal: accuracy, seconds."));
    }

    /** Stops what is worse than the best known of then, and notes what it saw. */
    private record Strict(List<String> seen) implements Pruner {
        @Override
        public Verdict judge(Trial.Running trial, History told) {
            double score = trial.reports().get(trial.reports().size() - 1).score();
            seen.add(trial.number() + " knows " + told.size());
            return told.best().isPresent()
                            && told.goal()
                                    .better(told.best().orElseThrow().score().value(), score)
                    ? new Verdict.Stop("worse than " + told.best().orElseThrow().number())
                    : new Verdict.GoOn();
        }

        @Override
        public String toString() {
            return "strict";
        }
    }

    /** Its time was up at that moment, for one. */
    @Test
    void aTrialThatEndsWhileItIsJudgedIsNotPrunedAsWell() {
        List<Lease> lease = new ArrayList<>();
        Pruner slow = (trial, told) -> {
            lease.get(0).fail(1, 1, Failure.timedOut(Duration.ofSeconds(1)));
            return new Verdict.Stop("too late");
        };
        Study study = study(StudyTest.config(9).withPruner(slow));
        lease.add(study.begin(Budget.trials(4)));
        lease.get(0).ask(() -> true);
        assertThat(lease.get(0).report(1, 1, new Report(1, 0.5))).isInstanceOf(Verdict.Stop.class);
        assertThat(study.history().trials()).singleElement().isInstanceOf(Trial.Failed.class);
    }

    @Test
    void aPrunerSeesWhatWasKnownWhenTheNumberWasGiven() throws Exception {
        List<String> seen = new ArrayList<>();
        MemoryJournal journal = new MemoryJournal();
        StudyConfig config = StudyTest.config(9).withPruner(new Strict(seen)).withBatch(2);
        Study study = Study.open(config, journal, StudyTest.CLOCK);
        Lease lease = study.begin(Budget.unlimited());
        lease.ask(() -> true);
        lease.ask(() -> true);
        assertThat(lease.ask(() -> true)).as("the third must know the first").isEmpty();
        lease.tell(1, 1, Score.of(5));
        assertThat(lease.ask(() -> true).orElseThrow().number()).isEqualTo(3);
        // The second was asked for when nothing was known.
        assertThat(lease.report(2, 1, new Report(1, 1))).isEqualTo(new Verdict.GoOn());
        assertThat(lease.report(3, 1, new Report(1, 1))).isEqualTo(new Verdict.Stop("worse than 1"));
        assertThat(seen).containsExactly("2 knows 0", "3 knows 1");
        lease.tell(2, 1, Score.of(7));
        // What a stopped evaluation returns is not heard.
        lease.tell(3, 1, Score.of(99));
        assertThat(lease.report(3, 1, new Report(2, 1))).isInstanceOf(Verdict.Stop.class);
        assertThat(study.history().trials().get(2)).isInstanceOfSatisfying(Trial.Pruned.class, p -> {
            assertThat(p.reason()).isEqualTo("worse than 1");
            assertThat(p.reports()).containsExactly(new Report(1, 1));
        });
        Study again = Study.open(config, journal, StudyTest.CLOCK);
        assertThat(again.history().trials()).isEqualTo(study.history().trials());
        assertThat(seen).as("a replay judges nothing").hasSize(2);
        assertThat(journal.read(0))
                .filteredOn(Event.Asked.class::isInstance)
                .extracting(e -> ((Event.Asked) e).told())
                .containsExactly(0, 0, 1);
    }

    @Test
    void anAttemptThatIsRepeatedKnowsWhatTheFirstKnew() {
        List<String> seen = new ArrayList<>();
        Study study = study(StudyTest.config(9).withPruner(new Strict(seen)).withBatch(3));
        Lease lease = study.begin(Budget.unlimited());
        for (int n = 1; n <= 3; n++) {
            lease.ask(() -> true);
        }
        lease.tell(2, 1, Score.of(2));
        lease.tell(1, 1, Score.of(1));
        lease.release(3, 1);
        assertThat(lease.ask(() -> true).orElseThrow().attempt()).isEqualTo(2);
        lease.report(3, 2, new Report(1, 0));
        assertThat(seen).containsExactly("3 knows 0");
    }

    /** Halves: four points with one epoch, then the better two of them with two, then the best with four. */
    private record Halving(int made, List<Told.Scored> rung) implements Sampler, Search {
        Halving() {
            this(0, List.of());
        }

        @Override
        public Search start(Question question, Seed seed) {
            assertThat(question.mostResource()).hasValue(4);
            return this;
        }

        /** The generations have four, two and one. */
        @Override
        public Pace pace() {
            return new Pace.Generation(made < 4 ? 4 : made < 6 ? 2 : 1);
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            List<Proposal> proposals = new ArrayList<>();
            Halving now = this;
            while (proposals.size() < count && now.made < 7) {
                proposals.add(now.next());
                now = new Halving(now.made + 1, rung);
            }
            return new Step(proposals, now);
        }

        private Proposal next() {
            if (made < 4) {
                return new Proposal(LINE.decode(new double[] {made / 4.0}), 1, null, "rung 1");
            }
            int resource = made < 6 ? 2 : 4;
            Told.Scored promoted = rung.stream()
                    .filter(t -> t.trial().proposal().resource() == resource / 2)
                    .sorted(java.util.Comparator.comparingDouble(t -> t.losses()[0]))
                    .toList()
                    .get(made < 6 ? made - 4 : 0);
            return new Proposal(
                    promoted.trial().point(), resource, promoted.trial().number(), "rung " + resource);
        }

        @Override
        public Search tell(Told told) {
            List<Told.Scored> all = new ArrayList<>(rung);
            all.add((Told.Scored) told);
            return new Halving(made, List.copyOf(all));
        }
    }

    @Test
    void aPromotionIsAnotherEvaluationOfTheSamePoint() {
        StudyConfig config =
                StudyConfig.of("s", LINE, Goal.minimize("loss"), new Halving()).withMostResource(4);
        Study study = study(config);
        Lease lease = study.begin(Budget.unlimited());
        List<Trial.Running> air = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
            while (t.isPresent()) {
                air.add(t.get());
                t = lease.ask(() -> true);
            }
            together.add(air.size());
            for (Trial.Running one : air) {
                double loss = one.point().real("x") - one.proposal().resource();
                lease.tell(one.number(), 1, Score.of(loss));
            }
            air.clear();
        }
        assertThat(together).containsExactly(4, 2, 1);
        assertThat(study.history().evaluated())
                .extracting(t -> t.point().real("x") + " for " + t.proposal().resource() + " from "
                        + Objects.requireNonNullElse(t.proposal().from(), 0))
                .containsExactly(
                        "0.0 for 1 from 0",
                        "0.25 for 1 from 0",
                        "0.5 for 1 from 0",
                        "0.75 for 1 from 0",
                        "0.0 for 2 from 1",
                        "0.25 for 2 from 2",
                        "0.0 for 4 from 5");
    }
}
