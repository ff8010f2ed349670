package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Transforms one after the other, and a learner behind them; in itself a learner that has the hyperparameters of all.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * List<Transform> none = List.of();
 * Learner bare = new Pipeline(none, Learners.of("mlp"));  // learns what mlp learns
 * }</pre>
 *
 * @param steps in the order of their work
 * @param last what learns from their result
 */
public record Pipeline(List<Transform> steps, Learner last) implements Learner {
    private static final long serialVersionUID = 1;

    public Pipeline {
        steps = List.copyOf(steps);
        List<String> names = all(steps, last).map(Hyperparameter::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Hyperparameters of a pipeline must have different names: " + names + ".");
        }
    }

    private static Stream<Hyperparameter> all(List<Transform> steps, Learner last) {
        return Stream.concat(
                steps.stream().flatMap(s -> s.hyperparameters().stream()), last.hyperparameters().stream());
    }

    /** That of the learner; the steps are known by their hyperparameters. */
    @Override
    public String name() {
        return last.name();
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return all(steps, last).toList();
    }

    @Override
    public Optional<String> problem(String hyperparameter, Object value) {
        return has(hyperparameter) && !ofSteps(hyperparameter)
                ? last.problem(hyperparameter, value)
                : Configuration.problem(name(), hyperparameters(), hyperparameter, value);
    }

    @Override
    public boolean has(String hyperparameter) {
        return ofSteps(hyperparameter) || last.has(hyperparameter);
    }

    private boolean ofSteps(String hyperparameter) {
        return stepHyperparameters().stream().anyMatch(h -> h.name().equals(hyperparameter));
    }

    @Override
    public Configuration configure(Map<String, ?> given) {
        Configuration.check(given, this::problem);
        Map<Boolean, Map<String, Object>> parts = given.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        e -> ofSteps(e.getKey()), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return Configuration.of(name(), stepHyperparameters(), Objects.requireNonNull(parts.get(true)))
                .and(last.configure(Objects.requireNonNull(parts.get(false))));
    }

    private List<Hyperparameter> stepHyperparameters() {
        return steps.stream().flatMap(s -> s.hyperparameters().stream()).toList();
    }

    /** What the learner is told. */
    private Configuration ofLast(Configuration values) {
        return values.without(stepHyperparameters());
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return ofSteps(hyperparameter) || last.reads(hyperparameter, ofLast(values));
    }

    @Override
    public boolean wantsScale() {
        return last.wantsScale();
    }

    @Override
    public boolean weighs() {
        return last.weighs();
    }

    @Override
    public Optional<Need> needs() {
        return last.needs();
    }

    /** That of the learner, behind steps as they are unless told otherwise. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return last.space(behind(configure(Map.of()), data));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return last.learns(target);
    }

    @Override
    public boolean takes(Feature feature) {
        return last.takes(feature) || steps.stream().anyMatch(s -> s.makesNumbersOf(feature));
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        Prepared prepared = prepared(values, train, fitting.seed());
        return prepared.behind(last.fit(ofLast(values), prepared.rows(), prepared.behind(fitting)));
    }

    @Override
    public Optional<Differentiable> differentiable() {
        return last.differentiable().map(OfLast::new);
    }

    /** The last learner's derivatives behind the steps. */
    private final class OfLast implements Differentiable {
        private final Differentiable inner;

        OfLast(Differentiable inner) {
            this.inner = inner;
        }

        @Override
        public List<String> variables() {
            return inner.variables();
        }

        @Override
        public Optional<String> problem(Configuration values) {
            return inner.problem(ofLast(values));
        }

        @Override
        public Tangents tangents(Configuration values, Dataset train, Fitting fitting, List<String> by) {
            Prepared prepared = prepared(values, train, fitting.seed());
            Tangents found = inner.tangents(ofLast(values), prepared.rows(), prepared.behind(fitting), by);
            Map<String, Model.Predictor> slopes = new HashMap<>();
            found.slopes().forEach((name, slope) -> slopes.put(name, prepared.behind(slope)));
            return new Tangents(prepared.behind(found.model()), slopes);
        }
    }

    private Prepared prepared(Configuration values, Dataset train, Seed seed) {
        List<Transform.Fitted> fitted = new ArrayList<>();
        Dataset rows = train;
        for (int i = 0; i < steps.size(); i++) {
            Transform step = steps.get(i);
            Seed ofStep = seed.child("step").child(i);
            fitted.add(step.fit(values.only(step.hyperparameters()), rows, ofStep));
            rows = fitted.get(i).apply(rows);
        }
        return new Prepared(fitted, rows);
    }

    /**
     * Steps that have learnt.
     *
     * @param rows the training rows behind them
     */
    private record Prepared(List<Transform.Fitted> fitted, Dataset rows) {
        Fitting behind(Fitting fitting) {
            return new Behind(fitting, fitted);
        }

        Model.Predictor behind(Model.Predictor predictor) {
            return Pipeline.behind(fitted, predictor);
        }

        Model behind(Model model) {
            return new Model(model.smile(), behind(model.predictor()), model.warnings());
        }
    }

    private static Model.Predictor behind(List<Transform.Fitted> fitted, Model.Predictor predictor) {
        return rows -> {
            Dataset changed = rows;
            for (Transform.Fitted step : fitted) {
                changed = step.apply(changed);
            }
            return predictor.predict(changed);
        };
    }

    /** The last learner's: who asks it for predictions knows only rows as they were before the steps. */
    private record Behind(Fitting fitting, List<Transform.Fitted> fitted) implements Fitting {
        @Override
        public Seed seed() {
            return fitting.seed();
        }

        @Override
        public int resource() {
            return fitting.resource();
        }

        @Override
        public boolean report(int step, Model.Predictor soFar) {
            return fitting.report(step, behind(fitted, soFar));
        }

        @Override
        public Optional<Object> stood() {
            return fitting.stood();
        }

        @Override
        public void keep(Object standing, long bytes) {
            fitting.keep(standing, bytes);
        }
    }

    private Dataset.Shape behind(Configuration values, Dataset.Shape data) {
        Dataset.Shape shape = data;
        for (Transform step : steps) {
            shape = step.shape(values.only(step.hyperparameters()), shape);
        }
        return shape;
    }

    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return last.size(ofLast(values), behind(values, data));
    }

    @Override
    public Optional<String> resource() {
        return last.resource();
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return last.problems(ofLast(values), behind(values, data));
    }
}
