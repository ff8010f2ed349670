package dev.fettle.mlp;

import static dev.fettle.learner.hyperparameter.Hyperparameter.flag;
import static dev.fettle.learner.hyperparameter.Hyperparameter.real;
import static dev.fettle.learner.hyperparameter.Hyperparameter.whole;
import static dev.fettle.learner.hyperparameter.Hyperparameter.wholes;
import static dev.fettle.learner.hyperparameter.Hyperparameter.word;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import java.util.List;

/** What the perceptron may be told, with scikit-learn's names, defaults and order. */
final class Hyperparameters {
    private static final Interval POSITIVE = Interval.above(0);
    private static final Interval NOT_NEGATIVE = Interval.atLeast(0);
    private static final Interval SOME = Interval.atLeast(1);

    static final List<Hyperparameter> ALL = List.of(
            wholes(
                    "hidden_layer_sizes",
                    List.of(100),
                    SOME,
                    "the units of each hidden layer, the first behind the features"),
            word(
                    "activation",
                    "relu",
                    List.of("identity", "logistic", "tanh", "relu"),
                    "what a hidden unit does to its sum"),
            word("solver", "adam", List.of("lbfgs", "sgd", "adam"), "how the weights are found"),
            real("alpha", 1e-4, NOT_NEGATIVE, "the weight of the penalty on squared weights"),
            whole("batch_size", 200, SOME, "the rows of one step, at most all; auto is 200; not for lbfgs")
                    .orWord("auto"),
            word(
                    "learning_rate",
                    "constant",
                    List.of("constant", "invscaling", "adaptive"),
                    "how the rate changes over time; for sgd"),
            real("learning_rate_init", 1e-3, POSITIVE, "the first learning rate; not for lbfgs"),
            real("power_t", 0.5, NOT_NEGATIVE, "the exponent of learning_rate invscaling; for sgd"),
            whole("max_iter", 200, SOME, "the most passes over the rows, or iterations of lbfgs"),
            flag("shuffle", true, "whether each pass takes the rows in a new order; not for lbfgs"),
            real("tol", 1e-4, NOT_NEGATIVE, "how much better is progress, as a loss or validation score"),
            real("momentum", 0.9, NOT_NEGATIVE.atMost(1), "how much of the last step goes into the next; for sgd"),
            flag("nesterovs_momentum", true, "whether momentum looks ahead; for sgd"),
            flag("early_stopping", false, "whether rows held out decide when to stop; not for lbfgs"),
            real(
                    "validation_fraction",
                    0.1,
                    NOT_NEGATIVE.below(1),
                    "the share of the rows held out; read if early_stopping is true"),
            real("beta_1", 0.9, NOT_NEGATIVE.below(1), "the decay of the mean of the gradients; for adam"),
            real("beta_2", 0.999, NOT_NEGATIVE.below(1), "the decay of the mean of their squares; for adam"),
            real("epsilon", 1e-8, POSITIVE, "what keeps a quotient of adam finite"),
            whole("n_iter_no_change", 10, SOME, "how many passes without progress end the training; not for lbfgs"),
            whole("max_fun", 15_000, SOME, "the most evaluations of the loss; for lbfgs"));

    private Hyperparameters() {}

    /** Whether a training with these values looks at one of them; no other value of it would change a bit. */
    static boolean read(String name, Configuration values) {
        String solver = values.text("solver");
        boolean steps = !solver.equals("lbfgs");
        boolean sgd = solver.equals("sgd");
        return switch (name) {
            case "max_fun" -> !steps;
            case "batch_size", "learning_rate_init", "shuffle", "early_stopping", "n_iter_no_change" -> steps;
            case "validation_fraction" -> steps && values.flag("early_stopping");
            case "learning_rate", "momentum" -> sgd;
            case "power_t" -> sgd && values.text("learning_rate").equals("invscaling");
            case "nesterovs_momentum" -> sgd && values.real("momentum") > 0;
            case "beta_1", "beta_2", "epsilon" -> solver.equals("adam");
            default -> true;
        };
    }
}
