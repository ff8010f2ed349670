package dev.fettle.learner.joint;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several learners of which {@code model} names the one that trains. A hyperparameter has its own name, which means that of
 * every learner that has it; with a learner's name before it, {@code mlp_alpha}, it means that one's alone. Immutable, for any
 * thread.
 *
 * <pre>{@code
 * Learner either = new OneOf(List.of(Learners.of("mlp"), Learners.of("knn")));
 * Configuration values = either.configure(Map.of("model", "knn", "n_neighbors", 3));
 * }</pre>
 *
 * @param learners at least one, no two of the same name; the first is the standard
 */
public record OneOf(List<Learner> learners) implements Learner {
    private static final long serialVersionUID = 1;

    /** The hyperparameter that names the learner. */
    public static final String MODEL = "model";

    public OneOf {
        learners = List.copyOf(learners);
        List<String> names = learners.stream().map(Learner::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Models (" + String.join(", ", names) + ") must be at least one, each named once.");
        }
    }

    /** Their names, joined by commas. */
    @Override
    public String name() {
        return String.join(",", names());
    }

    List<String> names() {
        return learners.stream().map(Learner::name).toList();
    }

    private Hyperparameter model() {
        return Hyperparameter.word(MODEL, names().get(0), names(), "which model is trained");
    }

    /** {@code model}, and those of all learners by their own names. */
    @Override
    public List<Hyperparameter> hyperparameters() {
        Map<String, Hyperparameter> all = new LinkedHashMap<>();
        all.put(MODEL, model());
        learners.forEach(l -> l.hyperparameters().forEach(h -> all.putIfAbsent(h.name(), h)));
        return List.copyOf(all.values());
    }

    /**
     * What a learner calls what is called so here; empty if it has no such thing. A name of one that is listed is meant as
     * such; else one with a learner's name before it is that one's alone, and a model of one's own takes what is left.
     */
    public Optional<String> own(Learner learner, String name) {
        Optional<Learner> prefixed = lists(learner, name)
                ? Optional.empty()
                : learners.stream().filter(l -> name.startsWith(prefix(l))).findFirst();
        String bare = prefixed.isEmpty()
                ? name
                : name.substring(prefix(prefixed.get()).length());
        boolean its = prefixed.isEmpty() || prefixed.get().equals(learner);
        return its && !bare.isEmpty() && !name.equals(MODEL) && learner.has(bare)
                ? Optional.of(bare)
                : Optional.empty();
    }

    private static boolean lists(Learner learner, String name) {
        return learner.hyperparameters().stream().anyMatch(h -> h.name().equals(name));
    }

    private static String prefix(Learner learner) {
        return learner.name() + "_";
    }

    /** The learners that have a hyperparameter of this name. */
    List<Learner> owners(String name) {
        return learners.stream().filter(l -> own(l, name).isPresent()).toList();
    }

    @Override
    public boolean has(String hyperparameter) {
        return hyperparameter.equals(MODEL) || !owners(hyperparameter).isEmpty();
    }

    /** What is wrong with a value for every learner that has the hyperparameter; one that takes it is enough here. */
    @Override
    public Optional<String> problem(String hyperparameter, Object value) {
        if (!has(hyperparameter)) {
            return Configuration.problem(name(), hyperparameters(), hyperparameter, value);
        }
        if (hyperparameter.equals(MODEL)) {
            return model().problem(value);
        }
        List<Optional<String>> problems = owners(hyperparameter).stream()
                .map(l -> refusal(l, hyperparameter, value))
                .toList();
        return problems.stream().allMatch(Optional::isPresent) ? problems.get(0) : Optional.empty();
    }

    /**
     * What is wrong with a value for one of the learners that read it.
     *
     * @param condition under which the hyperparameter exists; null for always
     */
    public Optional<String> problem(String hyperparameter, Object value, @Nullable Expression condition) {
        if (hyperparameter.equals(MODEL) || problem(hyperparameter, value).isPresent()) {
            return problem(hyperparameter, value);
        }
        List<Learner> readers = owners(hyperparameter).stream()
                .filter(l -> JointSpace.mayBe(l, condition))
                .toList();
        String takers = readers.stream()
                .filter(l -> refusal(l, hyperparameter, value).isEmpty())
                .map(Learner::name)
                .collect(Collectors.joining(", "));
        return readers.stream()
                .flatMap(l -> refusal(l, hyperparameter, value).stream()
                        .map(why -> l.name() + " reads it too: " + why + " Maybe  if " + MODEL + " in {" + takers
                                + "}  behind the line."))
                .findFirst();
    }

    private Optional<String> refusal(Learner learner, String hyperparameter, Object value) {
        return learner.problem(own(learner, hyperparameter).orElseThrow(), value);
    }

    /** {@code model}, and what belongs to the learner that it names; values for the others are left out. */
    @Override
    public Configuration configure(Map<String, ?> given) {
        Configuration.check(given, this::problem);
        Learner chosen = chosen(
                String.valueOf(Optional.<Object>ofNullable(given.get(MODEL)).orElse(names().get(0))));
        Map<String, Object> own = new HashMap<>();
        Stream.of(true, false)
                .forEach(plain -> given.forEach((name, value) -> own(chosen, name)
                        .filter(bare -> bare.equals(name) == plain)
                        .ifPresent(bare -> own.put(bare, value))));
        return Configuration.of(name(), List.of(model()), Map.of(MODEL, chosen.name()))
                .and(chosen.configure(own));
    }

    /** The learner of a name. */
    public Learner chosen(String name) {
        return learners.get(names().indexOf(name));
    }

    private Learner chosen(Configuration values) {
        return chosen(values.text(MODEL));
    }

    private <T> T ofChosen(Configuration values, Function<Configuration, T> what) {
        return what.apply(values.without(List.of(model())));
    }

    /** The default spaces of all, each under the condition that its learner is chosen. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return JointSpace.completed(this, new SearchSpace(List.of(), List.of()), l -> l.space(data));
    }

    /** A space that somebody wrote, with what joins it: see {@link JointSpace}. */
    public SearchSpace completed(SearchSpace written, Function<Learner, SearchSpace> standard) {
        return JointSpace.completed(this, written, standard);
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return learners.stream().allMatch(l -> l.learns(target));
    }

    @Override
    public boolean takes(Feature feature) {
        return learners.stream().allMatch(l -> l.takes(feature));
    }

    @Override
    public boolean weighs() {
        return learners.stream().allMatch(Learner::weighs);
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        Learner chosen = chosen(values);
        return hyperparameter.equals(MODEL)
                || own(chosen, hyperparameter)
                        .filter(bare -> ofChosen(values, own -> chosen.reads(bare, own)))
                        .isPresent();
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        return ofChosen(values, own -> chosen(values).fit(own, train, fitting));
    }

    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return ofChosen(values, own -> chosen(values).size(own, data));
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return ofChosen(values, own -> chosen(values).problems(own, data));
    }

    @Override
    public List<String> problems(Dataset data) {
        return learners.stream()
                .flatMap(l -> l.problems(data).stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
