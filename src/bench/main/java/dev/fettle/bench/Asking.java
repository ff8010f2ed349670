package dev.fettle.bench;

import dev.fettle.journal.NoJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A study that asks and tells on the thread that calls. */
record Asking(SearchSpace space, ToDoubleFunction<Point> loss, Sampler sampler) {
    /**
     * A study under way.
     *
     * @param micros {@code [asks]} of each ask with its tell, without the objective
     */
    record Asked(Study study, double[] micros) {}

    /** So many asks behind the results of so many random points. */
    Asked ask(int told, int asks) {
        StudyConfig config = StudyConfig.of("asking", space, Goal.minimize("loss"), sampler)
                .withEarlier(told == 0 ? List.of() : random(told));
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        Lease lease = study.begin(Budget.unlimited());
        double[] micros = new double[asks];
        for (int i = 0; i < asks; i++) {
            long start = System.nanoTime();
            Trial.Running trial = lease.ask(() -> true).orElseThrow();
            long asked = System.nanoTime();
            Score score = Score.of(loss.applyAsDouble(trial.point()));
            long evaluated = System.nanoTime();
            lease.tell(trial.number(), trial.attempt(), score);
            micros[i] = (System.nanoTime() - evaluated + asked - start) / 1e3;
        }
        return new Asked(study, micros);
    }

    private List<Trial.Completed> random(int count) {
        RandomGenerator random = new Seed(1).random();
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> completed(n, point(random)))
                .toList();
    }

    private Point point(RandomGenerator random) {
        double[] u = new double[space.dimensions()];
        Arrays.setAll(u, i -> random.nextDouble());
        return space.decode(u);
    }

    private Trial.Completed completed(int number, Point point) {
        return new Trial.Completed(
                number,
                1,
                Proposal.of(point, "random"),
                List.of(),
                Instant.EPOCH,
                Duration.ZERO,
                Score.of(loss.applyAsDouble(point)),
                number);
    }
}
