package dev.fettle.report.summary;

import dev.fettle.report.insight.Importance;
import dev.fettle.report.text.Part;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Known;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.space.Point;
import dev.fettle.trial.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What to type after a run. */
final class Next {
    /** A longer line is no help; {@code best()} has it. */
    private static final int LONG = 400;

    private Next() {}

    static List<String> of(StudyReport r) {
        History history = r.history();
        if (history.best().isEmpty()) {
            return List.of();
        }
        String name = Summary.name(r);
        List<String> next = new ArrayList<>();
        if (r.name() == null) {
            next.add("%tune last");
        } else {
            next.add(name + ".best()");
            next.add(name + ".table()");
        }
        Point winner = history.best().get().point();
        Part.of("The line to copy", () -> line(winner))
                .found()
                .flatMap(line -> line)
                .ifPresent(next::add);
        List<String> strongest =
                Part.of("The choice of a heat map", () -> strongest(r)).found().orElse(List.of());
        if (strongest.size() == 2) {
            next.add("%tune plot " + name + " heatmap " + String.join(" ", strongest));
        }
        if (Part.of("The outlook", () -> Summary.outlook(r).pays()).found().orElse(false)) {
            next.add("%tune resume " + name + " --trials " + more(r));
        }
        return next;
    }

    /** The winner to copy, where what is said of it has not all of it. */
    private static Optional<String> line(Point winner) {
        return Optional.of("try " + Wording.assigned(winner))
                .filter(line -> Wording.shortens(winner) && line.length() <= LONG);
    }

    /** Half as many again, to the next ten, and no more than there are points. */
    private static long more(StudyReport r) {
        long done = r.history().size();
        return Math.min((done + done / 2 + 9) / 10 * 10, r.space().size().orElse(Long.MAX_VALUE));
    }

    /** The two parameters with the largest share of the variance, in the order of the space. */
    private static List<String> strongest(StudyReport r) {
        List<String> names = r.space().names();
        return ranked(r)
                .filter(p -> sizeOf(r, p).orElse(2) > 1)
                .limit(2)
                .sorted(Comparator.comparingInt(names::indexOf))
                .toList();
    }

    /** The largest share first: plain shares where every point counts, else those without the share of chance. */
    private static Stream<String> ranked(StudyReport r) {
        return r.exhaustive()
                ? r.insights().share().shares().stream()
                        .sorted(Comparator.comparingDouble((VarianceShare.Share s) -> -s.share()))
                        .map(VarianceShare.Share::parameter)
                : r.insights().importance().sorted().stream().map(Importance.Effect::parameter);
    }

    private static OptionalLong sizeOf(StudyReport r, String name) {
        return Known.scalar(r.space(), name).size();
    }
}
