package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.kernel.option.Method;
import dev.fettle.learner.Learner;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.grid.Coarse;
import dev.fettle.space.text.SpaceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The space that a model is searched in: what is written, else the default space; of several models each of which nothing is
 * written in its own.
 *
 * @param training of the rows of a training
 * @param domain of the method: few values for each parameter, or decimal ones without condition alone
 */
record WholeSpace(SpaceText text, Dataset.Shape training, Method.Domain domain) {
    /** So many parameters are told. */
    private static final int SHOWN = 6;

    SearchSpace of(Learner learner) {
        SearchSpace written = text.space();
        Map<String, Object> constants = text.constants();
        if (learner instanceof OneOf models) {
            return models.completed(written, each -> standard(each, owned(models, each, constants)));
        }
        return written.parameters().isEmpty() ? standard(learner, constants) : written;
    }

    /** Constants by the names that one of several models has for them. */
    private static Map<String, Object> owned(OneOf models, Learner learner, Map<String, Object> constants) {
        Map<String, Object> own = new HashMap<>();
        constants.forEach((name, value) -> models.own(learner, name).ifPresent(bare -> own.put(bare, value)));
        return own;
    }

    /** What is a constant of the cell does not vary, and decides the conditions that it decides. */
    private SearchSpace standard(Learner learner, Map<String, Object> constants) {
        SearchSpace space = learner.space(training);
        List<Parameter> free = space.parameters().stream()
                .filter(p -> !constants.containsKey(p.name()))
                .flatMap(p -> decided(p, constants).stream())
                .toList();
        SearchSpace rest = new SearchSpace(free, space.constraints());
        return switch (domain) {
            case ANY -> rest;
            case FINITE -> Coarse.of(rest);
            case SMOOTH -> smooth(rest);
        };
    }

    private static SearchSpace smooth(SearchSpace space) {
        List<Parameter> decimal = space.parameters().stream()
                .filter(p -> p.size().isEmpty() && p.condition() == null)
                .toList();
        return new SearchSpace(decimal, List.of());
    }

    private static Optional<Parameter> decided(Parameter p, Map<String, Object> constants) {
        Expression condition = p.condition();
        if (condition == null || condition.names().stream().noneMatch(constants::containsKey)) {
            return Optional.of(p);
        }
        boolean never = Boolean.FALSE.equals(condition.evaluate(constants::get));
        return never ? Optional.empty() : Optional.of(p.when(null));
    }

    /** What was added to what is written, in the words of a cell if it is short; empty if nothing was. */
    Optional<String> remark(SearchSpace whole) {
        Set<String> written = Set.copyOf(text.space().names());
        Set<String> all = Set.copyOf(whole.names());
        List<Parameter> added = whole.parameters().stream()
                .filter(p -> !written.contains(p.name()))
                .toList();
        if (added.isEmpty()) {
            return Optional.empty();
        }
        String words = added.size() > SHOWN
                ? added.size() + " parameters, which --dry-run shows"
                : added.stream().map(p -> p.text(all)).collect(Collectors.joining("; "));
        return Optional.of("Searched by default: " + words + ".");
    }
}
