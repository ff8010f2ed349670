package dev.fettle.report.chart;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.trial.Timeline;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** When each trial ran and how it ended: a bar for each, the first below. */
final class TimelinePlot implements PlotKind {
    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String meaning() {
        return "when each trial ran, for how long, and how it ended";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Timeline timeline = timeline(report);
        int best = report.history().best().map(Trial::number).orElse(0);
        return Plot.of(TimelineChart.of(timeline, best, size), alt(timeline, report.history()));
    }

    /** Columns trial, state, start in seconds since the first trial began, seconds. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Timeline.Span> spans = timeline(report).spans();
        return Table.create(
                name(),
                IntColumn.create("trial", spans.stream().mapToInt(s -> s.trial().number())),
                StringColumn.create("state", spans.stream().map(s -> s.trial()
                        .match(c -> "completed", p -> "pruned", f -> "failed"))),
                DoubleColumn.create("start", spans.stream().mapToDouble(Timeline.Span::start)),
                DoubleColumn.create("seconds", spans.stream().mapToDouble(Timeline.Span::seconds)));
    }

    private static Timeline timeline(StudyReport report) {
        Timeline timeline = Timeline.of(report.history());
        if (timeline.spans().isEmpty()) {
            throw new IllegalArgumentException("Plot (timeline) must have a finished trial to show.");
        }
        return timeline;
    }

    private static String alt(Timeline timeline, History history) {
        Timeline.Span longest = timeline.spans().stream()
                .max(Comparator.comparingDouble(Timeline.Span::seconds))
                .orElseThrow();
        return "Timeline of " + Wording.count(timeline.spans().size(), "trial") + " in " + time(timeline.end())
                + (history.failedCount() > 0 ? ", " + history.failedCount() + " failed" : "")
                + (history.prunedCount() > 0 ? ", " + history.prunedCount() + " pruned" : "") + "; the longest, trial "
                + longest.trial().number() + " ("
                + Wording.values(longest.trial().point().entries()) + "), took " + time(longest.seconds()) + "."
                + (timeline.cuts().isEmpty()
                        ? ""
                        : " " + Wording.count(timeline.cuts().size(), "pause") + " left out.");
    }

    private static String time(double seconds) {
        return Wording.time(Duration.ofMillis((long) (1000 * seconds)));
    }
}
