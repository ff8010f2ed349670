package dev.fettle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A cross-validated search over the same points of the same models, ours and scikit-learn's in turn: same rows, same folds. */
final class ModelsBench {
    private static final int POINTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer;
    private final int rounds;
    private final PrintStream out;

    private ModelsBench(Peer peer, int rounds, PrintStream out) {
        this.peer = peer;
        this.rounds = rounds;
        this.out = out;
    }

    /** A model on data, with what scikit-learn puts before it too. */
    private record Contest(String model, String data) {
        private Learner learner() {
            Learner bare = Learners.of(model);
            return Preparation.before(bare, Gaps.OFF, bare.wantsScale() ? Scaler.STANDARD : Scaler.NONE);
        }

        private Task task() {
            return Task.of(Bundled.dataset(data, null), 0, 5, learner(), List.of(Metrics.ACCURACY), Map.of(), 42);
        }

        /** Points of the default space, drawn by lot. */
        private List<Point> points() {
            SearchSpace space = learner().space(task().training());
            RandomGenerator random = new Seed(1).child(model).random();
            return Stream.generate(() ->
                            space.decode(random.doubles(space.dimensions()).toArray()))
                    .limit(POINTS)
                    .toList();
        }
    }

    private record Timing(double seconds, double accuracy) {}

    /** Runs it with as many rounds as the only argument says. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        try (Peer peer = Peer.start("models.py")) {
            new ModelsBench(peer, rounds, System.out).run();
        }
    }

    private void run() throws IOException {
        out.println("scikit-learn " + peer.ask("version") + " · Java " + System.getProperty("java.version") + " · "
                + POINTS + " points, 5 folds");
        for (Contest contest : List.of(
                new Contest("random_forest", "digits"),
                new Contest("gradient_tree_boost", "breast_cancer"),
                new Contest("svm", "digits"),
                new Contest("knn", "digits"))) {
            for (int workers : new int[] {1, 2}) {
                compare(contest, workers);
            }
        }
    }

    private void compare(Contest contest, int workers) throws IOException {
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        Timing ours = ours(contest, workers);
        Timing theirs = theirs(contest, workers, 0);
        for (int r = 0; r < rounds; r++) {
            ours = ours(contest, workers);
            theirs = theirs(contest, workers, r);
            our[r] = ours.seconds();
            their[r] = theirs.seconds();
        }
        out.printf(
                Locale.ROOT,
                "%s on %s, %d worker%s: Fettle %.2f s (mean accuracy %.4f), scikit-learn %.2f s (%.4f), medians of %d: %s%n",
                contest.model(),
                contest.data(),
                workers,
                workers == 1 ? "" : "s",
                Paired.median(our),
                ours.accuracy(),
                Paired.median(their),
                theirs.accuracy(),
                rounds,
                new Paired(our, their).ratio());
        out.flush();
    }

    /** There are no more trials than points that are tried first. */
    private static Timing ours(Contest contest, int workers) {
        Task task = contest.task();
        SearchSpace space = contest.learner().space(task.training());
        Tuning tuning = Tuning.of(Goal.maximize("accuracy"), space, task.objective())
                .trials(POINTS)
                .jobs(workers);
        for (Point point : contest.points()) {
            tuning = tuning.trying(point);
        }
        long start = System.nanoTime();
        History history = tuning.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double accuracy = history.completed()
                .mapToDouble((Trial.Completed t) -> t.score().value())
                .average()
                .orElse(Double.NaN);
        return new Timing(seconds, accuracy);
    }

    private Timing theirs(Contest contest, int workers, int state) throws IOException {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("model", contest.model());
        question.put("data", contest.data());
        question.put("workers", workers);
        question.put("state", state);
        question.put("points", contest.points().stream().map(Point::entries).toList());
        String[] answer = peer.ask(JSON.writeValueAsString(question)).split(" ", -1);
        return new Timing(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
    }
}
