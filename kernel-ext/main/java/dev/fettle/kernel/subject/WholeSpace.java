package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Learner;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Coarse;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The space that a model is searched in: what is written, else the default space; of several models each of which nothing is
 * written in its own.
 *
 * @param training of the rows of a training
 * @param finite whether each parameter may have a few values only
 */
record WholeSpace(SpaceText text, Dataset.Shape training, boolean finite) {
    /** So many parameters are told. */
    private static final int SHOWN = 6;

    SearchSpace of(Learner learner) {
        SearchSpace written = text.space();
        if (learner instanceof OneOf models) {
            return models.completed(written, this::standard);
        }
        return written.parameters().isEmpty() ? standard(learner) : written;
    }

    /** What is a constant of the cell does not vary. */
    private SearchSpace standard(Learner learner) {
        Set<String> constants = text.constants().keySet();
        SearchSpace space = learner.space(training);
        List<Parameter> free = space.parameters().stream()
                .filter(p -> !constants.contains(p.name()))
                .toList();
        SearchSpace rest = new SearchSpace(free, space.constraints());
        return finite ? Coarse.of(rest) : rest;
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
