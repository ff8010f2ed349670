package dev.fettle.space.grid;

import dev.fettle.random.Seed;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a space that holds for no point, or for none that was tried: constraints, or the condition of a parameter.
 * It is certain where all configurations of the parameters that matter were looked at, which are at most 20,000 then, or
 * where the bounds alone exclude it; else it may well hold somewhere, at one point of a hundred million say. The same space
 * gives the same answer. The whole takes a second at most; what is not looked at within that is passed over.
 *
 * @param constraints the numbers, from 0, of the constraints that do not hold together; empty for a condition
 * @param parameter the name of the parameter that does not exist, or null
 * @param certain whether there is no such point; else none was found
 */
public record Unsatisfiable(
        List<Integer> constraints, @Nullable String parameter, boolean certain, String message) {
    /** Of so many constraints no pair is looked for. */
    private static final int MANY = 50;

    private static final int DRAWS = 10_000;

    public Unsatisfiable {
        constraints = List.copyOf(constraints);
    }

    /**
     * All that holds for no point; empty if nothing is wrong.
     *
     * @param known points of the space to look at first, such as those that the user wants tried
     */
    public static List<Unsatisfiable> of(SearchSpace space, List<Point> known) {
        Witness.Effort effort = new Witness.Effort();
        List<Unsatisfiable> found = new ArrayList<>();
        Set<String> dead = new HashSet<>();
        for (Parameter p : space.parameters()) {
            Expression condition = p.condition();
            if (condition != null && dead.stream().anyMatch(condition::mentions)) {
                dead.add(p.name());
            } else if (condition != null) {
                String subject = "Condition (" + condition.text() + ") of parameter " + p.name();
                new Witness(space, List.of(condition), effort)
                        .of(condition, known)
                        .map(m -> new Unsatisfiable(List.of(), p.name(), m.certain(), alone(subject, m)))
                        .ifPresent(u -> {
                            dead.add(p.name());
                            found.add(u);
                        });
            }
        }
        found.addAll(new Constraints(space, known, effort).missing());
        return found;
    }

    /** Why a search has found no point: each constraint of a space, and at how many of {@value #DRAWS} points by chance it fails. */
    public static String failing(SearchSpace space) {
        RandomGenerator random = new Seed(1).child("failing").random();
        List<Point> points = Stream.generate(
                        () -> space.decode(random.doubles(space.dimensions()).toArray()))
                .limit(DRAWS)
                .toList();
        return space.constraints().stream()
                        .map(c -> new SearchSpace(space.parameters(), List.of(c)))
                        .map(one -> "constraint (" + one.constraints().get(0).text() + ") fails at "
                                + failures(one, points) + " points by chance")
                        .collect(Collectors.joining(", "))
                + (space.constraints().size() < 2 ? "" : "; together they fail at " + failures(space, points));
    }

    private static String failures(SearchSpace space, List<Point> points) {
        return points.stream().filter(point -> !space.allows(point)).count() + " of " + DRAWS;
    }

    private static String alone(String subject, Witness.Missing m) {
        return subject
                + (m.certain() ? " must hold for some point; it holds for " : " may hold for no point; it holds for ")
                + m.where() + ".";
    }

    private record Constraints(SearchSpace space, List<Point> known, Witness.Effort effort) {
        /** Each that does not hold alone; else the first pair, or all of them, if they do not hold together. */
        List<Unsatisfiable> missing() {
            int n = space.constraints().size();
            List<Unsatisfiable> alone = IntStream.range(0, n)
                    .mapToObj(i -> together(List.of(i)))
                    .flatMap(Optional::stream)
                    .toList();
            Optional<Unsatisfiable> all = n < 2 || !alone.isEmpty()
                    ? Optional.empty()
                    : together(IntStream.range(0, n).boxed().toList());
            if (all.isEmpty()) {
                return alone;
            }
            List<Unsatisfiable> pairs = n > MANY ? List.of() : pairs(n);
            return List.of(Stream.concat(pairs.stream(), all.stream())
                    .min(Comparator.comparing(u -> !u.certain()))
                    .orElseThrow());
        }

        private List<Unsatisfiable> pairs(int n) {
            return IntStream.range(0, n)
                    .boxed()
                    .flatMap(j -> IntStream.range(0, j).mapToObj(i -> together(List.of(i, j))))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Unsatisfiable> together(List<Integer> numbers) {
            List<Expression> chosen =
                    numbers.stream().map(space.constraints()::get).toList();
            String texts =
                    String.join(", ", chosen.stream().map(Expression::text).toList());
            return new Witness(space, chosen, effort)
                    .of(chosen, known)
                    .map(m -> new Unsatisfiable(
                            numbers,
                            null,
                            m.certain(),
                            chosen.size() == 1
                                    ? alone("Constraint (" + texts + ")", m)
                                    : several("Constraints (" + texts + ")", m)));
        }

        private static String several(String subject, Witness.Missing m) {
            return subject
                    + (m.certain()
                            ? " must hold together for some point; they do for "
                            : " may hold together for no point; they do for ")
                    + m.where() + ".";
        }
    }
}
