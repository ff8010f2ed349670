package dev.fettle.kernel.run;

import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.report.summary.TestScore;
import dev.fettle.report.text.Wording;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Nested cross-validation: the whole search again on the training rows of each outer fold, and its winner tested on the others, which
 * nothing was chosen by (Varma and Simon, 2006, "Bias in error estimation when using cross-validation for model selection", BMC
 * Bioinformatics 7). It scores the search, not the winner that the study has found. Safe for any thread.
 */
final class Nested {
    /** Nobody asked for it. */
    static final Nested NONE = new Nested(List.of());

    private final List<Run> runs;

    private final List<Double> scores = new CopyOnWriteArrayList<>();
    private volatile int current = -1;
    private volatile boolean stopped;

    /** @param runs one for each outer fold, in their order */
    Nested(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** One that goes on with the searches behind this one. */
    Nested next(Settings settings, Workplace today) {
        if (runs.isEmpty()) {
            return NONE;
        }
        List<Subject> subjects = settings.subject().outer(runs.size());
        List<Run> next = new ArrayList<>();
        for (int fold = 0; fold < runs.size(); fold++) {
            Settings own = settings.withSubject(subjects.get(fold));
            next.add(runs.get(fold).next(own, today.at(own)));
        }
        return new Nested(next);
    }

    /** Runs all searches one after the other, until a stop; none behind a study that found no model, or that was ended for want of memory or by a failure. */
    void run(Winner winner, Ending ending, ExecutorService pool, Stop stop) {
        boolean sound = winner.model() != null && ending != Ending.MEMORY && ending != Ending.FAILED;
        for (int fold = 0; sound && fold < runs.size() && !stop.requested(); fold++) {
            current = fold;
            TestScore test = runs.get(fold).whole(pool, stop);
            if (test != null && Double.isFinite(test.score())) {
                scores.add(test.score());
            }
        }
        stopped = stop.requested();
        current = -1;
    }

    /** The search that is running, with its name. */
    @Nullable
    Current current() {
        int fold = current;
        return fold < 0 ? null : new Current(runs.get(fold), "outer fold " + (fold + 1) + " of " + runs.size());
    }

    /**
     * A search that is running.
     *
     * @param place {@code outer fold 2 of 5}
     */
    record Current(Run run, String place) {}

    /** What the winners of the outer folds score on the rows that were kept from them, in the order of the folds that were searched. */
    List<Double> scores() {
        return List.copyOf(scores);
    }

    /** The result in words; empty if nobody asked. */
    String sentence(String metric) {
        int k = runs.size();
        if (k == 0) {
            return "";
        }
        String part = scores.size() == k
                ? ""
                : ", of " + scores.size() + " of " + k + " outer folds" + (stopped ? ", as it was stopped" : "");
        if (scores.isEmpty()) {
            return "Nested " + k + "-fold CV: no score" + part + ".";
        }
        double mean = scores.stream().mapToDouble(s -> s).average().orElseThrow();
        double error = Score.of(mean).withFolds(scores).standardError();
        return "Nested " + k + "-fold CV: " + metric + " " + Wording.scoreWithError(mean, error)
                + (Double.isNaN(error) ? "" : " (SE)") + part
                + ": what such a search finds scores this on rows that it has not seen.";
    }
}
