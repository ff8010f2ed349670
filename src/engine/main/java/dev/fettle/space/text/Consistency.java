package dev.fettle.space.text;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.grid.Unsatisfiable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds what is wrong between statements that are right each by itself.
 *
 * @param conditions where the condition of a parameter stands
 * @param constraints where each constraint of the space stands
 */
record Consistency(SearchSpace space, Map<String, Token> conditions, List<Token> constraints) {
    /** Mistakes in conditions and constraints that never hold, and in tries that fail a constraint which can hold. */
    List<Diagnostic> mistakes(List<Token> tryPlaces, List<Point> tries) {
        List<Unsatisfiable> never = Unsatisfiable.of(space);
        List<Diagnostic> found = new ArrayList<>();
        never.forEach(u -> found.add(place(u).diagnostic(u.message())));
        boolean possible = never.stream().map(Unsatisfiable::constraints).allMatch(Collection::isEmpty);
        for (int i = 0; possible && i < tries.size(); i++) {
            Token place = tryPlaces.get(i);
            Point point = tries.get(i);
            broken(point)
                    .map(c -> place.diagnostic("Point (" + point + ") must satisfy constraint (" + c.text() + ")."))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Expression> broken(Point point) {
        return space.constraints().stream()
                .filter(c -> !new SearchSpace(space.parameters(), List.of(c)).allows(point))
                .findFirst();
    }

    /** Of constraints that exclude each other, the last one. */
    private Token place(Unsatisfiable u) {
        List<Integer> numbers = u.constraints();
        return numbers.isEmpty()
                ? Objects.requireNonNull(conditions.get(u.parameter()))
                : constraints.get(numbers.get(numbers.size() - 1));
    }
}
