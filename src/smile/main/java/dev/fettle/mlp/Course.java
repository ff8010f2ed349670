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

    /** By which hyperparameters a training by sgd or adam can be differentiated; momentum is one of sgd alone. */
    public static final List<String> VARIABLES = List.of("alpha", "learning_rate_init", "momentum");

    private final List<String> variables;
    private @Nullable Descent descent;

    /** One that tells no {@link #slopes}. */
    public Course() {
        this(List.of());
    }

    /**
     * One that leads to the same net, and tells how it changes with hyperparameters: for each some twice the work of the training,
     * and four copies of the parameters.
     *
     * @param variables some of {@link #VARIABLES}
     */
    public Course(List<String> variables) {
        this.variables = List.copyOf(variables);
    }

    List<String> variables() {
        return variables;
    }

    /**
     * The derivatives of the net's outputs where the training stands, with the epochs it took and, by early stopping, the one it
     * kept held still.
     *
     * @param by one of those of this course
     * @param rows {@code [n][p]}
     * @return {@code [n][outputs]}: the probabilities of three or more classes, that of the second of two, or values
     * @throws IllegalStateException if nothing was trained, or by lbfgs
     */
    public double[][] slopes(String by, double[][] rows) {
        if (descent == null || !variables.contains(by)) {
            throw new IllegalStateException("Course must be that of a training by sgd or adam along " + by + ".");
        }
        return descent.tangents.outputs(by, descent.best, rows);
    }

    /** Where a training by gradient steps stands. */
    static final class Descent {
        final double[] theta;
        final Optimizer optimizer;
        final RandomGenerator random;
        final int[] order;
        final Tangents tangents;
        final List<Double> losses = new ArrayList<>();
        final List<Double> rates = new ArrayList<>();
        double[] best;
        double bestMark = Double.NEGATIVE_INFINITY;
        int stale;
        int epochs;
        boolean converged;

        Descent(double[] theta, Optimizer optimizer, RandomGenerator random, int[] order, Tangents tangents) {
            this.theta = theta;
            this.best = theta;
            this.optimizer = optimizer;
            this.random = random;
            this.order = order;
            this.tangents = tangents;
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
