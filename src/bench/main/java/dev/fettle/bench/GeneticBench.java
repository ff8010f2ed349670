package dev.fettle.bench;

import dev.fettle.run.Tuning;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.History;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The genetic algorithm of the tutorial, 100 generations of 100 points of ten numbers, ours as a whole study and DEAP's loop in
 * turn: same settings, same functions, one thread. Both breed as many points. DEAP evaluates those that were crossed or mutated,
 * ours those that no earlier one is equal to; so times are of a whole run, and of one of its points. Of Rastrigin's function
 * the medians of thirty seeds still differ by chance about as much as the two methods do.
 */
final class GeneticBench {
    private static final SearchSpace SPACE = SpaceText.parse("w[10] ~ uniform(-10, 10)");
    private static final int POINTS = 10_000;

    /** Runs of each problem before the first that is measured: at 30 the compiler was still at work, and times half as long again. */
    private static final int WARM = 200;

    private final Peer peer;
    private final PrintStream out;
    private final int seeds;

    private GeneticBench(Peer peer, PrintStream out, int seeds) {
        this.peer = peer;
        this.out = out;
        this.seeds = seeds;
    }

    /** What is minimised, 0 at the origin. */
    enum Problem {
        SPHERE,
        RASTRIGIN;

        double loss(double[] w) {
            double sum = 0;
            for (double v : w) {
                sum += v * v + (this == RASTRIGIN ? 10 - 10 * Math.cos(2 * Math.PI * v) : 0);
            }
            return sum;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One run.
     *
     * @param seconds of the whole
     * @param evaluations how often the function was called
     * @param best its least value
     */
    record Outcome(double seconds, int evaluations, double best) {
        /** Seconds of the run for each call of the function. */
        double call() {
            return seconds / evaluations;
        }
    }

    /** Runs it with as many seeds as the only argument says. */
    public static void main(String[] arguments) throws IOException {
        int seeds = Integer.parseInt(arguments[0]);
        try (Peer peer = Peer.start("genetic.py")) {
            new GeneticBench(peer, System.out, seeds).run();
        }
    }

    private void run() throws IOException {
        print("DEAP %s · Java %s%n", peer.ask("version"), System.getProperty("java.version"));
        print("first run of this JVM: %.0f ms%n", 1e3 * ours(Problem.SPHERE, 0).seconds());
        for (Problem problem : Problem.values()) {
            for (int seed = 0; seed < WARM; seed++) {
                ours(problem, seed);
            }
        }
        for (Problem problem : Problem.values()) {
            compare(problem);
        }
    }

    private void compare(Problem problem) throws IOException {
        List<Outcome> our = new ArrayList<>();
        List<Outcome> their = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            our.add(ours(problem, seed));
            their.add(theirs(problem, seed));
        }
        Paired times = new Paired(all(our, Outcome::seconds), all(their, Outcome::seconds));
        print(
                "%s, medians of %d seeds: best %.4g, DEAP %.4g; evaluations %.0f, DEAP %.0f%n",
                problem.word(),
                seeds,
                median(our, Outcome::best),
                median(their, Outcome::best),
                median(our, Outcome::evaluations),
                median(their, Outcome::evaluations));
        print(
                "%s, %,d points: %.1f ms, %.2f µs a point; DEAP %.1f ms, %.2f µs: %s%n",
                problem.word(),
                POINTS,
                1e3 * median(our, Outcome::seconds),
                1e6 * median(our, Outcome::seconds) / POINTS,
                1e3 * median(their, Outcome::seconds),
                1e6 * median(their, Outcome::seconds) / POINTS,
                times.ratio());
        Paired calls = new Paired(all(our, Outcome::call), all(their, Outcome::call));
        print(
                "%s, a call of the function: %.2f µs; DEAP %.2f µs: %s%n",
                problem.word(), 1e6 * median(our, Outcome::call), 1e6 * median(their, Outcome::call), calls.ratio());
    }

    /** Ours through the engine, as a program runs it. */
    static Outcome ours(Problem problem, long seed) {
        Tuning tuning = Tuning.minimize("loss", SPACE, point -> problem.loss(point.reals("w")))
                .sampler(new GeneticSampler())
                .seed(seed)
                .trials(POINTS);
        long start = System.nanoTime();
        History history = tuning.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(
                seconds,
                history.evaluated().size(),
                history.best().orElseThrow().score().value());
    }

    private Outcome theirs(Problem problem, int seed) throws IOException {
        String[] answer = peer.ask(problem.word() + " " + seed).split(" ", -1);
        return new Outcome(Double.parseDouble(answer[0]), Integer.parseInt(answer[1]), Double.parseDouble(answer[2]));
    }

    private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> which) {
        return Paired.median(all(outcomes, which));
    }

    private static double[] all(List<Outcome> outcomes, ToDoubleFunction<Outcome> which) {
        return outcomes.stream().mapToDouble(which).toArray();
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
