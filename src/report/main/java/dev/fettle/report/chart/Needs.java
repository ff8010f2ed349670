package dev.fettle.report.chart;

import dev.fettle.report.summary.StudyReport;

/** What a plot must have to show. */
final class Needs {
    private Needs() {}

    /**
     * A report with at least one score.
     *
     * @throws IllegalArgumentException if there is none
     */
    static StudyReport score(PlotKind kind, StudyReport report) {
        if (report.history().completedCount() == 0) {
            throw new IllegalArgumentException("Plot (" + kind.name() + ") must have a scored trial to show.");
        }
        return report;
    }
}
