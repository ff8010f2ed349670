package dev.fettle.space.grid;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which coordinates cannot move alone, since equations tie them to others. Immutable, for any thread. */
final class Ties {
    private static final Tie NONE = new Tie(List.of(), 0);

    private final List<Group> groups = new ArrayList<>();

    private record Group(Set<Integer> coordinates, int equations) {}

    /**
     * What a coordinate is tied to, directly or through others.
     *
     * @param equations how many there are, and so about how many of the others must follow
     */
    record Tie(List<Integer> others, int equations) {}

    Ties(SearchSpace space, Bounds bounds) {
        space.constraints().stream()
                .flatMap(Ties::equations)
                .forEach(e -> join(new HashSet<>(bounds.mentioned(List.of(e)))));
    }

    private static Stream<Expression> equations(Expression e) {
        if (e instanceof Expression.Binary b && b.operator() == Operator.AND) {
            return Stream.of(b.left(), b.right()).flatMap(Ties::equations);
        }
        return e instanceof Expression.Binary b && b.operator() == Operator.EQUAL ? Stream.of(e) : Stream.empty();
    }

    private void join(Set<Integer> coordinates) {
        List<Group> touched = groups.stream()
                .filter(g -> g.coordinates().stream().anyMatch(coordinates::contains))
                .toList();
        groups.removeAll(touched);
        touched.forEach(g -> coordinates.addAll(g.coordinates()));
        groups.add(new Group(
                coordinates, 1 + touched.stream().mapToInt(Group::equations).sum()));
    }

    Tie of(int coordinate) {
        return groups.stream()
                .filter(g -> g.coordinates().contains(coordinate))
                .findFirst()
                .map(g -> tie(g, coordinate))
                .orElse(NONE);
    }

    private static Tie tie(Group group, int coordinate) {
        List<Integer> others = group.coordinates().stream()
                .filter(c -> c != coordinate)
                .sorted()
                .toList();
        return new Tie(others, Math.min(group.equations(), others.size()));
    }
}
