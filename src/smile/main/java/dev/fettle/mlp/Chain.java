package dev.fettle.mlp;

import dev.fettle.learner.hyperparameter.Configuration;
import java.util.List;

/** The chain rule through the steps of an optimizer; it keeps the optimizer's state a second time. For one thread. */
interface Chain {
    /**
     * Takes tangents through one step.
     *
     * @param gradient of the step
     * @param rate the learning rate of an optimizer that does not change it within a step
     */
    void step(double[] gradient, double rate, List<Tangent> along);

    /** That of the solver, which must be sgd or adam. */
    static Chain of(Configuration values, int size) {
        return values.text("solver").equals("adam") ? new OfAdam(values, size) : new OfSgd(values, size);
    }

    /** Through {@link Sgd}, whose rate by any schedule is proportional to the first one. */
    final class OfSgd implements Chain {
        private final double initialRate;
        private final double momentum;
        private final boolean nesterov;
        private final double[] velocity;

        OfSgd(Configuration values, int size) {
            initialRate = values.real("learning_rate_init");
            momentum = values.real("momentum");
            nesterov = values.flag("nesterovs_momentum");
            velocity = new double[size];
        }

        @Override
        public void step(double[] gradient, double rate, List<Tangent> along) {
            for (Tangent tangent : along) {
                move(gradient, rate, tangent);
            }
            for (int i = 0; i < velocity.length; i++) {
                velocity[i] = momentum * velocity[i] - rate * gradient[i];
            }
        }

        private void move(double[] gradient, double rate, Tangent tangent) {
            double byMomentum = tangent.of("momentum");
            double byRate = tangent.of("learning_rate_init") * rate / initialRate;
            for (int i = 0; i < velocity.length; i++) {
                double push = byRate * gradient[i] + rate * tangent.gradient[i];
                double v = byMomentum * velocity[i] + momentum * tangent.first[i] - push;
                tangent.first[i] = v;
                double next = momentum * velocity[i] - rate * gradient[i];
                tangent.theta[i] += nesterov ? byMomentum * next + momentum * v - push : v;
            }
        }
    }

    /** Through {@link Adam}. */
    final class OfAdam implements Chain {
        private final double initialRate;
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final double[] first;
        private final double[] second;
        private int steps;

        OfAdam(Configuration values, int size) {
            initialRate = values.real("learning_rate_init");
            beta1 = values.real("beta_1");
            beta2 = values.real("beta_2");
            epsilon = values.real("epsilon");
            first = new double[size];
            second = new double[size];
        }

        @Override
        public void step(double[] gradient, double rate, List<Tangent> along) {
            steps++;
            double share = Math.sqrt(1 - StrictMath.pow(beta2, steps)) / (1 - StrictMath.pow(beta1, steps));
            for (int i = 0; i < first.length; i++) {
                first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
                second[i] = beta2 * second[i] + (1 - beta2) * (gradient[i] * gradient[i]);
            }
            for (Tangent tangent : along) {
                move(gradient, share, tangent);
            }
        }

        private void move(double[] gradient, double share, Tangent tangent) {
            double byRate = tangent.of("learning_rate_init");
            for (int i = 0; i < first.length; i++) {
                double g = tangent.gradient[i];
                double m = beta1 * tangent.first[i] + (1 - beta1) * g;
                double v = beta2 * tangent.second[i] + 2 * (1 - beta2) * gradient[i] * g;
                tangent.first[i] = m;
                tangent.second[i] = v;
                double root = Math.sqrt(second[i]);
                double below = root + epsilon;
                // A root of 0 is that of a unit without any gradient so far, which does not move at all.
                double change = root > 0 ? m / below - first[i] / (below * below) * v / (2 * root) : 0;
                tangent.theta[i] -= share * (byRate * first[i] / below + initialRate * change);
            }
        }
    }
}
