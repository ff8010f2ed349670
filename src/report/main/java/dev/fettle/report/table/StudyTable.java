package dev.fettle.report.table;

import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A study as a table: one row for each trial that ended, in the order of the numbers. Columns: {@code trial}, {@code state}
 * (completed, pruned, failed), {@code resource} where trials have more and less of one, the goal, its standard error {@code se}, further goals, other metrics, {@code fold_1} …, the
 * parameters with their types, an array as text, and {@code seconds}. What is not there, an inactive parameter, an error that is
 * not known or the score of a failed trial, is missing. Everything but the seconds depends on the study alone. Stateless, for any
 * thread; a table is for one at a time.
 *
 * <pre>{@code
 * Table table = StudyTable.of("study", history, space, "loss");
 * double best = table.doubleColumn("loss").min();
 * }</pre>
 */
public final class StudyTable {
    private StudyTable() {}

    /**
     * The table of a history. Tablesaw takes names that differ in case only for the same; a parameter whose name is taken
     * is called {@code param_NAME}, a goal {@code goal_NAME}, a metric {@code metric_NAME}.
     *
     * @param name of the table
     * @param space whose points the trials have
     * @param metric what the column of the first goal is called
     */
    public static Table of(String name, History history, SearchSpace space, String metric) {
        List<Trial.Finished> trials = history.trials();
        Table table = Table.create(name);
        table.addColumns(IntColumn.create("trial", trials.stream().mapToInt(Trial::number)));
        table.addColumns(StringColumn.create("state", trials.stream().map(StudyTable::state)));
        if (trials.stream().anyMatch(t -> t.proposal().resource() != Proposal.ALL)) {
            table.addColumns(IntColumn.create(
                    "resource", trials.stream().mapToInt(t -> t.proposal().resource())));
        }
        add(table, free(table, metric, "goal"), trials, Score::value);
        add(table, free(table, "se", "goal"), trials, Score::standardError);
        List<Goal> goals = history.goals();
        for (int i = 1; i < goals.size(); i++) {
            int goal = i;
            add(table, free(table, goals.get(i).name(), "goal"), trials, s -> s.values()
                    .get(goal));
        }
        List<String> said = goals.stream().skip(1).map(Goal::name).toList();
        for (String other : metrics(trials)) {
            if (!other.equals(metric) && !said.contains(other)) {
                add(
                        table,
                        free(table, other, "metric"),
                        trials,
                        s -> Objects.requireNonNullElse(s.metrics().get(other), Double.NaN));
            }
        }
        perFold(table, "fold_", trials, Score::folds);
        perFold(table, "train_", trials, s -> s.trainings().stream()
                .map(Training::score)
                .toList());
        perFold(table, "fit_seconds_", trials, s -> s.trainings().stream()
                .map(Training::seconds)
                .toList());
        space.parameters()
                .forEach(p -> table.addColumns(ParameterColumn.of(free(table, p.name(), "param"), p, trials)));
        double[] seconds =
                trials.stream().mapToDouble(t -> t.took().toNanos() / 1e9).toArray();
        return table.addColumns(DoubleColumn.create(free(table, "seconds", "trial"), seconds));
    }

    /** A column for each fold that a trial has a number of. */
    private static void perFold(
            Table table, String prefix, List<Trial.Finished> trials, Function<Score, List<Double>> numbers) {
        int folds = trials.stream()
                .mapToInt(t -> score(t).map(s -> numbers.apply(s).size()).orElse(0))
                .max()
                .orElse(0);
        for (int i = 0; i < folds; i++) {
            int fold = i;
            add(table, prefix + (i + 1), trials, s -> {
                List<Double> all = numbers.apply(s);
                return fold < all.size() ? all.get(fold) : Double.NaN;
            });
        }
    }

    private static void add(Table table, String name, List<Trial.Finished> trials, Function<Score, Double> number) {
        double[] values = trials.stream()
                .mapToDouble(t -> score(t).map(number).orElse(Double.NaN))
                .toArray();
        table.addColumns(DoubleColumn.create(name, values));
    }

    private static Optional<Score> score(Trial.Finished trial) {
        return trial.match(c -> Optional.of(c.score()), pruned -> Optional.empty(), failed -> Optional.empty());
    }

    private static String state(Trial.Finished trial) {
        return trial.match(completed -> "completed", pruned -> "pruned", failed -> "failed");
    }

    private static Set<String> metrics(List<Trial.Finished> trials) {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(t -> names.addAll(score(t).map(s -> s.metrics().keySet()).orElse(Set.of())));
        return names;
    }

    /** The name, with the prefix as often as columns have it already. */
    static String free(Table table, String name, String prefix) {
        List<String> taken = new ArrayList<>();
        table.columnNames().forEach(n -> taken.add(n.toLowerCase(Locale.ROOT)));
        String free = name;
        while (taken.contains(free.toLowerCase(Locale.ROOT))) {
            free = prefix + "_" + free;
        }
        return free;
    }
}
