package dev.fettle.evaluation.metric;

import dev.fettle.word.Maybe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics by name. A new one is a file beside this one and a line in {@link #ALL}. For any thread.
 *
 * <pre>{@code
 * Metric loss = Metrics.of("log_loss").orElseThrow();
 * }</pre>
 */
public final class Metrics {
    /** What classes are scored by unless told otherwise. */
    public static final Metric.OfClasses ACCURACY = Counted.ACCURACY;

    /** What values are scored by unless told otherwise. */
    public static final Metric.OfValues RMSE = new Rmse();

    /** All of them, in the order in which they are shown. */
    public static final List<Metric> ALL = Stream.of(
                    Stream.of(ACCURACY, Counted.BALANCED_ACCURACY),
                    Stream.of(Averaged.Share.F1, Averaged.Share.PRECISION, Averaged.Share.RECALL)
                            .flatMap(share ->
                                    Stream.of(Averaged.Average.values()).map(how -> new Averaged(share, how))),
                    Stream.of(RocAuc.Way.values()).map(RocAuc::new),
                    Stream.of(new AveragePrecision(), new LogLoss(), new Brier(), Counted.MCC, Counted.COHEN_KAPPA),
                    Stream.of(
                            RMSE, new Mse(), new Mae(), new MedianAe(), new R2(), new Mape(), new ExplainedVariance()))
            .<Metric>flatMap(kind -> kind)
            .toList();

    /** What scikit-learn calls them where the names differ. */
    private static final Map<String, String> PEERS = Map.ofEntries(
            Map.entry("neg_log_loss", "log_loss"),
            Map.entry("neg_brier_score", "brier"),
            Map.entry("brier_score_loss", "brier"),
            Map.entry("matthews_corrcoef", "mcc"),
            Map.entry("cohen_kappa_score", "cohen_kappa"),
            Map.entry("neg_root_mean_squared_error", "rmse"),
            Map.entry("neg_mean_squared_error", "mse"),
            Map.entry("neg_mean_absolute_error", "mae"),
            Map.entry("neg_median_absolute_error", "median_ae"),
            Map.entry("neg_mean_absolute_percentage_error", "mape"));

    private Metrics() {}

    /** The metric that is typed so. */
    public static Optional<Metric> of(String id) {
        return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The names of those that score a kind of target, {@code Metric.OfClasses.class} say. */
    public static List<String> names(Class<? extends Metric> kind) {
        return ALL.stream().filter(kind::isInstance).map(Metric::id).toList();
    }

    /** What is wrong with a metric for so many classes, as a sentence; empty if nothing is. */
    public static Optional<String> problem(Metric.OfClasses metric, int classes) {
        if (!metric.binary() || classes == 2) {
            return Optional.empty();
        }
        String many = metric instanceof RocAuc ? "_ovr" : "_macro";
        return Optional.of("Metric (" + metric.id() + ") must have two classes, and there are " + classes + ". Maybe "
                + metric.id() + many + ".");
    }

    /** What is wrong with a name for a kind of target, as a sentence; empty if nothing is. */
    public static Optional<String> problem(String id, Class<? extends Metric> kind) {
        List<String> names = names(kind);
        return names.contains(id)
                ? Optional.empty()
                : Optional.of("Metric (" + id + ") must be one of " + String.join(", ", names) + "."
                        + (names.contains(PEERS.get(id))
                                ? " Maybe " + PEERS.get(id) + "."
                                : Maybe.sentence(id, names)));
    }
}
