package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Locale;

/**
 * One of several studies that are compared. Immutable, for any thread.
 *
 * @param name of it, as it is called there
 * @param report with at least one score, by the same goal as the others
 * @param rows by which its scores were made: those of studies with other rows are not comparable. Empty for an objective that scores
 *     what it likes
 */
public record Entrant(String name, StudyReport report, List<String> rows) {
    /** A lead of fewer standard errors says nothing. */
    private static final double CLEAR = 2;

    public Entrant {
        rows = List.copyOf(rows);
    }

    /** The titles of {@link #cells}. */
    public static List<String> head(String metric) {
        return List.of("study", "method", "trials", "best " + metric, "at trial", "corrected for luck", "time");
    }

    /** What it found, and in how many trials. */
    public List<String> cells() {
        return List.of(
                name,
                report.method(),
                Integer.toString(report.history().size()),
                Wording.scoreWithError(score(), best().score().standardError()),
                Integer.toString(best().number()),
                report.insights()
                        .optimism()
                        .map(o -> Wording.score(o.expected()))
                        .orElse(Wording.NONE),
                Wording.time(report.elapsed()));
    }

    /** How far the one with the best score leads each of the others, a sentence each; of equals the first leads. */
    public static List<String> leads(List<Entrant> all) {
        Goal goal = all.get(0).report.history().goal();
        Entrant ahead = all.stream()
                .reduce((a, b) -> goal.better(b.score(), a.score()) ? b : a)
                .orElseThrow();
        return all.stream()
                .filter(e -> !e.name.equals(ahead.name))
                .map(ahead::lead)
                .toList();
    }

    private Trial.Completed best() {
        return report.history().best().orElseThrow();
    }

    private double score() {
        return best().score().value();
    }

    private String lead(Entrant other) {
        if (!rows.equals(other.rows)) {
            return name + " and " + other.name
                    + " were scored on other rows or folds, so that their scores cannot be compared.";
        }
        double gain = Math.abs(score() - other.score());
        return gain == 0
                ? name + " and " + other.name + " have found the same score."
                : name + " is ahead of " + other.name + " by " + Wording.score(gain)
                        + inErrors(report.insights().lead(other.best())) + ".";
    }

    private static String inErrors(double errors) {
        if (Double.isNaN(errors)) {
            return "";
        }
        if (Double.isInfinite(errors)) {
            return ", the same on all folds";
        }
        return String.format(Locale.ROOT, ", %.1f standard errors on the same folds", errors)
                + (errors < CLEAR ? ": too little to tell them apart" : "");
    }
}
