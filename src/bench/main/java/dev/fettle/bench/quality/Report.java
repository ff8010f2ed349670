package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What recordings say, in words and tables: the same recordings give the same text.
 *
 * @param ours in the order asked for
 * @param peers sorted by name
 */
record Report(List<Recording> ours, List<Recording> peers) {
    static final List<Integer> BUDGETS = List.of(30, 100, 200);
    static final int RESAMPLES = 1_000;

    /** All tables for a set of problems, after each number of trials up to {@code budget}. */
    String text(String title, List<Problem> problems, int budget) {
        StringBuilder text = new StringBuilder("## " + title + "\n\n");
        List<Recording> all = Stream.concat(ours.stream(), peers.stream()).toList();
        for (int trials : BUDGETS) {
            Sheet sheet = Sheet.of(all, problems, trials).with(false);
            if (trials <= budget && !sheet.samplers().isEmpty()) {
                text.append(medians(sheet, trials));
                text.append(standings(sheet, trials));
                text.append(
                        Versus.of(sheet, ours.stream().map(Recording::sampler).toList())
                                .text(trials));
            }
        }
        return text + Costs.text(all, problems, budget) + failures(problems);
    }

    private static String medians(Sheet sheet, int trials) {
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < sheet.problems().size(); p++) {
            Problem problem = sheet.problems().get(p);
            List<String> row = new ArrayList<>(List.of(problem.name(), Markdown.number(problem.optimum(), 4)));
            for (int s = 0; s < sheet.samplers().size(); s++) {
                row.add(sheet.has(s, p) ? spread(sheet.values()[s][p]) : "-");
            }
            rows.add(row);
        }
        List<String> head = Stream.concat(Stream.of("problem", "optimum"), sheet.samplers().stream())
                .toList();
        return "**Median best value after " + trials + " trials [quartiles]**\n\n" + Markdown.table(head, rows);
    }

    private static String spread(double[] values) {
        return Markdown.number(Sample.median(values), 4) + " [" + Markdown.number(Sample.quantile(values, 0.25), 3)
                + ", " + Markdown.number(Sample.quantile(values, 0.75), 3) + "]";
    }

    /** Of those samplers alone that ran on all problems, since ranks of others mean something else. */
    private static String standings(Sheet sheet, int trials) {
        Sheet full = sheet.with(true);
        int samplers = full.samplers().size();
        if (samplers < 2) {
            return "";
        }
        Standing[] standings = Standing.of(full);
        List<Standing[]> resampled = IntStream.range(0, RESAMPLES)
                .mapToObj(r -> Standing.of(full.resampled(r)))
                .toList();
        List<List<String>> rows = IntStream.range(0, samplers)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> standings[s].rank()))
                .map(s -> row(
                        full.samplers().get(s),
                        standings[s],
                        resampled.stream().map(r -> r[s]).toList(),
                        runs(full.values()[s])))
                .toList();
        String left = sheet.samplers().stream()
                .filter(s -> !full.samplers().contains(s))
                .reduce((a, b) -> a + ", " + b)
                .map(s -> "Not ranked, since they did not run on all: " + s + ".\n\n")
                .orElse("");
        return String.format(
                        Locale.ROOT,
                        "**Standing among %d on %d problems after %d trials [95 %% over runs]**%n%n",
                        samplers,
                        full.problems().size(),
                        trials)
                + Markdown.table(
                        List.of("sampler", "mean rank", "mean norm. regret", "mean log10 regret", "runs"), rows)
                + left;
    }

    private static List<String> row(String sampler, Standing standing, List<Standing> resampled, int runs) {
        return List.of(
                sampler,
                Interval.of(
                                standing.rank(),
                                resampled.stream().map(Standing::rank).toList())
                        .text(2),
                Interval.of(
                                standing.regret(),
                                resampled.stream().map(Standing::regret).toList())
                        .text(4),
                Interval.of(
                                standing.logRegret(),
                                resampled.stream().map(Standing::logRegret).toList())
                        .text(2),
                Integer.toString(runs));
    }

    private static int runs(double[][] values) {
        return Stream.of(values).mapToInt(v -> v.length).min().orElse(0);
    }

    private String failures(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Recording r : ours) {
            for (Problem problem : problems) {
                r.runs().getOrDefault(problem.name(), new TreeMap<>()).forEach((seed, run) -> {
                    if (run.error() != null) {
                        text.append(r.sampler() + " failed on " + problem.name() + ", seed " + seed + ": " + run.error()
                                + "\n");
                    }
                });
            }
        }
        return text.toString();
    }
}
