package dev.fettle.report.table;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a study, as {@link StudyTable} describes them, on their way. For one thread. */
final class TrialColumns {
    private final List<Trial.Finished> trials;
    private final List<TrialColumn> columns = new ArrayList<>();

    private TrialColumns(List<Trial.Finished> trials) {
        this.trials = trials;
    }

    /**
     * The columns of a history.
     *
     * @param parameters their names, in the order of their columns
     * @param metric what the column of the first goal is called
     */
    static List<TrialColumn> of(History history, List<String> parameters, String metric) {
        TrialColumns all = new TrialColumns(history.trials());
        all.add("trial", "trial", Integer.class, Trial::number);
        all.add("state", "trial", String.class, TrialColumns::state);
        if (all.trials.stream().anyMatch(t -> t.proposal().resource() != Proposal.ALL)) {
            all.add("resource", "trial", Integer.class, t -> t.proposal().resource());
        }
        all.scores(history.goals(), metric);
        all.perFold("fold_", Score::folds);
        all.perFold("train_", s -> numbers(s.trainings(), Training::score));
        all.perFold("fit_seconds_", s -> numbers(s.trainings(), Training::seconds));
        for (String name : parameters) {
            all.add(name, "param", Object.class, t -> t.point().find(name), Optional.of(name));
        }
        all.add("seconds", "trial", Double.class, t -> t.took().toNanos() / 1e9);
        return all.columns;
    }

    private void scores(List<Goal> goals, String metric) {
        number(metric, "goal", Score::value);
        number("se", "goal", s -> known(s.standardError()));
        for (int i = 1; i < goals.size(); i++) {
            int goal = i;
            number(goals.get(i).name(), "goal", s -> s.values().get(goal));
        }
        List<String> said = goals.stream().skip(1).map(Goal::name).toList();
        for (String other : metrics()) {
            if (!other.equals(metric) && !said.contains(other)) {
                number(other, "metric", s -> s.metrics().get(other));
            }
        }
    }

    private static List<@Nullable Double> numbers(List<Training> trainings, Function<Training, Double> number) {
        List<@Nullable Double> numbers = new ArrayList<>();
        trainings.forEach(t -> numbers.add(known(number.apply(t))));
        return numbers;
    }

    /** NaN stands for what nobody has asked for. */
    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : (Double) number;
    }

    /** A column for each fold that a trial has a number of. */
    private void perFold(String prefix, Function<Score, List<@Nullable Double>> numbers) {
        int folds = trials.stream()
                .mapToInt(t -> score(t).map(s -> numbers.apply(s).size()).orElse(0))
                .max()
                .orElse(0);
        for (int i = 0; i < folds; i++) {
            int fold = i;
            number(prefix + (i + 1), "fold", s -> {
                List<@Nullable Double> all = numbers.apply(s);
                return fold < all.size() ? all.get(fold) : null;
            });
        }
    }

    private void number(String name, String prefix, Function<Score, @Nullable Double> number) {
        add(name, prefix, Double.class, t -> {
            Score score = score(t).orElse(null);
            return score == null ? null : number.apply(score);
        });
    }

    private void add(String name, String prefix, Class<?> type, Function<Trial.Finished, @Nullable Object> value) {
        add(name, prefix, type, value, Optional.empty());
    }

    private void add(
            String name,
            String prefix,
            Class<?> type,
            Function<Trial.Finished, @Nullable Object> value,
            Optional<String> parameter) {
        List<@Nullable Object> values = new ArrayList<>();
        trials.forEach(t -> values.add(value.apply(t)));
        List<String> taken = columns.stream().map(TrialColumn::name).toList();
        columns.add(new TrialColumn(free(taken, name, prefix), type, parameter, values));
    }

    private static Optional<Score> score(Trial.Finished trial) {
        return trial.match(c -> Optional.of(c.score()), pruned -> Optional.empty(), failed -> Optional.empty());
    }

    private static String state(Trial.Finished trial) {
        return trial.match(completed -> "completed", pruned -> "pruned", failed -> "failed");
    }

    private Set<String> metrics() {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(t -> names.addAll(score(t).map(s -> s.metrics().keySet()).orElse(Set.of())));
        return names;
    }

    /** The name, with the prefix as often as columns have it already; names that differ in case only are the same. */
    static String free(List<String> taken, String name, String prefix) {
        Set<String> lower = new LinkedHashSet<>();
        taken.forEach(n -> lower.add(n.toLowerCase(Locale.ROOT)));
        String free = name;
        while (lower.contains(free.toLowerCase(Locale.ROOT))) {
            free = prefix + "_" + free;
        }
        return free;
    }
}
