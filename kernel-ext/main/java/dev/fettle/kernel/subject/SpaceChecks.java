package dev.fettle.kernel.subject;

import dev.fettle.kernel.option.Method;
import dev.fettle.learner.Learner;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.Array;
import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a space must be for a method and for a model. */
public record SpaceChecks(SpaceText text) {
    /** More values of one parameter than this are checked at their ends only. */
    private static final long CHECKED = 1000;

    /** Where the space stands. */
    private static final Place START = new Place(2, 1, 1);

    /** Nothing that may vary. */
    static final Mistake NO_SPACE =
            START.says("Space must have at least one parameter. Maybe alpha in {0.0001, 0.001}.");

    /** Java needs a space; a model has one of its own. */
    public Optional<Mistake> empty() {
        return text.space().parameters().isEmpty() && text.mistakes().isEmpty()
                ? Optional.of(NO_SPACE)
                : Optional.empty();
    }

    /** Where each point is tried, there must be finitely many. */
    public List<Mistake> ofMethod(Method method) {
        return text.space().parameters().stream()
                .filter(p -> method.exhaustive() && p.size().isEmpty())
                .map(p -> text.declaration(p.name()).domain().says(infinite(p)))
                .toList();
    }

    private static String infinite(Parameter p) {
        String remedy = p instanceof Array ? "give it a step" : p.name() + " in " + spaced((Scalar) p);
        return "Parameter " + p.name() + " must have finitely many values in a grid. Maybe " + remedy + ".";
    }

    private static String spaced(Scalar p) {
        Scale scale = p instanceof Real r ? r.scale() : p instanceof Normal n ? n.scale() : Scale.LINEAR;
        return (scale == Scale.LOG ? "log" : "lin") + "(" + Words.of(p.decode(0)) + ", " + Words.of(p.decode(1))
                + ", 5)";
    }

    /** What the sampler itself refuses, such as more points than it can number; of a space without other mistakes. */
    public Optional<Mistake> ofSampler(Sampler sampler, List<Goal> goals, Budget budget, long seed) {
        boolean ends = budget.trials() != Budget.ALL;
        OptionalInt trials = ends ? OptionalInt.of(budget.trials()) : OptionalInt.empty();
        try {
            Search search =
                    sampler.start(new Question(text.space(), goals, trials, OptionalInt.empty()), new Seed(seed));
            boolean heard = goals.size() < 2 || sampler.hearsAllGoals() || search.pace() instanceof Pace.Free;
            return heard ? Optional.empty() : Optional.of(unheard(goals));
        } catch (IllegalArgumentException e) {
            return Optional.of(START.says(String.valueOf(e.getMessage())));
        }
    }

    private Mistake unheard(List<Goal> goals) {
        String names = goals.stream().map(Goal::name).collect(Collectors.joining(", "));
        SpaceText.JavaPart part = Objects.requireNonNull(text.objective());
        return part.goals()
                .get(1)
                .directionPlace()
                .says("Goals (" + names + ") must be one for this method, which would hear the first alone."
                        + " Maybe %%genetic --method nsga2, or %%randomsearch.");
    }

    /** Every name and value must be one that the model takes. */
    public List<Mistake> ofLearner(Learner learner) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        text.space().parameters().forEach(p -> values.put(p.name(), values(p)));
        text.constants().forEach((name, value) -> values.put(name, List.of(value)));
        List<String> unknown =
                values.keySet().stream().filter(name -> !learner.has(name)).toList();
        List<Mistake> mistakes = new ArrayList<>(new UnknownNames(text, learner).mistakes(unknown));
        values.keySet().removeAll(unknown);
        values.forEach((name, all) -> mistakes.addAll(strange(learner, name, all)));
        if (learner instanceof OneOf models && text.constants().containsKey(OneOf.MODEL)) {
            mistakes.add(text.declaration(OneOf.MODEL)
                    .name()
                    .says("Model must vary among " + models.name() + ", or stand alone. Maybe --model "
                            + text.constants().get(OneOf.MODEL) + "."));
        }
        return mistakes;
    }

    private List<Mistake> strange(Learner learner, String name, List<Object> values) {
        SpaceText.Declaration declaration = text.declaration(name);
        return values.stream()
                .flatMap(value -> problem(learner, name, value).map(declaration.of(value)::says).stream())
                .toList();
    }

    private Optional<String> problem(Learner learner, String name, Object value) {
        return learner instanceof OneOf models
                ? models.problem(
                        name,
                        value,
                        text.space().parameter(name).map(Parameter::condition).orElse(null))
                : learner.problem(name, value);
    }

    private static List<Object> values(Parameter p) {
        if (p.size().isEmpty() || p.size().getAsLong() > CHECKED) {
            List<Scalar> all = p.scalars();
            return List.of(
                    p.join(all.stream().map(s -> s.decode(0)).toList()),
                    p.join(all.stream().map(s -> s.decode(1)).toList()));
        }
        return LongStream.range(0, p.size().getAsLong()).mapToObj(p::value).toList();
    }
}
