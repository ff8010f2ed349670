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
            Map.entry("groups", "group"),
            Map.entry("n_points", "trials"),
            Map.entry("n_evals", "trials"),
            Map.entry("max_trials", "trials"),
            Map.entry("num_trials", "trials"),
            Map.entry("num_samples", "trials"),
            Map.entry("runs", "trials"),
            Map.entry("budget", "trials"),
            Map.entry("n_candidates", "trials"),
            Map.entry("random_seed", "seed"),
            Map.entry("randomstate", "seed"),
            Map.entry("rng", "seed"),
            Map.entry("rstate", "seed"),
            Map.entry("score", "metric"),
            Map.entry("train_size", "test"),
            Map.entry("validation_split", "test"),
            Map.entry("workers", "jobs"),
            Map.entry("n_workers", "jobs"),
            Map.entry("max_workers", "jobs"),
            Map.entry("threads", "jobs"),
            Map.entry("n_threads", "jobs"),
            Map.entry("parallel", "jobs"),
            Map.entry("n_parallel", "jobs"),
            Map.entry("fold", "cv"),
            Map.entry("kfold", "cv"),
            Map.entry("n_folds", "cv"),
            Map.entry("k_folds", "cv"),
            Map.entry("base_estimator", "model"),
            Map.entry("catch", "on-error"),
            Map.entry("max_time", "time"),
            Map.entry("time_limit", "time"),
            Map.entry("dataset", "data"),
            Map.entry("data_set", "data"),
            Map.entry("label", "target"),
            Map.entry("labels", "target"),
            Map.entry("return_train_score", "train-scores"));

    private static final String BELOW = " name in {v, v}  on a line below";

    /** What is no option here. */
    private static final Map<String, String> NONE = Map.ofEntries(
            Map.entry("param_grid", BELOW),
            Map.entry("param_distributions", BELOW),
            Map.entry("param_space", BELOW),
            Map.entry("search_spaces", BELOW),
            Map.entry("space", BELOW),
            Map.entry("dimensions", BELOW),
            Map.entry("pbounds", BELOW),
            Map.entry("study_name", "the name alone, behind the magic"),
            Map.entry("direction", " maximize score  or  minimize score  on a line below"),
            Map.entry("refit", "leave it out; the winner is trained on all rows"),
            Map.entry("load_if_exists", "--journal study.db; the same cell goes on there"),
            Map.entry("storage", "--journal study.db or --journal postgresql://…"),
            Map.entry("algo", "another magic, %%tpe or %%bayesopt"),
            Map.entry("acq_func", "leave it out; %%bayesopt has its own"),
            Map.entry("pre_dispatch", "leave it out"),
            Map.entry("callbacks", "--until, --patience or --time"),
            Map.entry("show_progress_bar", "--live"));

    private PeerWords() {}

    /** Whether what is written is known, and no option here. */
    static boolean isNone(String written) {
        return NONE.containsKey(word(written));
    }

    /** {@code " Maybe …."}: what stands for it here. */
    static Optional<String> advice(String written) {
        return Optional.ofNullable(NONE.get(word(written))).map(text -> " Maybe " + text + ".");
    }

    /** Our option for what is written, {@code --trials} for {@code --n_iter} or {@code --n-iter}. */
    static Optional<String> option(String written) {
        return Optional.ofNullable(OPTIONS.get(word(written))).map(id -> "--" + id);
    }

    /** As Python writes it: {@code n_iter} for {@code --n-iter} and {@code --nIter}. */
    private static String word(String written) {
        return written.replaceFirst("^-+", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }
}
