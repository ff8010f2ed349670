package dev.fettle.report.html;

import dev.fettle.report.ink.Picture;
import dev.fettle.report.summary.Ranking;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.Summary;
import dev.fettle.report.text.Part;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: what was done, the winner in words, the caveat, the figure, the best rows, more of them folded away,
 * what to type next. The HTML has at most about 40 kB, the text at most 20 lines.
 */
public final class ReportPage {
    private static final int SIZE = 38_000;
    private static final int FOLDED = 100;
    private static final int LINES = 20;
    private static final int NOTES = 20;

    private ReportPage() {}

    /**
     * The report.
     *
     * @param show how many rows are open, at least 0
     * @param figure null for none
     */
    public static Bundle of(StudyReport report, int show, @Nullable Part<Picture> figure) {
        Summary summary = Summary.of(report);
        Ranking ranking = Ranking.of(report.history());
        return new Bundle(html(report, summary, ranking, show, figure), text(report, summary, ranking, show, figure));
    }

    /** The summary sentence alone, with the winner. */
    public static Bundle quiet(StudyReport report) {
        Summary summary = Summary.of(report);
        String line = summary.done() + " " + summary.winner() + (summary.test().isEmpty() ? "" : " " + summary.test());
        return new Bundle(Markup.paragraph(Markup.escape(line)), line);
    }

    private static String html(
            StudyReport report, Summary summary, Ranking ranking, int show, @Nullable Part<Picture> figure) {
        StringBuilder html = new StringBuilder("<div>");
        html.append(Markup.paragraph(Markup.escape(summary.done())));
        report.notes().stream().limit(NOTES).forEach(n -> html.append(Markup.paragraph(Markup.prose(n))));
        html.append(Markup.paragraph(winner(summary)));
        summary.caveats().forEach(c -> html.append(Markup.paragraph(Markup.prose(c))));
        if (figure != null) {
            html.append(Markup.paragraph(figure.match(Markup::picture, Markup::prose)));
        }
        String next = next(summary);
        if (!ranking.rows().isEmpty()) {
            html.append(RankedRows.of(report, ranking, show)
                    .fitting(SIZE - html.length() - next.length())
                    .html());
            html.append(folded(report, ranking, show, SIZE - html.length() - next.length()));
        }
        return html.append(next).append("</div>").toString();
    }

    private static String winner(Summary summary) {
        String winner = summary.winner();
        int colon = winner.indexOf(" at trial ");
        String bold = colon < 0
                ? Markup.escape(winner)
                : "<b>" + Markup.escape(winner.substring(0, colon)) + "</b>" + Markup.escape(winner.substring(colon));
        String test = "<b>" + Markup.escape(summary.test()) + "</b>";
        return Markup.together(bold)
                + (summary.test().isEmpty() ? "" : Markup.together(test))
                + (summary.baseline().isEmpty() ? "" : Markup.together(Markup.escape(summary.baseline())));
    }

    private static String folded(StudyReport report, Ranking ranking, int show, int size) {
        int all = ranking.rows().size();
        if (all <= show) {
            return "";
        }
        Columns rows = RankedRows.of(report, ranking, FOLDED).fitting(size);
        int shown = rows.rows().size();
        if (shown <= show || size < 0) {
            return "";
        }
        String label = shown == all ? "all " + all : "the best " + shown + " of " + all;
        String noun = report.exhaustive() ? " points" : " trials";
        return "<details style=\"margin:0 0 6px\"><summary>" + label + noun + "</summary>" + rows.html() + "</details>";
    }

    private static String next(Summary summary) {
        if (summary.next().isEmpty()) {
            return "";
        }
        List<String> code = summary.next().stream().map(Markup::code).toList();
        return Markup.paragraph(String.join(" · ", code));
    }

    private static String text(
            StudyReport report, Summary summary, Ranking ranking, int show, @Nullable Part<Picture> figure) {
        List<String> head = new ArrayList<>();
        head.add(summary.done());
        head.addAll(report.notes());
        head.add(summary.winner() + (summary.test().isEmpty() ? "" : "   " + summary.test()));
        if (!summary.baseline().isEmpty()) {
            head.add(summary.baseline());
        }
        head.addAll(summary.caveats());
        if (figure != null) {
            figure.missing().ifPresent(head::add);
        }
        List<String> tail = new ArrayList<>();
        int rows = Math.min(show, 5);
        if (!ranking.rows().isEmpty() && rows > 0) {
            tail.addAll(List.of(RankedRows.of(report, ranking, rows).text().split("\n")));
            int more = ranking.rows().size() - rows;
            if (more > 0) {
                tail.add("… " + more + " more");
            }
        }
        String spark = Sparkline.of(Convergence.of(report.history()), report.metric());
        if (!spark.isEmpty()) {
            tail.add(spark);
        }
        if (!summary.next().isEmpty()) {
            tail.add(String.join(" · ", summary.next()));
        }
        int room = LINES - tail.size();
        if (head.size() > room) {
            int hidden = head.size() - room + 1;
            head = new ArrayList<>(head.subList(0, room - 1));
            head.add("… " + Wording.count(hidden, "line") + " more");
        }
        head.addAll(tail);
        return String.join("\n", head);
    }
}
