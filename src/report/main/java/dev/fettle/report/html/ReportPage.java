package dev.fettle.report.html;

import dev.fettle.report.ink.Picture;
import dev.fettle.report.summary.Ranking;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.Summary;
import dev.fettle.report.text.Part;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.Generations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: what was done, the winner in words, the caveat, the figure, the best rows, more of them and the
 * generations folded away, what to type next. The HTML has at most about 40 kB if {@code Drawing} made the figure as PNG, the text at most 20 lines.
 * Stateless, for any thread.
 *
 * <pre>{@code
 * Part<Picture> figure = Drawing.of(() -> Plots.found().figure(report, List.of()), Format.PNG);
 * Files.writeString(Path.of("report.html"), ReportPage.of(report, 5, figure).html());
 * }</pre>
 */
public final class ReportPage {
    private static final String TABLE = "The table of the trials";
    private static final List<String> GENERATION =
            List.of("generation", "evaluated", "min", "avg", "max", "sd", "best so far");

    private static final int SIZE = 38_000;
    private static final int FOLDED = 100;
    private static final int GENERATIONS = 50;
    private static final int LINES = 20;
    private static final int NOTES = 20;
    private static final int OPEN = 5;

    private ReportPage() {}

    /**
     * The report. Whatever cannot be made of it is replaced by a sentence.
     *
     * @param show how many rows are open, at least 0; in the text no more than five
     * @param figure or the sentence in its place; null for none, and no word of it
     */
    public static Bundle of(StudyReport report, int show, @Nullable Part<Picture> figure) {
        Summary summary = Summary.of(report);
        Part<Ranking> ranking = Part.of(TABLE, () -> Ranking.of(report.points()));
        return new Bundle(html(report, summary, ranking, show, figure), text(report, summary, ranking, show, figure));
    }

    /** The summary sentence alone, with the winner. */
    public static Bundle quiet(StudyReport report) {
        String line = Summary.line(report);
        return new Bundle(Markup.paragraph(Markup.text(line)), line);
    }

    private static String html(
            StudyReport report, Summary summary, Part<Ranking> ranking, int show, @Nullable Part<Picture> figure) {
        StringBuilder html = new StringBuilder("<div>");
        html.append(Markup.paragraph(Markup.text(summary.done())));
        report.notes().stream().limit(NOTES).forEach(n -> html.append(Markup.paragraph(Markup.prose(n))));
        html.append(Markup.paragraph(winner(summary)));
        if (!summary.front().isEmpty()) {
            html.append(Markup.paragraph(Markup.text(summary.front())));
        }
        summary.caveats()
                .forEach(c -> html.append(c.contains("\n") ? Markup.block(c) : Markup.paragraph(Markup.prose(c))));
        if (figure != null) {
            html.append(Markup.paragraph(figure.match(Markup::picture, Markup::prose)));
        }
        String next = next(summary);
        int room = SIZE - html.length() - next.length();
        String tables = ranking.then(r -> Part.of(TABLE, () -> tables(report, r, show, room)))
                .match(made -> made, missing -> Markup.paragraph(Markup.prose(missing)));
        String generations = generations(report, room - tables.length());
        return html.append(tables)
                .append(generations)
                .append(next)
                .append("</div>")
                .toString();
    }

    private static String winner(Summary summary) {
        Summary.Winner winner = summary.winner();
        String place = winner.place().isEmpty() ? "" : " " + Markup.text(winner.place());
        String test = "<b>" + Markup.text(summary.test()) + "</b>";
        return Markup.together("<b>" + Markup.text(winner.score()) + "</b>" + place)
                + (summary.test().isEmpty() ? "" : Markup.together(test))
                + (summary.baseline().isEmpty() ? "" : Markup.together(Markup.text(summary.baseline())));
    }

    private static String tables(StudyReport report, Ranking ranking, int show, int room) {
        if (ranking.rows().isEmpty()) {
            return "";
        }
        TextTable rows = RankedRows.of(report, ranking, show);
        String open =
                rows.limit(Math.max(OPEN, rows.fitting(room).rows().size())).html();
        return open + folded(report, ranking, show, room - open.length());
    }

