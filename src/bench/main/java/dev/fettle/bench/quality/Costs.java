package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What samplers cost besides the objective. */
final class Costs {
    private Costs() {}

    static String text(List<Recording> recordings, List<Problem> problems, int budget) {
        List<Integer> marks = Report.BUDGETS.stream().filter(b -> b <= budget).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Recording r : recordings) {
            List<String> row = new ArrayList<>(List.of(r.sampler()));
            for (int mark : marks) {
                double[] ms = problems.stream()
                        .flatMapToDouble(p -> Arrays.stream(r.cpuMs(p.name(), mark)))
                        .toArray();
                row.add(ms.length == 0 ? "-" : spread(ms));
            }
            if (row.subList(1, row.size()).stream().anyMatch(cell -> !cell.equals("-"))) {
                row.add(r.peakMb() == 0 ? "-" : Markdown.number(Math.rint(r.peakMb()), 6));
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return "";
        }
        List<String> head = Stream.of(
                        Stream.of("sampler"), marks.stream().map(m -> "n = " + m), Stream.of("peak memory, MB"))
                .flatMap(s -> s)
                .toList();
        return "**CPU of ask and tell, ms a trial: mean of the 10 trials before the mark, median over runs (range)**\n\n"
                + Markdown.table(head, rows);
    }

    private static String spread(double[] ms) {
        return Markdown.number(Sample.median(ms), 3) + " (" + Markdown.number(Sample.quantile(ms, 0), 3) + ".."
                + Markdown.number(Sample.quantile(ms, 1), 3) + ")";
    }
}
