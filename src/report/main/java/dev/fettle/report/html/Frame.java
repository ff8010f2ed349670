package dev.fettle.report.html;

import dev.fettle.report.chart.MiniPlot;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/**
 * The display of a run under way: four lines of text, or three and a small plot. Its height never changes; it has at most 20 kB,
 * and takes about the same time however many trials there are. Stateless, for any thread.
 */
public final class Frame {
    private static final int BAR = 24;
    /** As many trials as the small plot has room for. */
    private static final int STEPS = 180;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Room for two lines of words above the small plot's, and two below. */
    private static final String ROOM = "<div style=\"height:15.4em;overflow:hidden\">";

    private Frame() {}

    /** Words before there is a run, in the room that its display will need. */
    public static Bundle starting(String words) {
        return new Bundle(ROOM + Markup.paragraph(Markup.text(words)) + "</div>", words);
    }

    /** The display as things stand now; before the first score it says so. */
    public static Bundle of(Progress progress) {
        String head = head(progress);
        String best = best(progress);
        String pulse = pulse(progress);
        Convergence convergence = Convergence.sample(progress.history(), STEPS);
        String bar = "<progress value=\"" + progress.history().size() + "\" max=\""
                + Math.max(1, progress.planned() == 0 ? progress.history().size() : progress.planned())
                + "\" style=\"width:160px\"></progress>";
        String html = ROOM + Markup.paragraph(line(progress, bar)) + Markup.paragraph(Markup.text(best))
                + Markup.paragraph(Markup.picture(MiniPlot.of(convergence, progress.planned(), progress.metric()))
                        + Markup.text(ends(convergence)))
                + Markup.paragraph(Markup.text(pulse)) + "</div>";
        return new Bundle(
                html, head + "\n" + best + "\n" + Sparkline.of(convergence, progress.metric()) + "\n" + pulse);
    }

    /** What the small plot has no letters for. */
    private static String ends(Convergence convergence) {
        DoubleSummaryStatistics scores = convergence.steps().stream()
                .mapToDouble(Convergence.Step::score)
                .filter(s -> !Double.isNaN(s))
                .summaryStatistics();
        return scores.getCount() == 0
                ? ""
                : " lowest " + Wording.score(scores.getMin()) + ", highest " + Wording.score(scores.getMax());
    }

    private static String line(Progress p, String bar) {
        String name = p.name() == null ? "" : "<b>" + Markup.text(p.name()) + "</b>: ";
        return name + Markup.text(p.method()) + " &ensp;" + bar + "&ensp; " + Markup.text(count(p) + ", " + time(p));
    }

    private static String head(Progress p) {
        int filled = (int) Math.round(p.share() * BAR);
        String bar = p.planned() == 0 ? "" : "[" + "█".repeat(filled) + "░".repeat(BAR - filled) + "] ";
        return title(p) + "  " + bar + count(p) + ", " + time(p);
    }

    private static String title(Progress p) {
        return (p.name() == null ? "" : p.name() + ": ") + p.method();
    }

    private static String count(Progress p) {
        return p.planned() == 0
                ? Wording.count(p.history().size(), "trial")
                : p.history().size() + "/" + p.planned() + " (" + (int) (100 * p.share()) + " %)";
    }

    private static String time(Progress p) {
        return Wording.time(p.elapsed())
                + p.left().map(d -> ", about " + Wording.seconds(d) + " left").orElse("") + ", seed " + p.seed();
    }

    /** {@code 12.5 trials/s}, or {@code 6.1 s a trial}; empty while nobody knows, and while the run ends. */
    private static String rate(Progress p) {
        if (p.rate().isEmpty() || p.pulse().stopping()) {
            return "";
        }
        double rate = p.rate().getAsDouble();
        if (rate < 1) {
            return ", " + Wording.time(Duration.ofMillis(Math.round(1000 / rate))) + " a trial";
        }
        return ", " + (rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Math.round(rate)) + " trials/s";
    }

    /** The winner is trained, and conclusions are drawn: with many parameters for seconds. */
    private static boolean ended(Progress p) {
        Pulse pulse = p.pulse();
        return p.planned() > 0
                && p.history().size() >= p.planned()
                && pulse.running().isEmpty()
                && !pulse.stopping();
    }

    /** A page that is opened again keeps the last frame: it must not seem to be of now. */
    private static String pulse(Progress p) {
        String words = ended(p)
                ? "All trials have ended, the report follows"
                : p.pulse().words() + rate(p);
        return words + (words.endsWith("…") ? " " : ". ") + "Drawn at "
                + p.pulse().at().format(CLOCK) + "; how it stands now:  %tune show "
                + (p.name() == null ? "last" : p.name());
    }

    private static String best(Progress p) {
        return p.best()
                .map(t -> "Best " + p.metric() + " so far "
                        + Wording.scoreWithError(t.score().value(), t.score().standardError()) + " at trial "
                        + t.number() + ": " + Wording.point(p.space(), t.point()))
                .orElse("No score yet.");
    }
}
