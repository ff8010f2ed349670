package dev.fettle.kernel.run;

import dev.fettle.data.Bundled;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.Bundle;
import dev.fettle.report.html.FailuresPage;
import dev.fettle.report.html.Frame;
import dev.fettle.report.html.Note;
import dev.fettle.report.html.ReportPage;
import dev.fettle.report.html.TableView;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.summary.FailureText;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Part;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a notebook shows what we have. */
public final class Show {
    private static final int ROWS = 5;

    private Show() {}

    /** A name for a display. */
    public static String id() {
        return "fettle-" + UUID.randomUUID();
    }

    /** A page as it is. */
    public static MimeBundle of(Bundle bundle) {
        return new MimeBundle(bundle.mimes());
    }

    /** The first frame, before anything is read. */
    public static MimeBundle starting(String method, @Nullable String name) {
        return of(Frame.starting(method + (name == null ? "" : " " + name) + ": reading the cell …"));
    }

    /** Sentences, one a line. */
    public static MimeBundle text(String text) {
        return of(Note.sentences(text));
    }

    /** As a kernel shows any value of Java. */
    public static MimeBundle plain(String text) {
        return new MimeBundle(Map.of("text/plain", text)).asVerbatim();
    }

    /** Lines with their blanks. */
    public static MimeBundle code(String text) {
        return of(Note.of(text));
    }

    /** What is made; or a sentence that says what failed, and what else is to be known. */
    public static MimeBundle part(String subject, Supplier<MimeBundle> maker, String kept) {
        return Part.of(subject, maker).match(made -> made, missing -> text((missing + " " + kept).strip()));
    }

    /** The trials of a study that failed. */
    public static MimeBundle failed(Run run) {
        return part("The page of failures", () -> of(FailuresPage.of(run.report())), run.kept());
    }

    /** The report of a study again. */
    public static MimeBundle again(Run run) {
        Format format = run.settings().get(Options.FIGURE);
        return part("The report", () -> again(run.report(), format), run.kept());
    }

    private static MimeBundle again(StudyReport report, Format format) {
        return of(ReportPage.of(report, ROWS, Drawing.of(() -> Plots.found().figure(report, List.of()), format)));
    }

    static MimeBundle report(StudyReport report, Settings settings) {
        if (settings.get(Options.QUIET)) {
            return of(ReportPage.quiet(report));
        }
        Optional<List<String>> panels = settings.get(Options.PLOT);
        boolean drawn =
                panels.filter(List::isEmpty).isEmpty() && report.history().completedCount() > 0;
        Part<Picture> figure = drawn
                ? Drawing.of(() -> Plots.found().figure(report, panels.orElse(List.of())), settings.get(Options.FIGURE))
                : null;
        return of(ReportPage.of(report, settings.get(Options.SHOW), figure));
    }

    /** What the trials of a run have printed. */
    public static MimeBundle prints(Run run) {
        List<String> lines = run.printed();
        return lines.isEmpty()
                ? code("No trial has printed anything.")
                : code(String.join("\n", lines)).asVerbatim();
    }

    /** A trial that a cell returns. */
    public static MimeBundle trial(Trial.Finished trial) {
        return text(sentence(trial));
    }

    /** Why a trial failed, when a cell returns it. */
    public static MimeBundle failure(Failure failure) {
        return code(String.join("\n", FailureText.of(failure))).asVerbatim();
    }

    private static String sentence(Trial.Finished trial) {
        String end = trial.match(
                c -> Wording.scoreWithError(c.score().value(), c.score().standardError()),
                p -> "pruned: " + p.reason(),
                f -> "failed: " + f.failure());
        return "Trial " + trial.number() + ": " + end + " at " + Wording.assigned(trial.point()) + ", "
                + Wording.time(trial.took()) + ".";
    }

    /** Loads what would be slow when it is first used: Tablesaw searches the class path, AWT its fonts. */
    public static void warmUp() {
        TableView.of(Bundled.table("iris").first(1));
        Frame.of(new Progress(
                null,
                "Search",
                SearchSpace.of(Choice.of("x", 1)),
                History.empty(Goal.maximize("score")),
                "score",
                1,
                1,
                Duration.ZERO,
                0,
                new Pulse(LocalTime.MIDNIGHT, 0, List.of(), false)));
    }
}
