package dev.fettle.report.summary;

import dev.fettle.report.insight.Insights;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report that differs from a plain one, or from another, in what a test is about. */
public final class Draft {
    private final SearchSpace space;
    private final History history;
    private @Nullable String name = "s";
    private String method = "Grid search";
    private String metric = "loss";
    private Budget budget = Budget.unlimited();
    private Ending ending = Ending.EXHAUSTED;
    private long planned;
    private int folds;
    private long fits;
    private Duration elapsed = Duration.ofMillis(800);
    private long seed = 7;
    private List<String> notes = List.of();
    private @Nullable TestScore test;
    private @Nullable Insights insights;

    private Draft(SearchSpace space, History history) {
        this.space = space;
        this.history = history;
        this.planned = space.size().orElse(0);
    }

    /** A finished grid search without folds, notes and test, planned with all points of the space. */
    public static Draft of(SearchSpace space, History history) {
        return new Draft(space, history);
    }

    /** All as in the other report. */
    public static Draft of(StudyReport r) {
        return of(r.space(), r.history())
                .named(r.name())
                .method(r.method())
                .metric(r.metric())
                .budget(r.budget())
                .ending(r.ending())
                .planned(r.planned())
                .folds(r.folds(), r.fits())
                .elapsed(r.elapsed())
                .seed(r.seed())
                .notes(r.notes())
                .test(r.test())
                .insights(r.insights());
    }

    public Draft named(@Nullable String other) {
        name = other;
        return this;
    }

    public Draft method(String title) {
        method = title;
        return this;
    }

    public Draft metric(String other) {
        metric = other;
        return this;
    }

    public Draft budget(Budget other) {
        budget = other;
        return this;
    }

    public Draft ending(Ending other) {
        ending = other;
        return this;
    }

    public Draft planned(long trials) {
        planned = trials;
        return this;
    }

    public Draft folds(int count, long trainings) {
        folds = count;
        fits = trainings;
        return this;
    }

    public Draft elapsed(Duration time) {
        elapsed = time;
        return this;
    }

    public Draft seed(long other) {
        seed = other;
        return this;
    }

    public Draft notes(List<String> sentences) {
        notes = sentences;
        return this;
    }

    public Draft test(@Nullable TestScore score) {
        test = score;
        return this;
    }

    public Draft insights(Insights other) {
        insights = other;
        return this;
    }

    /** The report. */
    public StudyReport report() {
        Insights known = Objects.requireNonNullElseGet(insights, () -> Histories.insights(space, history));
        return new StudyReport(
                name, method, space, history, metric, budget, ending, planned, folds, fits, elapsed, seed, notes, test,
                known);
    }
}
