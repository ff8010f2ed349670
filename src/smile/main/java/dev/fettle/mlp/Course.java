package dev.fettle.mlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The course of one training by sgd or adam, which may stop and go on: with more epochs it leads to the very bits of a
 * training that went through at once. The net, the rows and the seed must be the same each time, and {@code max_iter} may
 * differ. Nets trained before stay as they are. For one thread at a time.
 *
 * <pre>{@code
 * Course course = new Course();
 * MlpClassifier five = Mlp.of(10).maxIter(5).fit(x, y, 3, null, course, Course.UNHEARD);
 * MlpClassifier nine = Mlp.of(10).maxIter(9).fit(x, y, 3, null, course, Course.UNHEARD);     // four epochs more
 * }</pre>
 */
public final class Course {
    /** Nobody looks. */
    public static final Listener UNHEARD = new Unheard();

    /** Hears of each epoch. */
    @FunctionalInterface
    public interface Listener {
        /**
         * An epoch has ended.
         *
         * @param epoch from 1
         * @param soFar what the net would say of rows {@code [n][p]} if the training ended here: probabilities {@code [n][k]},
         *     or values {@code [n][1]}; only until this method returns
         * @return whether to go on
         */
        boolean goOn(int epoch, UnaryOperator<double[][]> soFar);
    }

    private record Unheard() implements Listener {
        @Override
        public boolean goOn(int epoch, UnaryOperator<double[][]> soFar) {
            return true;
        }
    }

    private @Nullable Descent descent;

    /** Where a training by gradient steps stands. */
    static final class Descent {
        final double[] theta;
        final Optimizer optimizer;
        final RandomGenerator random;
        final int[] order;
        final List<Double> losses = new ArrayList<>();
        final List<Double> rates = new ArrayList<>();
        double[] best;
        double bestMark = Double.NEGATIVE_INFINITY;
        int stale;
        int epochs;
        boolean converged;

        Descent(double[] theta, Optimizer optimizer, RandomGenerator random, int[] order) {
            this.theta = theta;
            this.best = theta;
            this.optimizer = optimizer;
            this.random = random;
            this.order = order;
        }

        /** Hears a mark, higher is better; true if it is the best. Progress is more than {@code tol} over the best so far. */
        boolean heard(double mark, double tol) {
            stale = mark < bestMark + tol ? stale + 1 : 0;
            boolean better = mark > bestMark;
            bestMark = better ? mark : bestMark;
            return better;
        }
    }

    /** Where it stands; null if that is at the beginning, or beyond so many epochs. */
    @Nullable
    Descent at(int most) {
        return descent != null && descent.epochs <= most ? descent : null;
    }

    void at(Descent now) {
        descent = now;
    }

    /** About how many bytes it needs: the parameters, the moments of a step, the best so far; 0 where it cannot go on. */
    public long bytes() {
        return descent == null ? 0 : 8L * 4 * descent.theta.length + 4L * descent.order.length + 1000;
    }
}
