package dev.fettle.kernel.run;

import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Resources;
import dev.fettle.report.summary.Savings;
import dev.fettle.trial.History;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.stream.Stream;

/** What the trials of a study have cost. */
record Effort(History history, Settings settings) {
    /** How many models were fitted; 0 for Java. Trials that share the end of another were not, and of a pruned one not all were. */
    long fits() {
        int folds = settings.subject().folds();
        return history.trials().stream()
                .filter(t -> t.source() == t.number())
                .mapToLong(t -> t.match(c -> fits(c, folds), p -> Math.min(folds, begun(p)), f -> folds))
                .sum();
    }

    private boolean replicates() {
        return settings.get(LastTrials.REPLICATE);
    }

    /** A replicate has the folds of those before it too. */
    private int fits(Trial.Completed trial, int folds) {
        return replicates() ? folds : trial.score().folds().size();
    }

    /** How many folds a trial has begun. */
    private int begun(Trial.Pruned trial) {
        int most = settings.get(Resources.MAX).orElse(1);
        List<Report> reports = trial.reports();
        int last = reports.isEmpty() ? 1 : reports.get(reports.size() - 1).step();
        return (last + most - 1) / most;
    }

    /**
     * What was saved, in words, and at what risk; empty if nothing was.
     *
     * @param reused how much of the resource trainings did not use again, over all folds
     */
    List<String> saved(long reused) {
        if (replicates()) {
            return List.of();
        }
        int folds = settings.subject().folds();
        String steps = folds == 0 ? "steps" : Resources.FOLDS;
        return Stream.concat(
                        Savings.of(history, reused / Math.max(1, folds))
                                .sentence(settings.get(Resources.RESOURCE).orElse(steps), folds)
                                .stream(),
                        Resources.risk(settings.options()).stream())
                .toList();
    }
}
