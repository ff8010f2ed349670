package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The training on one fold: what the learner tells there is a step of the whole trial. For one thread. */
final class FoldFitting implements Fitting {
    private final Probe probe;
    private final int fold;
    private final Metric goal;
    private final Dataset test;
    private final int resource;
    private final @Nullable Standings standings;
    private final Standings.Key key;
    private final List<Report> told = new ArrayList<>();
    private @Nullable Kept kept;
    private boolean reached;
    private boolean goOn = true;

    /**
     * The training on a fold.
     *
     * @param fold from 0
     * @param resource of the learner
     * @param standings null where none are kept
     * @param key of this training among them
     */
    FoldFitting(
            Probe probe,
            int fold,
            Metric goal,
            Dataset test,
            int resource,
            @Nullable Standings standings,
            Standings.Key key) {
        this.probe = probe;
        this.fold = fold;
        this.goal = goal;
        this.test = test;
        this.resource = resource;
        this.standings = standings;
        this.key = key;
    }

    @Override
    public Seed seed() {
        return Folds.seed(probe.seed(), fold);
    }

    @Override
    public int resource() {
        return resource;
    }

    private int steps() {
        return Math.max(1, resource());
    }

    @Override
    public boolean report(int step, Model.Predictor soFar) {
        if (step >= steps()) {
            // The score of the whole fold is that of this step.
            reached = true;
        } else if (goOn) {
            tell(new Report(step, CrossValidation.score(goal, test, soFar.predict(test))));
        }
        return goOn;
    }

    private void tell(Report report) {
        told.add(report);
        goOn = goOn && probe.report(fold * steps() + report.step(), report.score());
    }

    /** What was told on the way there is told again, so that nobody sees a difference. */
    @Override
    public Optional<Object> stood() {
        Optional<Standings.Entry> stood =
                standings == null || resource == ALL ? Optional.empty() : standings.take(key, resource);
        stood.ifPresent(entry -> entry.told().forEach(this::tell));
        return stood.map(Standings.Entry::standing);
    }

    @Override
    public void keep(Object standing, long bytes) {
        kept = new Kept(standing, bytes);
    }

    private record Kept(Object standing, long bytes) {}

    /** Tells the score of the whole fold; whether to go on. */
    boolean ends(double score) {
        goOn = goOn && probe.report((fold + 1) * steps(), score);
        if (standings != null && resource != ALL && goOn && kept != null) {
            if (reached) {
                told.add(new Report(resource, score));
            }
            standings.keep(key, new Standings.Entry(kept.standing(), kept.bytes(), resource, told));
        }
        return goOn;
    }
}
