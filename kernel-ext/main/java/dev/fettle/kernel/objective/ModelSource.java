package dev.fettle.kernel.objective;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.learner.Learner;
import dev.fettle.learner.own.NamedLearner;
import dev.fettle.learner.own.OwnLearner;
import dev.fettle.learner.own.Trainer;
import dev.fettle.space.Point;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model of the notebook: a method that trains it, or a variable that holds a learner or a trainer.
 *
 * @param learner of the name that the notebook gives it
 * @param fingerprints of the method's text and of the variables that it reads, by name
 */
public record ModelSource(Learner learner, Map<String, String> fingerprints) {
    private static final String ARGUMENTS = "fettle$point, fettle$x, ";
    private static final String CLASSES = "(int[]) fettle$y";
    private static final String VALUES = "(double[]) fettle$y";

    /** How a method that trains must look. */
    public static final String SHAPE =
            "(Point p, double[][] x, int[] y)  or, for values,  (Point p, double[][] x, double[] y)";

    public ModelSource {
        fingerprints = Map.copyOf(fingerprints);
    }

    /**
     * The model of a name; empty if the notebook has no method or variable of that name that is one.
     *
     * @throws JavaException if the notebook's Java does not run
     */
    public static Optional<ModelSource> of(String name, Notebook notebook) throws JavaException {
        if (notebook.typeOf(name).isPresent()) {
            return ofVariable(name, notebook.value(name));
        }
        for (String parameters : notebook.methodParameters(name)) {
            List<String> types = List.of(parameters.replace(" ", "").split(",", -1));
            boolean rows = types.size() == 3
                    && ObjectiveSource.means(types.get(0), Point.class, notebook)
                    && types.get(1).equals("double[][]");
            if (rows && types.get(2).equals("int[]")) {
                Training$ method = compiled(name, CLASSES, notebook);
                Trainer.OfClasses trainer = method::train;
                return Optional.of(
                        new ModelSource(new OwnLearner(name, trainer), fingerprints("model", name, notebook)));
            }
            if (rows && types.get(2).equals("double[]")) {
                Training$ method = compiled(name, VALUES, notebook);
                Trainer.OfValues trainer = method::train;
                return Optional.of(
                        new ModelSource(new OwnLearner(name, trainer), fingerprints("model", name, notebook)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ModelSource> ofVariable(String name, @Nullable Object value) {
        if (value instanceof Learner learner) {
            return Optional.of(new ModelSource(new NamedLearner(name, learner), Map.of()));
        }
        return value instanceof Trainer trainer
                ? Optional.of(new ModelSource(new OwnLearner(name, trainer), Map.of()))
                : Optional.empty();
    }

    private static Training$ compiled(String name, String target, Notebook notebook) throws JavaException {
        notebook.use(Training$.class);
        return (Training$) Objects.requireNonNull(notebook.value(
                "((Training$) (fettle$point, fettle$x, fettle$y) -> ", name + "(" + ARGUMENTS + target + ")", ")"));
    }

    /**
     * Of a method's text and of the variables that it reads, by name.
     *
     * @param what the method is, as its text is called: "model near"
     */
    static Map<String, String> fingerprints(String what, String name, Notebook notebook) throws JavaException {
        Reads reads = Reads.of(Body.of(name + "()"), Set.of(), notebook);
        Object[] values = new Object[reads.variables().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = notebook.value(reads.variables().get(i));
        }
        Map<String, String> marks = new TreeMap<>(reads.fingerprints(values));
        marks.put(what + " " + name, Objects.requireNonNull(marks.remove("objective")));
        return marks;
    }
}
