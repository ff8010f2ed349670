package dev.fettle.kernel.run;

import dev.fettle.kernel.size.Size;
import dev.fettle.report.text.Rough;
import dev.fettle.report.text.Wording;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.History;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which part of a grid was seen, where it was cut. */
final class GridPart {
    /** So many parameters, and values of each, are named. */
    private static final int NAMED = 6;

    private GridPart() {}

    /** One sentence; empty where all was seen, or nothing. */
    static Optional<String> sentence(StudyConfig config, History history) {
        SearchSpace space = config.space();
        long points = Size.of(space).orElse(0);
        int seen =
                (int) history.trials().stream().map(t -> t.point()).distinct().count();
        if (seen == 0 || seen >= points) {
            return Optional.empty();
        }
        String whole = "The grid has " + (Size.isBound(space) ? "at most " : "") + Rough.count(points) + " points; ";
        return Optional.of(
                GridSampler.scatters(new Grid(space), config.trials())
                        ? whole + "the " + seen + " of this study lie all over it, in an order by chance."
                        : whole + "the " + seen + " of this study are the first in its order" + narrow(space, history));
    }

    /** Which parameters have kept some of their values for later. */
    private static String narrow(SearchSpace space, History history) {
        List<String> narrow = space.parameters().stream()
                .flatMap(p -> narrow(p, history).stream())
                .toList();
        String more = narrow.size() > NAMED ? " and " + (narrow.size() - NAMED) + " more" : "";
        return narrow.isEmpty()
                ? "."
                : narrow.stream().limit(NAMED).collect(Collectors.joining(", ", ", with ", more + "."));
    }

    private static Optional<String> narrow(Parameter p, History history) {
        List<Object> values = history.trials().stream()
                .map(t -> t.point().find(p.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return values.size() == p.size().orElse(0)
                ? Optional.empty()
                : Optional.of(
                        values.isEmpty()
                                ? p.name() + " inactive"
                                : values.size() > NAMED
                                        ? p.name() + " at " + values.size() + " of "
                                                + p.size().orElse(0) + " values"
                                        : p.name() + " "
                                                + values.stream()
                                                        .map(Wording::value)
                                                        .collect(Collectors.joining(" or "))
                                                + " alone");
    }
}
