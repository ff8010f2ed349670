package dev.fettle.evaluation;

import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.evaluation.metric.Smooth;
import dev.fettle.learner.Differentiable;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why there is no gradient, in sentences. */
final class GradientProblems {
    private final CrossValidation objective;

    GradientProblems(CrossValidation objective) {
        this.objective = objective;
    }

    List<String> of(SearchSpace space) {
        List<String> problems = new ArrayList<>();
        Learner learner = objective.learner();
        learner.differentiable().ifPresentOrElse(d -> problems.addAll(of(d, space)), () -> problems.add(noLearner()));
        Metric goal = objective.metrics().get(0);
        if (!(goal instanceof Smooth)) {
            problems.add("Metric (" + goal.id() + ") must be one of " + smooth() + " for gradients.");
        }
        return problems;
    }

    private String noLearner() {
        String models = Learners.all().stream()
                .filter(other -> other.differentiable().isPresent())
                .map(Learner::name)
                .collect(Collectors.joining(", "));
        return "Model (" + objective.learner().name() + ") must be one of " + models + " for gradients.";
    }

    private String smooth() {
        Class<? extends Metric> kind = Task.metrics(objective.data().target());
        return Metrics.ALL.stream()
                .filter(kind::isInstance)
                .filter(Smooth.class::isInstance)
                .map(Metric::id)
                .collect(Collectors.joining(", "));
    }

    private List<String> of(Differentiable learner, SearchSpace space) {
        List<String> problems = new ArrayList<>();
        learner.problem(objective.values(Point.of(Map.of()))).ifPresent(problems::add);
        for (Parameter p : space.parameters()) {
            if (Slope.of(p).isEmpty() || !learner.variables().contains(p.name())) {
                problems.add("Hyperparameter (" + p.name() + ") must be fixed for gradients."
                        + " Maybe --polish of %%bayesopt.");
            }
        }
        return problems;
    }
}
