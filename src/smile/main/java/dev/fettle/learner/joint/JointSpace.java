package dev.fettle.learner.joint;

import static dev.fettle.space.condition.Expression.name;

import dev.fettle.learner.Learner;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The space of several learners: {@code model} stands first; a parameter that not all of them read exists only where one that
 * reads it is chosen; a learner of which nothing is written is searched in its default space. A name of a default space that
 * others have too gets the learner's before it: {@code knn_p}.
 */
final class JointSpace {
    private final OneOf models;
    private final List<Parameter> all = new ArrayList<>();

    private JointSpace(OneOf models) {
        this.models = models;
    }

    /**
     * A space that somebody wrote, made one of all learners.
     *
     * @param written perhaps without any parameter
     * @param standard the default space of a learner, its parameters scalars and without constraints
     */
    static SearchSpace completed(OneOf models, SearchSpace written, Function<Learner, SearchSpace> standard) {
        JointSpace joint = new JointSpace(models);
        List<String> names = models.names();
        joint.all.add(written.parameter(OneOf.MODEL)
                .orElseGet(() -> Choice.of(OneOf.MODEL, names.toArray()).startingAt(names.get(0))));
        written.parameters().stream().filter(p -> !p.name().equals(OneOf.MODEL)).forEach(joint::add);
        models.learners().stream()
                .filter(joint::isChoosable)
                .filter(l -> written.parameters().stream().noneMatch(p -> joint.reads(l, p)))
                .forEach(l -> joint.join(l, standard.apply(l)));
        return new SearchSpace(joint.all, written.constraints());
    }

    /** Whether {@code model} may be this learner. */
    private boolean isChoosable(Learner learner) {
        return all.get(0).contains(learner.name());
    }

    /** Whether a learner has a parameter that its condition does not keep from it. */
    private boolean reads(Learner learner, Parameter p) {
        return models.own(learner, p.name()).isPresent() && mayBe(learner, p.condition());
    }

    static boolean mayBe(Learner learner, @Nullable Expression condition) {
        return condition == null
                || !Boolean.FALSE.equals(condition.evaluate(n -> n.equals(OneOf.MODEL) ? learner.name() : null));
    }

    /** A parameter that is written, with the condition that it is read. */
    private void add(Parameter p) {
        List<Learner> may = models.learners().stream()
                .filter(l -> isChoosable(l) && mayBe(l, p.condition()))
                .toList();
        List<String> readers =
                may.stream().filter(l -> reads(l, p)).map(Learner::name).toList();
        all.add(readers.size() == may.size() || readers.isEmpty() ? p : p.when(and(chosen(readers), p.condition())));
    }

    private static Expression chosen(List<String> readers) {
        return readers.size() == 1
                ? name(OneOf.MODEL).is(readers.get(0))
                : name(OneOf.MODEL).in(readers.toArray());
    }

    private static Expression and(Expression chosen, @Nullable Expression condition) {
        return condition == null ? chosen : chosen.and(condition);
    }

    private void join(Learner learner, SearchSpace standard) {
        UnaryOperator<String> names = n -> standard.names().contains(n) ? nameOf(learner, n) : n;
        for (Parameter p : standard.parameters()) {
            Expression condition = p.condition();
            Expression only = and(chosen(List.of(learner.name())), condition == null ? null : condition.renamed(names));
            Scalar renamed = scalar(p).named(names.apply(p.name()));
            all.add(Optional.ofNullable(p.defaultValue())
                    .map(renamed::startingAt)
                    .orElse(renamed)
                    .when(only));
        }
    }

    private static Scalar scalar(Parameter p) {
        if (p instanceof Scalar scalar) {
            return scalar;
        }
        throw new IllegalArgumentException("Default space must have no arrays beside other models, and has " + p.name()
                + ". Maybe write the parameters of that model.");
    }

    private String nameOf(Learner learner, String hyperparameter) {
        return models.owners(hyperparameter).size() > 1 ? learner.name() + "_" + hyperparameter : hyperparameter;
    }
}
