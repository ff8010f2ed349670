package dev.fettle.bench.workers;

import dev.fettle.journal.NoJournal;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * A study with so many workers, each of which evaluates one trial at a time. A trial takes seconds of a clock that we set; asking and
 * telling are real, one after the other, and take on that clock the time that they took.
 *
 * @param seconds of a trial in the mean
 * @param spread a trial takes that much more or less at most, as a share in [0, 1)
 */
record Simulation(
        StudyConfig config, ToDoubleFunction<Point> loss, int workers, int trials, double seconds, double spread) {
    /**
     * What became of it.
     *
     * @param busy the share of the workers' time in which they evaluate, from the first ask to the last
     * @param asks seconds of each ask that gave a trial
     * @param points in the order of their numbers
     */
    record Outcome(double busy, double[] asks, List<Point> points) {}

    private record Flight(Trial.Running trial, double begin, double end) {}

    Outcome run() {
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        try (Lease lease = study.begin(Budget.trials(trials))) {
            return new Course(lease).run();
        }
    }

    /** The simulated time as it goes by. */
    private final class Course {
        private final Lease lease;
        private final PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingDouble(Flight::end)
                .thenComparing(f -> f.trial().number()));
        private final List<Flight> all = new ArrayList<>();
        private final List<Double> asks = new ArrayList<>();
        private double now;
        /** When what was asked and told so far is done with. */
        private double thinking;

        Course(Lease lease) {
            this.lease = lease;
        }

        Outcome run() {
            boolean waits = false;
            while (lease.ending().isEmpty()) {
                Flight first = flights.peek();
                boolean asks = !waits && flights.size() < workers && (first == null || thinking <= first.end());
                if (asks) {
                    waits = !ask();
                } else {
                    tell(flights.remove());
                    waits = false;
                }
            }
            return outcome();
        }

        private boolean ask() {
            long began = System.nanoTime();
            Optional<Trial.Running> trial = lease.ask(() -> true);
            double took = (System.nanoTime() - began) / 1e9;
            thinking = Math.max(thinking, now) + took;
            trial.ifPresent(t -> {
                asks.add(took);
                Flight flight = new Flight(t, thinking, thinking + length(t.number()));
                flights.add(flight);
                all.add(flight);
            });
            return trial.isPresent();
        }

        private void tell(Flight landed) {
            now = landed.end();
            Trial.Running trial = landed.trial();
            Score score = Score.of(loss.applyAsDouble(trial.point()));
            long began = System.nanoTime();
            lease.tell(trial.number(), trial.attempt(), score);
            thinking = Math.max(thinking, now) + (System.nanoTime() - began) / 1e9;
        }

        private Outcome outcome() {
            double last = all.stream().mapToDouble(Flight::begin).max().orElse(0);
            double worked = all.stream()
                    .mapToDouble(f -> Math.min(last, f.end()) - f.begin())
                    .sum();
            List<Point> points = all.stream()
                    .map(Flight::trial)
                    .sorted(Comparator.comparingInt(Trial.Running::number))
                    .map(Trial.Running::point)
                    .toList();
            return new Outcome(
                    worked / (workers * last),
                    asks.stream().mapToDouble(Double::doubleValue).toArray(),
                    points);
        }
    }

    private double length(int number) {
        double u = new Seed(number).child("length").random().nextDouble();
        return seconds * (1 + spread * (2 * u - 1));
    }
}
