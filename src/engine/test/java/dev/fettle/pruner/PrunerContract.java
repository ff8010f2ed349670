package dev.fettle.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Flights;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every pruner keeps; an implementer names its pruner and is done. */
interface PrunerContract {
    Pruner pruner();

    /** So many trials with five steps each around a mean that may differ, and falling. */
    private static double[][] curves(long seed, int count) {
        RandomGenerator random = new Seed(seed).random();
        double[][] curves = new double[count][5];
        for (double[] curve : curves) {
            double level = random.nextDouble();
            for (int s = 0; s < curve.length; s++) {
                curve[s] = level + 1.0 / (s + 1) + 0.05 * random.nextGaussian();
            }
        }
        return curves;
    }

    @Test
    default void itStopsSomeAndNeverTheBest() {
        int stopped = 0;
        for (long seed = 0; seed < 50; seed++) {
            double[][] curves = curves(seed, 30);
            History told = Curves.history(Curves.LOSS, curves);
            for (double[] curve : curves(seed + 1000, 10)) {
                stopped += Curves.stopped(pruner(), told, curve) > 0 ? 1 : 0;
            }
            double[] best = new double[5];
            for (int s = 0; s < 5; s++) {
                int step = s;
                best[s] = Arrays.stream(curves).mapToDouble(c -> c[step]).min().orElseThrow() - 0.001 * (s + 1);
            }
            assertThat(Curves.stopped(pruner(), told, best)).isZero();
        }
        assertThat(stopped).isBetween(50, 450);
    }

    @Test
    default void upAndDownAreTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            double[][] curves = curves(seed, 20);
            History down = Curves.history(Curves.LOSS, curves);
            History up = Curves.history(
                    Goal.maximize("score"),
                    Arrays.stream(curves).map(PrunerContract::negative).toArray(double[][]::new));
            for (double[] curve : curves(seed + 1000, 10)) {
                assertThat(Curves.stopped(pruner(), up, negative(curve)))
                        .isEqualTo(Curves.stopped(pruner(), down, curve));
            }
        }
    }

    private static double[] negative(double[] curve) {
        return Arrays.stream(curve).map(v -> -v).toArray();
    }

    @Test
    default void theFirstTrialGoesOnWhateverItSays() {
        History none = History.empty(Curves.LOSS);
        assertThat(Curves.stopped(pruner(), none, 5, 4, 3, 2, 1)).isZero();
        assertThat(Curves.stopped(pruner(), none, Double.NaN, Double.POSITIVE_INFINITY, 3, Double.NaN, 1))
                .isZero();
    }

    @Test
    default void trialsWithOtherResourcesAreNotCompared() {
        History told = Curves.history(Curves.LOSS, curves(1, 20));
        for (int step = 1; step <= 5; step++) {
            Trial.Running other = Curves.running(21, 1, Arrays.copyOf(new double[] {90, 91, 92, 93, 94}, step));
            assertThat(pruner().judge(other, told)).isInstanceOf(Verdict.GoOn.class);
        }
    }

    @Test
    default void theVerdictIsPure() {
        History told = Curves.history(Curves.LOSS, curves(2, 20));
        Trial.Running bad = Curves.running(21, Proposal.ALL, 9, 8.9, 9.1, 9.3);
        assertThat(pruner().judge(bad, told)).isEqualTo(pruner().judge(bad, told));
    }

    @Test
    default void theJobsDoNotMatterAndNeitherDoesACutAnywhere() throws Exception {
        MemoryJournal whole = new MemoryJournal();
        List<String> one = study(whole, 1);
        assertThat(one).anyMatch(row -> row.contains("worse") || row.contains("not among"));
        assertThat(study(new MemoryJournal(), 2)).isEqualTo(one);
        assertThat(study(new MemoryJournal(), 8)).isEqualTo(one);
        List<Event> events = whole.read(0);
        for (int kill = 0; kill <= events.size(); kill += 7) {
            MemoryJournal torn = new MemoryJournal();
            torn.append(0, events.subList(0, kill));
            assertThat(study(torn, 3)).as("cut at %s", kill).isEqualTo(one);
        }
    }

    private List<String> study(MemoryJournal journal, int jobs) {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1));
        StudyConfig config = StudyConfig.of("s", space, Curves.LOSS, new RandomSampler())
                .withPruner(pruner())
                .withBatch(8);
        Study study = Study.open(config, journal, InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(40));
        Flights.run(lease, jobs, trial -> land(lease, trial));
        return study.history().trials().stream()
                .map(t -> t.number() + " " + t.point()
                        + t.match(c -> " " + c.score().value(), p -> " " + p.reason(), f -> " failed"))
                .toList();
    }

    private static void land(Lease lease, Trial.Running trial) {
        double x = trial.point().real("x");
        double sum = 0;
        for (int step = 1; step <= 5; step++) {
            double score = x + 0.05 * StrictMath.sin(1000 * x * step);
            sum += score;
            if (lease.report(trial.number(), trial.attempt(), new Report(step, score)) instanceof Verdict.Stop) {
                return;
            }
        }
        lease.tell(trial.number(), trial.attempt(), Score.of(sum / 5));
    }
}
