package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A learner under the name that a notebook has given it. For any thread if the learner is. */
public record NamedLearner(String name, Learner learner) implements Learner {
    private static final long serialVersionUID = 1;

    @Override
    public List<Hyperparameter> hyperparameters() {
        return learner.hyperparameters();
    }

    @Override
    public SearchSpace space(Dataset.Shape data) {
        return learner.space(data);
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return learner.learns(target);
    }

    @Override
    public boolean takes(Feature feature) {
        return learner.takes(feature);
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        return learner.fit(values, train, fitting);
    }

    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return learner.size(values, data);
    }

    @Override
    public boolean weighs() {
        return learner.weighs();
    }

    @Override
    public boolean wantsScale() {
        return learner.wantsScale();
    }

    @Override
    public boolean feelsScale() {
        return learner.feelsScale();
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return learner.reads(hyperparameter, values);
    }

    @Override
    public Optional<Need> needs() {
        return learner.needs();
    }

    @Override
    public Optional<String> resource() {
        return learner.resource();
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return learner.problems(values, data);
    }

    @Override
    public List<String> problems(Dataset data) {
        return learner.problems(data);
    }

    @Override
    public boolean has(String hyperparameter) {
        return learner.has(hyperparameter);
    }

    @Override
    public Optional<String> problem(String hyperparameter, Object value) {
        return learner.problem(hyperparameter, value);
    }

    @Override
    public Configuration configure(Map<String, ?> given) {
        return learner.configure(given);
    }
}