    private static String folded(StudyReport report, Ranking ranking, int show, int size) {
        int all = ranking.rows().size();
        if (all <= show) {
            return "";
        }
        TextTable rows = RankedRows.of(report, ranking, FOLDED).fitting(size);
        int shown = rows.rows().size();
        if (shown <= show || size < 0) {
            return "";
        }
        String label = shown == all ? "all " + all : "the best " + shown + " of " + all;
        return details(label + (report.exhaustive() ? " points" : " trials"), rows);
    }

    private static String details(String label, TextTable rows) {
        return "<details style=\"margin:0 0 6px\"><summary>" + label + "</summary>" + rows.html() + "</details>";
    }

    /** Nothing where there are none, or no room for them. */
    private static String generations(StudyReport report, int room) {
        return Part.of(
                        "The list of generations",
                        () -> folded(report.generations().rows(), room))
                .match(made -> made, missing -> Markup.paragraph(Markup.prose(missing)));
    }

    private static String folded(List<Generations.Row> all, int room) {
        if (all.isEmpty()) {
            return "";
        }
        List<Generations.Row> shown = new Generations(all).sample(GENERATIONS);
        String label = (shown.size() == all.size() ? "all " : shown.size() + " of ") + all.size() + " generations";
        String folded = details(label, rows(shown));
        return folded.length() > room ? "" : folded;
    }

    private static TextTable rows(List<Generations.Row> generations) {
        return new TextTable(
                GENERATION,
                Collections.nCopies(GENERATION.size(), false),
                generations.stream().map(ReportPage::cells).toList());
    }

    private static List<String> cells(Generations.Row row) {
        return Stream.concat(
                        Stream.of(row.number(), row.evaluated()).map(String::valueOf),
                        Stream.of(row.min(), row.avg(), row.max(), row.sd(), row.best())
                                .map(number -> Double.isNaN(number) ? Wording.NONE : Wording.score(number)))
                .toList();
    }

    private static String next(Summary summary) {
        if (summary.next().isEmpty()) {
            return "";
        }
        List<String> code = summary.next().stream().map(Markup::code).toList();
        return Markup.paragraph(String.join(" · ", code));
    }

    private static String text(
            StudyReport report, Summary summary, Part<Ranking> ranking, int show, @Nullable Part<Picture> figure) {
        List<String> head = new ArrayList<>();
        head.add(summary.done());
        head.addAll(report.notes());
        head.add(summary.winner().sentence() + (summary.test().isEmpty() ? "" : "   " + summary.test()));
        Stream.of(summary.baseline(), summary.front()).filter(s -> !s.isEmpty()).forEach(head::add);
        summary.caveats().forEach(c -> c.lines().forEach(head::add));
        if (figure != null) {
            figure.missing().ifPresent(head::add);
        }
        List<String> tail =
                new ArrayList<>(ranking.then(r -> Part.of(TABLE, () -> rows(report, r, Math.min(show, OPEN))))
                        .match(made -> made, List::of));
        String spark = Part.sentence(
                "The line of scores", () -> Sparkline.of(Convergence.of(report.history()), report.metric()));
        if (!spark.isEmpty()) {
            tail.add(spark);
        }
        if (!summary.next().isEmpty()) {
            tail.add(String.join(" · ", summary.next()));
        }
        return String.join("\n", limited(head, LINES - tail.size()))
                + tail.stream().map(l -> "\n" + l).collect(Collectors.joining());
    }

    private static List<String> rows(StudyReport report, Ranking ranking, int count) {
        if (ranking.rows().isEmpty() || count == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of(RankedRows.of(report, ranking, count).text().split("\n")));
        int more = ranking.rows().size() - count;
        if (more > 0) {
            lines.add("… " + more + " more");
        }
        return lines;
    }

    private static List<String> limited(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most - 1));
        first.add("… " + Wording.count(lines.size() - first.size(), "line") + " more");
        return first;
    }
}
