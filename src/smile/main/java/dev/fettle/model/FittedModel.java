package dev.fettle.model;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * A trained model with all that stands before it: gaps filled, words encoded, scales. Immutable, for any thread.
 *
 * <pre>{@code
 * Dataset iris = Bundled.dataset("iris", null);
 * FittedModel model = FittedModel.train(Learners.of("knn"), Map.of("n_neighbors", 7), iris, new Seed(42));
 * Table said = model.predict(Bundled.table("iris"));
 * model.save(Path.of("iris.model"));
 * FittedModel there = FittedModel.load(Path.of("iris.model"));
 * }</pre>
 */
public sealed interface FittedModel extends Serializable permits FittedClasses, FittedValues {
    /**
     * A model trained on data like these; only what the columns are called and know is kept of them.
     *
     * @param learner that trained it, and decides which columns may have gaps
     */
    static FittedModel of(Learner learner, Model model, Dataset data) {
        Schema schema = Schema.of(data, learner::takes);
        return data.target() instanceof Dataset.Classes classes
                ? new FittedClasses(model, schema, classes.labels(), classes.numeric() && areInts(classes.labels()))
                : new FittedValues(model, schema);
    }

    /**
     * Trains a learner on all rows that count.
     *
     * @param values of some of its hyperparameters; the others have their standards
     * @param seed names all random choices
     * @throws RuntimeException as {@link Learner#configure} and {@link Learner#fit} do
     */
    static FittedModel train(Learner learner, Map<String, ?> values, Dataset data, Seed seed) {
        return of(learner, learner.fit(learner.configure(values), data.counting(), Fitting.of(seed)), data);
    }

    private static boolean areInts(List<String> labels) {
        return labels.stream().mapToLong(Long::parseLong).allMatch(v -> v == (int) v);
    }

    /**
     * What it says of the rows of a table: a column of the target's name, and of classes a column with the probability of each,
     * named by the class; {@code yes_2} where another column is called so, large letters or small.
     *
     * @param rows with the columns of the training, in any order; others, the target among them, are left aside
     * @throws IllegalArgumentException with all columns that are missing, of another kind, or have gaps that the model cannot
     *     take
     */
    Table predict(Table rows);

    /** The model behind the preparation of the columns, Smile's or as Smile's. */
    Object smile();

    /**
     * Stores the model in a file, in Java's own format: what {@link #load} reads with the same version of Fettle. A file that
     * was there stays as it was if that fails.
     *
     * @throws IOException if the file cannot be written, or the model is one of the notebook, which cannot be stored
     */
    default void save(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    /**
     * Reads what {@link #save} has written. Reading a file of that format can run code, so it must come from somebody trusted.
     *
     * @throws IOException if the file cannot be read, holds something else, or is of another version
     */
    static FittedModel load(Path file) throws IOException {
        return ModelFile.read(file);
    }
}
