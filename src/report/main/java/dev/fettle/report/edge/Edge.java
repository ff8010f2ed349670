package dev.fettle.report.edge;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The best trial lies at the end of a range, or near to it, and the scores rise towards it: better ones may lie behind. Nothing
 * is said where that may be chance, where a value inside is as good, or where the range ends by nature: at a share or a count of
 * 0, at one of 1 that counts, and where a model takes no more. Immutable, for any thread.
 *
 * <pre>{@code
 * List<String> lines = Edge.of(history, space, Legal.UNKNOWN).stream().map(Edge::sentence).toList();
 * }</pre>
 *
 * @param parameter or element of an array, {@code w[3]}
 * @param value of the best trial
 * @param exact whether that is the last value, and not only near to it
 * @param line of a cell with a wider range
 * @param doubt a value that the error of the best score does not tell from it; or empty
 * @param condition what must be true of the parameter for that, {@code may be more than 1}; empty if it is known
 */
public record Edge(
        String parameter, Object value, boolean exact, String line, Optional<Object> doubt, String condition) {
    private static final int SAID = 3;

    /** At most three, in the order of the space; none for several goals. */
    public static List<Edge> of(History history, SearchSpace space, Legal legal) {
        Optional<Trial.Completed> best = history.best();
        if (best.isEmpty() || history.goals().size() > 1) {
            return List.of();
        }
        List<Trial.Completed> trials = history.evaluated();
        int looks = 2
                * (int) space.scalars().stream()
                        .filter(s -> Ladder.of(s).isPresent())
                        .count();
        return space.parameters().stream()
                .filter(p -> best.get().point().has(p.name()))
                .flatMap(p -> p.scalars().stream()
                        .flatMap(s -> Ladder.of(s).stream())
                        .flatMap(ladder -> Stream.of(false, true)
                                .flatMap(high -> of(history, trials, ladder, p, high, legal, looks).stream()))
                        .limit(1))
                .limit(SAID)
                .toList();
    }

    private static Optional<Edge> of(
            History history,
            List<Trial.Completed> trials,
            Ladder ladder,
            Parameter p,
            boolean high,
            Legal legal,
            int looks) {
        Trial.Completed best = history.best().orElseThrow();
        Scalar scalar = ladder.parameter();
        double place = ladder.place(best.point().value(scalar.name()));
        if ((high ? 1 - place : place) > Evidence.NEAR) {
            return Optional.empty();
        }
        // Looked for only now, as arrays may have many elements.
        List<Trial.Completed> with = trials.stream()
                .filter(t -> t.point().find(scalar.name()) != null)
                .toList();
        Evidence evidence = new Evidence(history, with, ladder, high);
        if (!evidence.convinces(best, looks)) {
            return Optional.empty();
        }
        Object value = best.point().value(scalar.name());
        return Wider.line(p, scalar, high, legal)
                .map(line -> new Edge(
                        scalar.name(),
                        value,
                        place == (high ? 1 : 0),
                        line,
                        evidence.doubted(best),
                        high && legal == Legal.UNKNOWN && endsAtOne(scalar) ? "it may be more than 1" : ""));
    }

    /** As shares do. */
    private static boolean endsAtOne(Scalar scalar) {
        return scalar instanceof Real r && r.scale() == Scale.LINEAR && r.low() >= 0 && r.high() == 1;
    }

    /** {@code Best at the edge of alpha (1.0); maybe widen it to  alpha in log(1e-05, 100.0, 8)  and run again.} */
    public String sentence() {
        return "Best " + (exact ? "at" : "near") + " the edge of " + parameter + " (" + Wording.value(value)
                + "); maybe widen it to  " + line + "  "
                + (condition.isEmpty() ? "and run again." : "if " + condition + ".")
                + doubt.map(other -> " One standard error does not tell it from " + Wording.value(other) + ".")
                        .orElse("");
    }
}
