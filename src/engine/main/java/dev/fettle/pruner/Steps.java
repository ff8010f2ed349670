package dev.fettle.pruner;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What reports say, as losses; of what is no number the loss is +∞. */
final class Steps {
    private Steps() {}

    static Report last(Trial trial) {
        return trial.reports().get(trial.reports().size() - 1);
    }

    static double loss(Goal goal, double score) {
        return Double.isNaN(score) ? Double.POSITIVE_INFINITY : goal.loss(score);
    }

    /** The report of a step; none or one. */
    static Stream<Report> at(Trial trial, int step) {
        List<Report> reports = trial.reports();
        int at = Collections.binarySearch(reports, new Report(step, 0), Comparator.comparingInt(Report::step));
        return at < 0 ? Stream.empty() : Stream.of(reports.get(at));
    }

    /** The trials told whose steps mean the same: evaluated, and with as much resource. */
    static Stream<Trial.Finished> alike(Trial trial, History told) {
        return told.trials().stream()
                .filter(t -> t.source() == t.number()
                        && t.proposal().resource() == trial.proposal().resource());
    }
}
