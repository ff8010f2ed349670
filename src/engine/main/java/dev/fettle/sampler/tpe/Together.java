package dev.fettle.sampler.tpe;

/** Which parameters share a kernel, so that the model sees how they depend on each other. */
public enum Together {
    /** None: each has a mixture of its own (Bergstra et al., 2011; the default of Optuna up to 4 and of Hyperopt). */
    ALONE,
    /** Those that are active always; each other one has a mixture of its own (multivariate in Optuna 5). */
    ALWAYS,
    /** Those under the same condition, branch by branch (multivariate and grouped in Optuna). */
    BRANCH
}
