package dev.fettle.kernel.magic;

import dev.fettle.smile.Task;
import dev.fettle.trial.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a cell asks for, checked.
 *
 * @param name of the study and its variable, or null
 * @param task what is to be learnt
 * @param live html, text or off
 * @param figure svg, png or none
 * @param show rows in the report
 */
record Settings(
        @Nullable String name,
        Task task,
        Budget budget,
        long seed,
        int jobs,
        String live,
        boolean quiet,
        int show,
        String figure) {}
