package dev.fettle.report.html;

import dev.fettle.report.summary.Ranking;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ranking as rows of text. */
final class RankedRows {
    /** As wide as a blank and a star, so that ranks line up. */
    private static final String NO_STAR = " \u2003";

    /** Wider tables are cut; {@code table()} has all columns. */
    private static final int PARAMETERS = 20;

    private static final int METRICS = 4;
    private static final int LONG = 40;
    private static final int LOOKED_AT = 1000;

    private RankedRows() {}

    static Columns of(StudyReport report, Ranking ranking, int count) {
        boolean errors = ranking.rows().stream().anyMatch(r -> !Double.isNaN(r.error()));
        List<String> head = new ArrayList<>(List.of("rank", "trial", report.metric() + (errors ? " ± SE" : "")));
        List<Boolean> texts = new ArrayList<>(List.of(false, false, false));
        List<String> metrics = metrics(ranking, report.metric());
        metrics.forEach(m -> {
            head.add(m);
            texts.add(false);
        });
        List<Parameter> all = report.space().parameters();
        List<Parameter> parameters = all.subList(0, Math.min(PARAMETERS, all.size()));
        for (Parameter p : parameters) {
            head.add(p.name());
            texts.add(words(p));
        }
        if (all.size() > PARAMETERS) {
            head.add("… " + (all.size() - PARAMETERS) + " more");
            texts.add(true);
        }
        head.add("time");
        texts.add(false);
        List<List<String>> rows = ranking.rows().stream()
                .limit(count)
                .map(r -> row(r, ranking.winner().equals(Optional.of(r)), metrics, parameters, all.size()))
                .toList();
        return new Columns(head, texts, rows);
    }

    /** The other metrics, in the order in which they come; a trial may lack some. */
    private static List<String> metrics(Ranking ranking, String goal) {
        return ranking.rows().stream()
                .limit(LOOKED_AT)
                .flatMap(r -> r.metrics().keySet().stream())
                .distinct()
                .filter(m -> !m.equals(goal))
                .limit(METRICS)
                .toList();
    }

    private static List<String> row(
            Ranking.Row r, boolean winner, List<String> metrics, List<Parameter> parameters, int all) {
        List<String> cells = new ArrayList<>();
        cells.add(r.rank() + (winner ? " ★" : NO_STAR));
        cells.add(Integer.toString(r.number()));
        cells.add(r.failed() ? "failed" : Wording.scoreWithError(r.score(), r.error()));
        metrics.forEach(m -> cells.add(metric(r.metrics().get(m))));
        parameters.forEach(p -> cells.add(Wording.line(Wording.value(r.point().find(p.name())), LONG)));
        if (all > parameters.size()) {
            cells.add("…");
        }
        cells.add(Wording.time(Duration.ofNanos((long) (r.seconds() * 1e9))));
        return cells;
    }

    private static String metric(@Nullable Double value) {
        return value == null ? Wording.NONE : Wording.score(value);
    }

    static boolean words(Parameter p) {
        return p instanceof Array
                || (p instanceof Choice c && !c.values().stream().allMatch(Number.class::isInstance));
    }
}
