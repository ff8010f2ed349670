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

/** What is wrong, or looks so, between statements that are right each by itself. */
record Consistency(SearchSpace space, List<Point> tries, List<Unsatisfiable> unsatisfiable) {
    static Consistency of(SearchSpace space, List<Point> tries) {
        return new Consistency(space, tries, Unsatisfiable.of(space, tries));
    }

    /** What held for none of the points that were tried, and may yet hold somewhere. */
    List<String> warnings() {
        return unsatisfiable.stream()
                .filter(u -> !u.certain())
                .map(Unsatisfiable::message)
                .toList();
    }

    /**
     * Mistakes in conditions and constraints that never hold, and in tries that fail a constraint which can hold.
     *
     * @param conditions where the condition of a parameter stands
     * @param constraints where each constraint of the space stands
     */
    List<Mistake> mistakes(Map<String, Token> conditions, List<Token> constraints, List<Token> tryPlaces) {
        List<Unsatisfiable> never =
                unsatisfiable.stream().filter(Unsatisfiable::certain).toList();
        List<Mistake> found = new ArrayList<>();
        never.forEach(u -> found.add(place(u, conditions, constraints).place().says(u.message())));
        boolean possible = never.stream().map(Unsatisfiable::constraints).allMatch(Collection::isEmpty);
        for (int i = 0; possible && i < tries.size(); i++) {
            Token place = tryPlaces.get(i);
            Point point = tries.get(i);
            broken(point)
                    .map(c -> place.place().says("Point (" + point + ") must satisfy constraint (" + c.text() + ")."))
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
    private static Token place(Unsatisfiable u, Map<String, Token> conditions, List<Token> constraints) {
        List<Integer> numbers = u.constraints();
        return numbers.isEmpty()
                ? Objects.requireNonNull(conditions.get(u.parameter()))
                : constraints.get(numbers.get(numbers.size() - 1));
    }
}
