package dev.fettle.kernel.run;

import dev.fettle.evaluation.Task;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.source.Origins;
import dev.fettle.model.FittedModel;
import dev.fettle.report.summary.TestScore;
import dev.fettle.trial.Failure;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The best point of a study as a model.
 *
 * @param model trained on all rows; null if it was not
 * @param test how it does on the rows held back; null if there are none
 * @param note why there is no model; empty if nothing is to be said
 */
record Winner(@Nullable FittedModel model, @Nullable TestScore test, String note) {
    static final Winner NONE = new Winner(null, null, "");

    /** Waits for the training; a stop ends it. */
    static Winner of(Task task, Future<Task.Refitted> training, Stop stop, Origins origins) {
        stop.onRequest(() -> training.cancel(true));
        try {
            Task.Refitted refitted = training.get();
            TestScore test = task.test() == null
                    ? null
                    : new TestScore(task.test().rows(), refitted.testScore(), refitted.low(), refitted.high());
            return new Winner(FittedModel.of(task.objective().learner(), refitted.model(), task.train()), test, "");
        } catch (ExecutionException e) {
            Failure why = Failure.of(Objects.requireNonNull(e.getCause()));
            return new Winner(null, null, "The winner could not be trained on all rows: " + origins.in(why) + ".");
        } catch (CancellationException | InterruptedException e) {
            return new Winner(null, null, "Stopped before the winner was trained on all rows.");
        }
    }
}
