package dev.fettle.report.html;

import dev.fettle.report.chart.MiniPlot;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import java.time.Duration;

/**
 * The display of a run under way: three lines of text, or two and a small plot. Its height never changes; it has at most 20 kB,
 * and takes about the same time however many trials there are. Stateless, for any thread.
 */
public final class Frame {
    private static final int BAR = 24;
    /** As many trials as the small plot has room for. */
    private static final int STEPS = 180;

    private Frame() {}

    /** The display as things stand now; before the first score it says so. */
    public static Bundle of(Progress progress) {
        String head = head(progress);
        String best = best(progress);
        Convergence convergence = Convergence.sample(progress.history(), STEPS);
        String bar = "<progress value=\"" + progress.history().size() + "\" max=\""
                + Math.max(1, progress.planned() == 0 ? progress.history().size() : progress.planned())
                + "\" style=\"width:160px\"></progress>";
        String html = "<div>" + Markup.paragraph(line(progress, bar)) + Markup.paragraph(Markup.escape(best))
                + Markup.paragraph(Markup.picture(MiniPlot.of(convergence, progress.planned(), progress.metric())))
                + "</div>";
        String spark = Sparkline.of(convergence, progress.metric());
        return new Bundle(html, head + "\n" + best + "\n" + spark);
    }

    private static String line(Progress p, String bar) {
        return Markup.escape(title(p)) + " &ensp;" + bar + "&ensp; " + Markup.escape(count(p) + ", " + time(p));
    }

    private static String head(Progress p) {
        int filled = (int) Math.round(p.share() * BAR);
        String bar = p.planned() == 0 ? "" : "[" + "█".repeat(filled) + "░".repeat(BAR - filled) + "] ";
        return title(p) + "  " + bar + count(p) + ", " + time(p);
    }

    private static String title(Progress p) {
        return p.method() + (p.name() == null ? "" : " " + p.name());
    }

    private static String count(Progress p) {
        return p.planned() == 0
                ? Wording.count(p.history().size(), "trial")
                : p.history().size() + "/" + p.planned();
    }

    private static String time(Progress p) {
        return Wording.time(p.elapsed())
                + p.left().map(d -> ", about " + coarse(d) + " left").orElse("") + ", seed " + p.seed();
    }

    /** Whole seconds, as it is a guess. */
    private static String coarse(Duration left) {
        long seconds = Math.max(1, Math.round(left.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : Wording.time(Duration.ofSeconds(seconds));
    }

    private static String best(Progress p) {
        return p.best()
                .map(t -> "Best " + p.metric() + " so far "
                        + Wording.scoreWithError(t.score().value(), t.score().standardError()) + " at trial "
                        + t.number() + ": " + Wording.point(p.space(), t.point()))
                .orElse("No score yet.");
    }
}
