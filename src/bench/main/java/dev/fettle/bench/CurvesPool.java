package dev.fettle.bench;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The accuracies of many nets on the digits, each after some numbers of epochs, so that searches can be compared on the same
 * learning curves without training again. Nobody may write into the arrays, so it is for any thread.
 *
 * @param rungs epochs, rising
 * @param scores {@code [points][rungs]} mean accuracy over three folds; NaN where the training diverged
 */
record CurvesPool(int[] rungs, double[][] scores) {
    /** No training ends before its epochs do. */
    private static final Map<String, Object> CONSTANTS = Map.of("n_iter_no_change", 1000);

    /**
     * Trains at points drawn from the net's own space.
     *
     * @param points how many
     * @param rungs epochs, rising; each is trained from the start
     */
    static CurvesPool train(int points, int... rungs) {
        Learner mlp = Learners.of("mlp");
        Task task = Task.of(Bundled.dataset("digits", null), 0, 3, mlp, List.of(Metrics.ACCURACY), CONSTANTS, 42);
        Question question = Question.of(mlp.space(task.training()), Goal.maximize("accuracy"));
        List<Point> drawn = new RandomSampler()
                .start(question, new Seed(1)).propose(points, () -> true).proposals().stream()
                        .map(Proposal::point)
                        .toList();
        double[][] scores = drawn.parallelStream()
                .map(point -> Arrays.stream(rungs)
                        .mapToDouble(epochs -> score(task.objective(), point, epochs))
                        .toArray())
                .toArray(double[][]::new);
        return new CurvesPool(rungs, scores);
    }

    private static double score(Objective objective, Point point, int epochs) {
        try {
            return objective.evaluate(point, new Epochs(epochs)).value();
        } catch (ArithmeticException diverged) {
            return Double.NaN;
        } catch (Exception e) {
            throw new IllegalStateException("Point (" + point + ") must be trained.", e);
        }
    }

    /** A trial that nobody listens to, with so many epochs. */
    private record Epochs(int resource) implements Probe {
        @Override
        public boolean report(int step, double score) {
            return true;
        }

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public int number() {
            return 1;
        }
    }

    int size() {
        return scores.length;
    }

    /** Of the last rung. */
    int most() {
        return rungs[rungs.length - 1];
    }

    /** The points by number, from 0. */
    SearchSpace space() {
        return SearchSpace.of(Whole.between("point", 0, size() - 1));
    }

    /** What a point scores after the epochs of a rung; NaN if its training diverges. */
    double score(Point point, int epochs) {
        return scores[point.whole("point")][Arrays.binarySearch(rungs, epochs)];
    }

    /** What a point scores in the end; NaN if its training diverges. */
    double last(int point) {
        return scores[point][rungs.length - 1];
    }

    /** The best of the first points of an order, with all epochs. */
    double best(int[] order, int count) {
        return IntStream.of(order)
                .limit(count)
                .mapToDouble(this::last)
                .filter(score -> !Double.isNaN(score))
                .max()
                .orElse(Double.NaN);
    }
}
