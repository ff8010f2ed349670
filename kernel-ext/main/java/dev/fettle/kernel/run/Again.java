package dev.fettle.kernel.run;

import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.replicate.Replicated;
import dev.fettle.replicate.ReplicatedSampler;
import dev.fettle.report.text.Wording;
import dev.fettle.trial.Budget;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Optional;

/** What is said of the best points that are evaluated again. */
final class Again {
    private Again() {}

    /** Before the first trial; empty if nothing comes again. */
    static String plan(Settings settings) {
        int trials = settings.budget().trials();
        if (!settings.get(LastTrials.REPLICATE) || trials == Budget.ALL) {
            return "";
        }
        return "The last " + ReplicatedSampler.replicates(trials) + " of " + trials
                + " trials evaluate the best points again, with " + others(settings) + ".";
    }

    private static String others(Settings settings) {
        return settings.subject().task().isPresent() ? "other splits of the rows and other seeds" : "other seeds";
    }

    /** What came of it: nothing if no point has come again. */
    static List<String> sentences(Settings settings, History history) {
        return history.best().filter(Replicated::is).stream()
                .map(best -> sentence(settings, history, best))
                .toList();
    }

    private static String sentence(Settings settings, History history, Trial.Completed best) {
        int times = best.proposal().resource();
        History once = once(history);
        String first = once.completed()
                .filter(t -> t.point().equals(best.point()))
                .findFirst()
                .map(t -> "; the first alone, trial " + t.number() + ", scored "
                        + Wording.score(t.score().value()))
                .orElse("");
        String lucky = once.best()
                .filter(t -> !t.point().equals(best.point()))
                .flatMap(t -> lost(history, t, times))
                .orElse("");
        return "The best score is the mean of " + times + " evaluations, with " + others(settings) + first + "."
                + lucky;
    }

    /** The trials that were the first of their points. */
    private static History once(History history) {
        History once = History.empty(history.goals());
        for (Trial.Finished trial : history.trials()) {
            once = trial.proposal().resource() == 1 ? once.plus(trial) : once;
        }
        return once;
    }

    /** How the point that would have won without that has fared; empty if it did not get so far. */
    private static Optional<String> lost(History history, Trial.Completed lucky, int times) {
        return history.completed()
                .filter(t -> t.point().equals(lucky.point()) && t.proposal().resource() == times)
                .findFirst()
                .map(t -> " By one evaluation alone trial " + lucky.number() + " would be the best, with "
                        + Wording.score(lucky.score().value()) + "; the mean of " + times + " is "
                        + Wording.score(t.score().value()) + ".");
    }
}
