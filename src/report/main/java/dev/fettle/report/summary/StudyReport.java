package dev.fettle.report.summary;

import dev.fettle.replicate.Replicated;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.view.Generations;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All that the report of a run is made from. Immutable, for any thread.
 *
 * <pre>{@code
 * StudyReport report(SearchSpace space, History history, Ending ending, Duration elapsed) {
 *     Insights insights = Insights.of(history, space, new Seed(42), Background.NONE);
 *     return new StudyReport(
 *             "loss", "Random search", space, history, "loss", Budget.trials(60), ending, 60, 0, 0, elapsed, 42,
 *             List.of(), null, insights);
 * }
 * }</pre>
 *
 * @param name of the study and its variable; null if the cell gave none, then it is {@code last}
 * @param method as it begins a sentence: "Grid search"
 * @param metric what the first goal is called
 * @param budget that was given, and {@code ending} what ended it
 * @param planned how many trials there were to be; 0 if nobody knows
 * @param folds of the cross-validation; 0 if there is none
 * @param fits how many models were fitted; 0 if nobody counts
 * @param seed of the search, to be shown
 * @param notes said before everything else but the summary, each a sentence: data and its size, what was replaced, threads
 *     that ignored the interrupt
 * @param test null if no rows were held out, or nothing was scored
 * @param insights into the same history
 */
public record StudyReport(
        @Nullable String name,
        String method,
        SearchSpace space,
        History history,
        String metric,
        Budget budget,
        Ending ending,
        long planned,
        int folds,
        long fits,
        Duration elapsed,
        long seed,
        List<String> notes,
        @Nullable TestScore test,
        Insights insights) {
    /** A sentence may quote a whole text, a category say. */
    private static final int LONGEST = 2000;

    public StudyReport {
        notes = notes.stream().map(StudyReport::cut).toList();
    }

    private static String cut(String note) {
        return note.length() <= LONGEST ? note : note.substring(0, note.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    /**
     * Whether the run was to try every point of its space, so that plain averages over the points are fair: at least as many
     * trials were planned as there are points, and none was proposed twice. False if nobody knows either number.
     */
    public boolean exhaustive() {
        OptionalLong size = space.size();
        if (size.isEmpty() || planned == 0 || history.trials().stream().anyMatch(this::proposedBefore)) {
            return false;
        }
        return planned >= size.getAsLong()
                || (size.getAsLong() <= Grid.COUNTABLE
                        && planned >= new Grid(space).count(Grid.COUNTABLE).orElseThrow());
    }

    /** Trials may also share an end because their points differ in nothing that counts. */
    private boolean proposedBefore(Trial.Finished trial) {
        return trial.source() != trial.number()
                && history.trial(trial.source())
                        .filter(source -> source.point().equals(trial.point()))
                        .isPresent();
    }

    /** What is known of each point at the end: where points were evaluated again, the last trial of each; else all trials. */
    public History points() {
        return Replicated.latest(history);
    }

    /** The scores of the generations of the search; none if it has none. */
    public Generations generations() {
        return insights.generations();
    }
}
