package dev.fettle.evaluation.metric;

import dev.fettle.word.Maybe;
import java.util.List;
import java.util.Optional;

/**
 * The metrics by name. A new one is a file beside this one and a line in {@link #ALL}. For any thread.
 *
 * <pre>{@code
 * Metric loss = Metrics.of("log_loss").orElseThrow();
 * }</pre>
 */
public final class Metrics {
    /** What classes are scored by unless told otherwise. */
    public static final Metric.OfClasses ACCURACY = new Accuracy();

    /** What values are scored by unless told otherwise. */
    public static final Metric.OfValues RMSE = new Rmse();

    /** All of them, in the order in which they are shown. */
    public static final List<Metric> ALL = List.of(
            ACCURACY, new BalancedAccuracy(), new MacroF1(), new LogLoss(), RMSE, new Mse(), new Mae(), new R2());

    private Metrics() {}

    /** The metric that is typed so. */
    public static Optional<Metric> of(String id) {
        return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The names of those that score a kind of target, {@code Metric.OfClasses.class} say. */
    public static List<String> names(Class<? extends Metric> kind) {
        return ALL.stream().filter(kind::isInstance).map(Metric::id).toList();
    }

    /** What is wrong with a name for a kind of target, as a sentence; empty if nothing is. */
    public static Optional<String> problem(String id, Class<? extends Metric> kind) {
        List<String> names = names(kind);
        return names.contains(id)
                ? Optional.empty()
                : Optional.of("Metric (" + id + ") must be one of " + String.join(", ", names) + "."
                        + Maybe.sentence(id, names));
    }
}
