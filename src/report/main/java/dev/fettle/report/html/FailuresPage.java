package dev.fettle.report.html;

import dev.fettle.report.summary.FailureText;
import dev.fettle.report.summary.Failures;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Point;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The trials that failed, group by group: how many, exception and message, the region, where and why as {@link FailureText} has
 * it, the first of them with their points. The HTML has at most about 40 kB, the text at most 60 lines. Stateless, for any thread.
 */
public final class FailuresPage {
    private static final int SIZE = 36_000;
    private static final int LINES = 59;
    private static final int LONG = 160;
    /** More groups than this are not even tried. */
    private static final int MOST = 60;
    /** So many trials of a group are shown. */
    private static final int FIRST = 3;

    private FailuresPage() {}

    /** The page of a report, the largest group first; a sentence alone if no trial failed. */
    public static Bundle of(StudyReport report) {
        Failures failures = Failures.of(report.history());
        String title = title(report, failures);
        Map<Integer, Trial.Finished> trials = report.history().trials().stream()
                .filter(Trial.Failed.class::isInstance)
                .collect(Collectors.toMap(Trial::number, Function.identity()));
        StringBuilder html = new StringBuilder("<div>" + Markup.paragraph("<b>" + Markup.text(title) + "</b>"));
        List<String> text = new ArrayList<>(List.of(title));
        int all = failures.groups().size();
        int told = 0;
        int written = 0;
        for (Failures.Group group : failures.groups().subList(0, Math.min(MOST, all))) {
            List<String> points = points(group, trials);
            List<String> trace = FailureText.lines(group.failure());
            String block = html(group, failures.trials(), trace, points);
            if (html.length() + block.length() <= SIZE) {
                html.append(block);
                told++;
            }
            if (text.size() + 1 + trace.size() + points.size() <= LINES) {
                text.add(group.sentence(failures.trials()));
                trace.forEach(t -> text.add("  " + t));
                points.forEach(p -> text.add("  " + p));
                written++;
            }
        }
        if (told < all) {
            html.append(Markup.paragraph(more(all - told)));
        }
        if (written < all) {
            text.add(more(all - written));
        }
        return new Bundle(html.append("</div>").toString(), String.join("\n", text));
    }

    private static String title(StudyReport report, Failures failures) {
        int failed =
                failures.groups().stream().mapToInt(g -> g.numbers().size()).sum();
        String name = report.name() == null ? "last" : report.name();
        String ways = failures.groups().size() > 1
                ? ", in " + Wording.count(failures.groups().size(), "different way")
                : "";
        return failed == 0
                ? name + ": none of " + Wording.count(failures.trials(), "trial") + " failed."
                : name + ": " + failed + " of " + Wording.count(failures.trials(), "trial") + " failed" + ways + ".";
    }

    private static String more(int groups) {
        return "… failed in " + Wording.count(groups, "other way") + ", too.";
    }

    private static List<String> points(Failures.Group group, Map<Integer, Trial.Finished> trials) {
        List<String> points = new ArrayList<>();
        for (int number :
                group.numbers().subList(0, Math.min(FIRST, group.numbers().size()))) {
            Point point = Objects.requireNonNull(trials.get(number)).point();
            points.add(Wording.line("trial " + number + ": " + Wording.equations(point), LONG));
        }
        return points;
    }

    private static String html(Failures.Group group, int trials, List<String> trace, List<String> points) {
        String lines = points.stream().map(p -> Markup.text(p) + "<br/>").collect(Collectors.joining());
        return Markup.paragraph(Markup.text(group.sentence(trials)))
                + (trace.isEmpty() ? "" : Markup.block(String.join("\n", trace)))
                + "<div style=\"margin:0 0 10px 24px\">" + lines
                + "</div>";
    }
}
