package dev.fettle.report.html;

import dev.fettle.report.view.Ranking;
import dev.fettle.report.view.StudyReport;
import dev.fettle.report.view.Wording;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ranking as rows of text. */
final class RankedRows {
    /** As wide as a blank and a star, so that ranks line up. */
    private static final String NO_STAR = " \u2003";

    private RankedRows() {}

    static Columns of(StudyReport report, Ranking ranking, int count) {
        boolean errors = ranking.rows().stream().anyMatch(r -> !Double.isNaN(r.error()));
        List<String> head = new ArrayList<>(List.of("rank", "trial", report.metric() + (errors ? " ± SE" : "")));
        List<Boolean> texts = new ArrayList<>(List.of(false, false, false));
        for (Parameter p : report.space().parameters()) {
            head.add(p.name());
            texts.add(words(p));
        }
        head.add("time");
        texts.add(false);
        List<List<String>> rows = ranking.rows().stream()
                .limit(count)
                .map(r -> row(
                        r,
                        ranking.winner().equals(Optional.of(r)),
                        report.space().parameters()))
                .toList();
        return new Columns(head, texts, rows);
    }

    private static List<String> row(Ranking.Row r, boolean winner, List<Parameter> parameters) {
        List<String> cells = new ArrayList<>();
        cells.add(r.rank() + (winner ? " ★" : NO_STAR));
        cells.add(Integer.toString(r.number()));
        cells.add(r.failed() ? "failed" : Wording.scoreWithError(r.score(), r.error()));
        parameters.forEach(p -> cells.add(Wording.value(r.point().find(p.name()))));
        cells.add(Wording.time(Duration.ofNanos((long) (r.seconds() * 1e9))));
        return cells;
    }

    static boolean words(Parameter p) {
        return p instanceof Array
                || (p instanceof Choice c && !c.values().stream().allMatch(Number.class::isInstance));
    }
}
