package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.SearchSpace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A kind of model by name. It knows its hyperparameters and what it learns from, so that everything can be checked before
 * anything is trained. Immutable, for any thread, and sent to other machines, so best a record.
 *
 * <p>One from elsewhere is found by its line in {@code META-INF/services/dev.fettle.learner.Learner}; see {@link Learners}.
 *
 * <pre>{@code
 * Learner mlp = Learners.of("mlp");
 * Dataset iris = Bundled.dataset("iris", null);
 * Configuration values = mlp.configure(Map.of("solver", "lbfgs"));
 * Model model = mlp.fit(values, iris, Fitting.of(new Seed(42)));
 * double[] setosa = model.predictor().predict(iris)[0];
 * }</pre>
 */
public interface Learner extends Serializable {
    /** As behind {@code --model}: lower case, no other learner's. */
    String name();

    /** What it may be told, in the order in which it is shown; no two of the same name. */
    List<Hyperparameter> hyperparameters();

    /** Where to search if nobody says where: a few of the hyperparameters with ranges that suit the data. */
    SearchSpace space(Dataset.Shape data);

    /** Whether it learns this kind of target. */
    boolean learns(Dataset.Target target);

    /** Whether it takes such a feature; unless said otherwise complete numbers alone. */
    default boolean takes(Feature feature) {
        return feature.isCompleteNumbers();
    }

    /** Whether rows may count differently in its training; unless said otherwise they may not. */
    default boolean weighs() {
        return false;
    }

    /**
     * Trains on all rows given. What it does follows from the arguments alone, on any thread.
     *
     * @param values a value for each hyperparameter
     * @param train at least one row of a target that it learns and features that it takes; of classes all labels of the data,
     *     even if some have no row; each row counts by its weight, above 0, if it {@link #weighs}
     * @throws IllegalArgumentException if {@link #problems(Configuration, Dataset.Shape)} has any
     * @throws ArithmeticException if the training does not lead to finite numbers
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    Model fit(Configuration values, Dataset train, Fitting fitting);

    /**
     * What a training begins with: checks what {@link #fit} refuses.
     *
     * @throws IllegalArgumentException with all {@link #problems(Configuration, Dataset.Shape)}
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    default void checkFit(Configuration values, Dataset train) {
        Fitting.checkInterrupt();
        List<String> problems = problems(values, train.shape());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** How large a model is, above 0; of models that score alike the one with the least is the simplest. */
    double size(Configuration values, Dataset.Shape data);

    /**
     * Whether features are brought to one scale for it unless the user says otherwise: as most that measure distances or weigh
     * columns need, and trees do not. Unless said otherwise they are not.
     */
    default boolean wantsScale() {
        return false;
    }

    /** Whether features of other units give other models, so that a user may want to scale them; those that want it do. */
    default boolean feelsScale() {
        return wantsScale();
    }

    /**
     * Whether a hyperparameter matters where the others are so: under {@code solver = adam} a net does not read
     * {@code momentum}. Two configurations that differ only in what is not read give the same model.
     */
    default boolean reads(String hyperparameter, Configuration values) {
        return true;
    }

    /** The hyperparameter that says how long it trains, if a shorter training tells something of a longer one. */
    default Optional<String> resource() {
        return Optional.empty();
    }

    /**
     * A library that is not on the class path.
     *
     * @param library as Maven has it, {@code group:artifact:version}
     * @param line of a cell that gets it
     */
    record Need(String library, String line) {}

    /** What it needs to train and does not find; mostly nothing. */
    default Optional<Need> needs() {
        return Optional.empty();
    }

    /** How its predictions change with some of its hyperparameters, if they do so smoothly; mostly nothing. */
    default Optional<Differentiable> differentiable() {
        return Optional.empty();
    }

    /** What hinders a training with values, each legal alone, on data of a shape, as whole sentences; none by itself. */
    default List<String> problems(Configuration values, Dataset.Shape data) {
        return List.of();
    }

    /** What hinders a training on data whatever the values, as whole sentences. */
    default List<String> problems(Dataset data) {
        List<String> problems = new ArrayList<>();
        needs().ifPresent(need -> problems.add("Model (" + name() + ") must have " + need.library()
                + " on the class path. Maybe  " + need.line() + "  in a cell before; in Maven a dependency."));
        if (!learns(data.target())) {
            String kind = data.target() instanceof Dataset.Classes ? "numbers, not classes" : "classes, not numbers";
            problems.add("Target (" + data.targetName() + ") must be " + kind + ", for " + name() + ".");
        }
        if (data.isWeighted() && !weighs()) {
            problems.add("Weights of rows must be left out for " + name() + ", which lets all count alike."
                    + " Maybe another model.");
        }
        problems.addAll(data.refusals(this::takes));
        return problems;
    }

    /** Whether it has a hyperparameter of that name. */
    default boolean has(String hyperparameter) {
        return hyperparameters().stream().anyMatch(h -> h.name().equals(hyperparameter));
    }

    /** What is wrong with a name and value, as a whole sentence; empty if nothing is. */
    default Optional<String> problem(String hyperparameter, Object value) {
        return Configuration.problem(name(), hyperparameters(), hyperparameter, value);
    }

    /**
     * The values given, and the standards of the others.
     *
     * @throws IllegalArgumentException with all that is wrong with names and values
     */
    default Configuration configure(Map<String, ?> given) {
        return Configuration.of(name(), hyperparameters(), given);
    }
}
