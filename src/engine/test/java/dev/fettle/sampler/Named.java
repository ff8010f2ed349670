package dev.fettle.sampler;

import dev.fettle.pruner.Pruner;
import dev.fettle.pruner.Verdict;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;

/** A pruner whose name does not change from run to run. */
record Named(Pruner pruner) implements Pruner {
    @Override
    public Verdict judge(Trial.Running trial, History told) {
        return pruner.judge(trial, told);
    }

    @Override
    public String toString() {
        return "twice";
    }
}
