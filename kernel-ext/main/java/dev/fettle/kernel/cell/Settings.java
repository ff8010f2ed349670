package dev.fettle.kernel.cell;

import dev.fettle.kernel.option.Method;
import dev.fettle.trial.Budget;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a cell asks for, checked.
 *
 * @param name of the study and its variable, or null
 * @param trialTime for one trial, or null
 * @param from the study whose best points are tried first, or null
 * @param live html, text or off
 * @param figure svg, png or none
 * @param show rows in the report
 * @param plots the figure's panels; none for those of the method
 */
public record Settings(
        Method method,
        @Nullable String name,
        Subject subject,
        Budget budget,
        long seed,
        int jobs,
        int batch,
        boolean quasi,
        @Nullable Duration trialTime,
        @Nullable String from,
        boolean dryRun,
        String live,
        boolean quiet,
        int show,
        List<String> plots,
        String figure) {
    /** The same cell under another budget, its Java compiled anew. */
    public Settings under(Subject again, Budget more) {
        return new Settings(
                method, name, again, more, seed, jobs, batch, quasi, trialTime, from, dryRun, live, quiet, show, plots,
                figure);
    }

    /** One trial of the same cell, with a time limit of its own. */
    public Settings once(Duration limit) {
        return new Settings(
                method,
                name,
                subject,
                Budget.trials(1),
                seed,
                1,
                batch,
                quasi,
                limit,
                from,
                dryRun,
                live,
                quiet,
                show,
                plots,
                figure);
    }
}
