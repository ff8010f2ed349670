package dev.fettle.kernel.option;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Our options for the arguments that scikit-learn, Optuna, Hyperopt and bayes_opt have. */
final class PeerWords {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("n_iter", "trials"),
            Map.entry("n_trials", "trials"),
            Map.entry("n_calls", "trials"),
            Map.entry("max_evals", "trials"),
            Map.entry("random_state", "seed"),
            Map.entry("scoring", "metric"),
            Map.entry("metrics", "metric"),
            Map.entry("test_size", "test"),
            Map.entry("n_jobs", "jobs"),
            Map.entry("n_splits", "cv"),
            Map.entry("estimator", "model"),
            Map.entry("error_score", "on-error"),
            Map.entry("timeout", "time"),
            Map.entry("verbose", "live"),
            Map.entry("n_startup_trials", "init"),
            Map.entry("n_startup_jobs", "init"),
            Map.entry("n_initial_points", "init"),
            Map.entry("init_points", "init"),
            Map.entry("sigma0", "sigma"),
            Map.entry("loss_threshold", "until"),
            Map.entry("pruner", "prune"),
            Map.entry("factor", "eta"),
            Map.entry("reduction_factor", "eta"),
            Map.entry("min_resources", "min"),
            Map.entry("min_resource", "min"),
            Map.entry("max_resources", "max"),
            Map.entry("max_resource", "max"),
            Map.entry("n_repeats", "repeat"),
            Map.entry("sample_weight", "weights"),
            Map.entry("pos_label", "positive"),
            Map.entry("groups", "group"));

    private PeerWords() {}

    /** Our option for what is written, {@code --trials} for {@code --n_iter} or {@code --n-iter}. */
    static Optional<String> option(String written) {
        String word = written.replaceFirst("^-+", "").replace('-', '_').toLowerCase(Locale.ROOT);
        return Optional.ofNullable(OPTIONS.get(word)).map(id -> "--" + id);
    }
}
