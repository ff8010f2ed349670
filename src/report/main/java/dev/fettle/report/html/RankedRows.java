package dev.fettle.report.html;

import dev.fettle.replicate.Replicated;
import dev.fettle.report.summary.Ranking;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

    static TextTable of(StudyReport report, Ranking ranking, int count) {
        boolean errors = ranking.rows().stream()
                .flatMap(r -> r.scored().stream())
                .anyMatch(t -> !Double.isNaN(t.score().standardError()));
        List<String> head = new ArrayList<>(List.of("rank", "trial", report.metric() + (errors ? " ± SE" : "")));
        List<Goal> goals = report.history().goals();
        goals.stream().skip(1).forEach(g -> head.add(g.name()));
        List<String> metrics = metrics(ranking, head, report.metric());
        head.addAll(metrics);
        boolean rungs = rungs(ranking, count);
        if (rungs) {
            head.add(ranking.winner().filter(r -> Replicated.is(r.trial())).isPresent() ? "evaluations" : "resource");
        }
        List<Boolean> texts = new ArrayList<>(Collections.nCopies(head.size(), false));
        List<Parameter> all = active(report.space().parameters(), ranking, count);
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
                .map(r -> row(
                        r,
                        ranking.winner().equals(Optional.of(r)),
                        goals.size(),
                        metrics,
                        rungs,
                        parameters,
                        all.size()))
                .toList();
        return new TextTable(head, texts, rows);
    }

    /** Those that exist in one of the rows at least. */
    private static List<Parameter> active(List<Parameter> parameters, Ranking ranking, int count) {
        return parameters.stream()
                .filter(p -> p.condition() == null
                        || ranking.rows().stream()
                                .limit(count)
                                .anyMatch(r -> r.trial().point().has(p.name())))
                .toList();
    }

    /** Whether the rows differ in their resource, by which they are ranked first. */
    private static boolean rungs(Ranking ranking, int count) {
        return ranking.rows().stream()
                        .limit(count)
                        .map(r -> r.trial().proposal().resource())
                        .distinct()
                        .count()
                > 1;
    }

    /** The other metrics, in the order in which they come; a trial may lack some. */
    private static List<String> metrics(Ranking ranking, List<String> taken, String goal) {
        return ranking.rows().stream()
                .limit(LOOKED_AT)
                .flatMap(r -> r.scored().stream())
                .flatMap(t -> t.score().metrics().keySet().stream())
                .distinct()
                .filter(m -> !m.equals(goal) && !taken.contains(m))
                .limit(METRICS)
                .toList();
    }

    private static List<String> row(
            Ranking.Row r,
            boolean winner,
            int goals,
            List<String> metrics,
            boolean rungs,
            List<Parameter> parameters,
            int all) {
        Optional<Score> score = r.scored().map(Trial.Completed::score);
        List<String> cells = new ArrayList<>();
        String rank = r.trial() instanceof Trial.Failed ? Wording.NONE : Integer.toString(r.rank());
        cells.add(rank + (winner ? " ★" : NO_STAR));
        cells.add(Integer.toString(r.number()));
        cells.add(r.trial()
                .match(
                        c -> Wording.scoreWithError(c.score().value(), c.score().standardError()),
                        pruned -> "pruned",
                        failed -> "failed"));
        for (int i = 1; i < goals; i++) {
            int goal = i;
            cells.add(number(score.map(s -> s.values().get(goal))));
        }
        metrics.forEach(m -> cells.add(number(score.map(s -> s.metrics().get(m)))));
        if (rungs) {
            int resource = r.trial().proposal().resource();
            cells.add(resource == Proposal.ALL ? Wording.NONE : Integer.toString(resource));
        }
        parameters.forEach(
                p -> cells.add(Wording.line(Wording.value(r.trial().point().find(p.name())), LONG)));
        if (all > parameters.size()) {
            cells.add("…");
        }
        cells.add(Wording.time(r.trial().took()));
        return cells;
    }

    private static String number(Optional<Double> value) {
        return value.map(Wording::score).orElse(Wording.NONE);
    }

    static boolean words(Parameter p) {
        return p instanceof Array
                || (p instanceof Choice c && !c.values().stream().allMatch(Number.class::isInstance));
    }
}
