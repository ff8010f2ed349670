package dev.fettle.kernel.objective;

import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Scorer;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.trial.Direction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the notebook: a method that scores, or a variable that holds a metric or a scorer.
 *
 * @param metric called as in the notebook
 * @param directed whether it knows which way is better, and was not told
 * @param fingerprints of the method's text and of the variables that it reads, by name
 */
public record MetricSource(Metric metric, boolean directed, Map<String, String> fingerprints) {
    /** How a method that scores must look. */
    public static final String SHAPE =
            "(int[] y, int[] said)  or  (int[] y, double[][] p)  or, for values,  (double[] y, double[] said)";

    public MetricSource {
        fingerprints = Map.copyOf(fingerprints);
    }

    /**
     * The metric of a name; empty if the notebook has no method or variable of that name that is one.
     *
     * @param direction which way is better, unless it knows by itself
     * @throws JavaException if the notebook's Java does not run
     */
    public static Optional<MetricSource> of(String name, Direction direction, Notebook notebook) throws JavaException {
        if (notebook.typeOf(name).isPresent()) {
            return ofVariable(name, direction, notebook.value(name));
        }
        for (String parameters : notebook.methodParameters(name)) {
            List<String> types = List.of(parameters.replace(" ", "").split(",", -1));
            Optional<Scorer> scorer = types.size() == 2 ? scorer(name, types, notebook) : Optional.empty();
            if (scorer.isPresent()) {
                return Optional.of(new MetricSource(
                        scorer.get().metric(name, direction),
                        false,
                        ModelSource.fingerprints("metric", name, notebook)));
            }
        }
        return Optional.empty();
    }

    private static Optional<MetricSource> ofVariable(String name, Direction direction, @Nullable Object value) {
        if (value instanceof Metric metric) {
            return Optional.of(new MetricSource(metric, true, Map.of()));
        }
        return value instanceof Scorer scorer
                ? Optional.of(new MetricSource(scorer.metric(name, direction), false, Map.of()))
                : Optional.empty();
    }

    private static Optional<Scorer> scorer(String name, List<String> types, Notebook notebook) throws JavaException {
        String y = types.get(0);
        String said = types.get(1);
        if (!List.of("int[],int[]", "int[],double[][]", "double[],double[]").contains(y + "," + said)) {
            return Optional.empty();
        }
        notebook.use(Scoring$.class);
        Scoring$ method = (Scoring$) Objects.requireNonNull(notebook.value(
                "((Scoring$) (fettle$y, fettle$said) -> ",
                name + "((" + y + ") fettle$y, (" + said + ") fettle$said)",
                ")"));
        return Optional.of(
                y.equals("double[]")
                        ? (Scorer.OfValues) (right, values) -> run(name, method, right, values)
                        : said.equals("int[]")
                                ? (Scorer.OfLabels) (right, labels) -> run(name, method, right, labels)
                                : (Scorer.OfShares) (right, shares) -> run(name, method, right, shares));
    }

    private static double run(String name, Scoring$ method, Object y, Object said) {
        try {
            return method.score(y, said);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Metric (" + name + "): " + e, e);
        }
    }
}
