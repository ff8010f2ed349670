package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The best trial of each value of a choice on which other parameters hang: of each model, of each solver. Immutable, for any
 * thread.
 *
 * @param bests of each value that has a score, the best first
 */
record ByChoice(String parameter, Goal goal, List<Trial.Completed> bests) {
    /** More values than this are no comparison. */
    private static final int MOST = 12;

    ByChoice {
        bests = List.copyOf(bests);
    }

    /** What can be compared: the first such choice of the space of which at least two values have a score. */
    static Optional<ByChoice> of(History history, SearchSpace space) {
        return space.parameters().stream()
                .filter(p -> p instanceof Choice c && c.values().size() <= MOST && decides(p.name(), space))
                .map(p -> of(history, (Choice) p))
                .filter(c -> c.bests().size() > 1)
                .findFirst();
    }

    private static boolean decides(String name, SearchSpace space) {
        return space.parameters().stream().anyMatch(p -> {
            Expression condition = p.condition();
            return condition != null && condition.mentions(name);
        });
    }

    private static ByChoice of(History history, Choice choice) {
        Goal goal = history.goal();
        Comparator<Trial.Completed> loss =
                Comparator.comparingDouble(t -> goal.loss(t.score().value()));
        List<Trial.Completed> bests = new ArrayList<>();
        for (Object value : choice.values()) {
            history.evaluated().stream()
                    .filter(t -> Objects.equals(t.point().find(choice.name()), value))
                    .min(loss.thenComparing(Trial.Completed::number))
                    .ifPresent(bests::add);
        }
        bests.sort(loss.thenComparing(Trial.Completed::number));
        return new ByChoice(choice.name(), goal, bests);
    }

    /** {@code Best by model: svm 0.9833 ± 0.008 (trial 3), knn 0.9750 ± 0.01 (trial 7). One standard error does not tell svm and knn apart.} */
    List<String> sentences() {
        String all = bests.stream()
                .map(t -> value(t) + " "
                        + Wording.scoreWithError(t.score().value(), t.score().standardError()) + " (trial "
                        + t.number() + ")")
                .collect(Collectors.joining(", "));
        List<String> close = close();
        return List.of("Best by " + parameter + ": " + all + "."
                + (close.size() < 2
                        ? ""
                        : " One standard error does not tell " + String.join(", ", close.subList(0, close.size() - 1))
                                + " and " + close.get(close.size() - 1) + " apart."));
    }

    private String value(Trial.Completed t) {
        return Wording.value(t.point().find(parameter));
    }

    /** The values whose best lies within one standard error of the winner. */
    private List<String> close() {
        double error = bests.get(0).score().standardError();
        double bound = goal.loss(bests.get(0).score().value()) + error;
        return bests.stream()
                .filter(t -> goal.loss(t.score().value()) <= bound)
                .map(this::value)
                .toList();
    }
}
