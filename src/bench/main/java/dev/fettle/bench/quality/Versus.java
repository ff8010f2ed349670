package dev.fettle.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ours against each other sampler.
 *
 * @param ours numbers of samplers in the sheet
 */
record Versus(Sheet sheet, List<Integer> ours) {
    static Versus of(Sheet sheet, List<String> names) {
        return new Versus(
                sheet,
                names.stream()
                        .map(sheet.samplers()::indexOf)
                        .filter(i -> i >= 0)
                        .toList());
    }

    String text(int trials) {
        if (ours.isEmpty() || sheet.samplers().size() < 2) {
            return "";
        }
        List<Sheet> resampled =
                IntStream.range(0, Report.RESAMPLES).mapToObj(sheet::resampled).toList();
        List<String> head =
                Stream.concat(Stream.of("ours"), sheet.samplers().stream()).toList();
        StringBuilder text = new StringBuilder();
        text.append("**Share of pairs of runs that ours wins after " + trials
                + " trials, mean over the problems of both [95 % over runs]; = are equal**\n\n");
        text.append(Markdown.table(head, rows((s, other) -> wins(resampled, s, other))));
        text.append("**Better / worse / no difference at 5 % after " + trials
                + " trials: problems, by the rank sum with Holm's correction over them**\n\n");
        text.append(Markdown.table(head, rows((s, other) -> counts(RankSum.row(sheet, s, other)))));
        ours.forEach(s -> text.append(details(s, trials)));
        return text.toString();
    }

    private interface Cell {
        String text(int ours, int other);
    }

    private List<List<String>> rows(Cell cell) {
        List<List<String>> rows = new ArrayList<>();
        for (int s : ours) {
            List<String> row = new ArrayList<>(List.of(sheet.samplers().get(s)));
            for (int other = 0; other < sheet.samplers().size(); other++) {
                row.add(other == s || !meet(s, other) ? "-" : cell.text(s, other));
            }
            rows.add(row);
        }
        return rows;
    }

    private boolean meet(int s, int other) {
        return IntStream.range(0, sheet.problems().size()).anyMatch(p -> sheet.has(s, p) && sheet.has(other, p));
    }

    private String wins(List<Sheet> resampled, int s, int other) {
        Wins wins = Wins.of(sheet, s, other);
        Interval better = Interval.of(
                wins.better(),
                resampled.stream().map(r -> Wins.of(r, s, other).better()).toList());
        return better.text(2) + (wins.equal() >= 0.005 ? String.format(Locale.ROOT, " = %.2f", wins.equal()) : "");
    }

    private static String counts(SortedMap<Integer, RankSum> row) {
        return Stream.of(RankSum.Verdict.values())
                .map(v -> Long.toString(RankSum.count(row.values(), v)))
                .reduce((a, b) -> a + " / " + b)
                .orElseThrow();
    }

    private String details(int s, int trials) {
        List<Integer> others = IntStream.range(0, sheet.samplers().size())
                .filter(other -> other != s && meet(s, other))
                .boxed()
                .toList();
        List<SortedMap<Integer, RankSum>> columns =
                others.stream().map(other -> RankSum.row(sheet, s, other)).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < sheet.problems().size(); p++) {
            List<String> row = new ArrayList<>(List.of(sheet.problems().get(p).name()));
            for (SortedMap<Integer, RankSum> column : columns) {
                RankSum rank = column.get(p);
                row.add(rank == null ? "-" : cell(rank));
            }
            rows.add(row);
        }
        List<String> head = Stream.concat(Stream.of("problem"), others.stream().map(sheet.samplers()::get))
                .toList();
        return "**" + sheet.samplers().get(s) + " after " + trials + " trials: p of no difference, so corrected**\n\n"
                + Markdown.table(head, rows);
    }

    private static String cell(RankSum rank) {
        String p = rank.p() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", rank.p());
        return switch (rank.verdict()) {
            case BETTER -> "better, " + p;
            case WORSE -> "worse, " + p;
            case NO_DIFFERENCE -> p;
        };
    }
}
