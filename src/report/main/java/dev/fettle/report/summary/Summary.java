package dev.fettle.report.summary;

import dev.fettle.replicate.Replicated;
import dev.fettle.report.insight.Outlook;
import dev.fettle.report.text.Part;
import dev.fettle.report.text.Wording;
import dev.fettle.report.trust.Optimism;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report in words. Immutable, for any thread.
 *
 * <pre>{@code
 * Summary summary = Summary.of(report);
 * System.out.println(summary.done() + " " + summary.winner().sentence());
 * }</pre>
 *
 * @param done what was done, one sentence
 * @param winner the best trial; or that there is none
 * @param front of several goals, the trials that no other beats in all of them; empty if there is one goal
 * @param test the winner on rows held out; empty if there are none
 * @param baseline the trial of the default values, and whether it won; empty if there is none, or no other trial
 * @param caveats what the numbers do not say, then failures and warnings; where one of them could not be computed, a sentence
 *     stands in its place
 * @param next what to type next
 */
public record Summary(
        String done,
        Winner winner,
        String front,
        String test,
        String baseline,
        List<String> caveats,
        List<String> next) {
    /** So many trials of a front are named. */
    private static final int NAMED = 8;

    /**
     * The winner in one sentence of two parts.
     *
     * @param score {@code Best accuracy 0.9833 ± 0.015 (SE)}, or that there is none
     * @param place {@code at trial 31: hidden_layer_sizes (100), activation tanh, solver adam, alpha 0.0001, learning_rate constant.}; empty if there is none
     */
    public record Winner(String score, String place) {
        /** Both together. */
        public String sentence() {
            return (score + " " + place).strip();
        }
    }

    public Summary {
        caveats = List.copyOf(caveats);
        next = List.copyOf(next);
    }

    /** The summary of a report; the insights that it asks for are computed here if nobody asked before. */
    public static Summary of(StudyReport r) {
        List<String> caveats = new ArrayList<>();
        caveats.addAll(Part.lines("The comparison with a model without features", () -> r.insights()
                .unlearnt()));
        caveats.addAll(Part.lines("The comparison with the test", () -> far(r)));
        caveats.addAll(Part.lines("The comparison of models", () -> r.insights().byChoice()));
        caveats.addAll(Part.lines("The caveat", () -> r.insights().caveat().sentences()));
        caveats.addAll(Part.lines("The look at the luck of the best", () -> luck(r)));
        caveats.addAll(Part.lines("The look at the edges", () -> r.insights().edges()));
        caveats.addAll(Part.lines("The outlook", () -> outlook(r).sentences()));
        caveats.addAll(Part.lines(
                "The summary of failures", () -> Failures.of(r.history()).sentences(name(r))));
        caveats.addAll(
                Part.lines("The list of warnings", () -> Warnings.of(r.points()).sentences(r.fits())));
        return new Summary(
                told(r),
                found(r),
                Part.sentence("The front", () -> front(r)),
                Part.sentence("The test", () -> test(r)),
                Part.sentence("The baseline", () -> Baseline.sentence(r)),
                caveats,
                Part.of("What to type next", () -> Next.of(r)).found().orElse(List.of()));
    }

    /** What was done, the winner and its test, in one line; quick, as nothing is concluded. */
    public static String line(StudyReport r) {
        return (told(r) + " " + found(r).sentence() + " " + Part.sentence("The test", () -> test(r))).strip();
    }

    private static String told(StudyReport r) {
        return Part.sentence("The sentence of what was done", () -> done(r));
    }

    private static Winner found(StudyReport r) {
        return Part.of("The sentence of the winner", () -> winner(r))
                .match(winner -> winner, sentence -> new Winner(sentence, ""));
    }

    /** Where every point was tried there is nothing to expect. */
    static Outlook outlook(StudyReport r) {
        return r.exhaustive() ? Outlook.NONE : r.insights().outlook();
    }

    static String name(StudyReport r) {
        return r.name() == null ? "last" : r.name();
    }

    /** {@code Grid search finished: 72 of 72 points, 5-fold CV, 360 fits, 4.1 s, seed 42.} */
    private static String done(StudyReport r) {
        int n = r.history().size();
        String noun = r.exhaustive() ? "point" : "trial";
        List<String> parts = new ArrayList<>();
        boolean few = n <= r.planned() && r.planned() > 0;
        parts.add(few ? n + " of " + Wording.count(r.planned(), noun) : Wording.count(n, noun));
        if (r.history().prunedCount() > 0) {
            parts.add(r.history().prunedCount() + " pruned");
        }
        if (r.folds() > 1) {
            parts.add(r.folds() + "-fold CV");
        }
        if (r.fits() > 0) {
            parts.add(Wording.count(r.fits(), "fit"));
        }
        parts.add(Wording.time(r.elapsed()));
        parts.add("seed " + r.seed());
        return r.method() + " " + ending(r, noun) + ": " + String.join(", ", parts) + ".";
    }

    private static String ending(StudyReport r, String noun) {
        Budget budget = r.budget();
        return switch (r.ending()) {
            case EXHAUSTED, TRIALS -> "finished";
            case UNTIL ->
                "stopped at " + r.metric() + " " + Wording.value(Objects.requireNonNullElse(budget.until(), 0.0));
            case PATIENCE -> "stopped after " + Wording.count(budget.patience(), noun) + " without a better score";
            case TIME ->
                "stopped as its time was up" + (budget.time() == null ? "" : " (" + Wording.time(budget.time()) + ")");
            case MEMORY -> "stopped as memory ran short";
            case INTERRUPTED -> "stopped by you";
            case TAKEN_OVER -> "stopped as another run of the study began";
            case BROKEN -> "broken off by an error";
            case FAILING -> "given up as nothing worked";
            case FAILED -> "stopped at the first failure";
        };
    }

    private static Winner winner(StudyReport r) {
        Optional<Trial.Completed> best = r.history().best();
        if (best.isEmpty()) {
            return new Winner(r.history().size() == 0 ? "No trial was finished." : "No trial was scored.", "");
        }
        Trial.Completed t = best.get();
        return new Winner(
                "Best " + r.metric() + " " + scored(t),
                "at trial " + t.number() + ": " + Wording.point(r.space(), t.point()) + ".");
    }

    /** {@code No other trial beats trials 3, 7, 12 in both accuracy and seconds.} */
    private static String front(StudyReport r) {
        List<Goal> goals = r.history().goals();
        List<Trial.Completed> front = r.history().front();
        if (goals.size() < 2 || front.isEmpty()) {
            return "";
        }
        String more = front.size() > NAMED ? ", … " + (front.size() - NAMED) + " more" : "";
        return "No other trial beats trial" + (front.size() == 1 ? " " : "s ")
                + front.stream().limit(NAMED).map(t -> "" + t.number()).collect(Collectors.joining(", ")) + more
                + " in " + (goals.size() == 2 ? "both " : "all of ")
                + goals.stream().map(Goal::name).collect(Collectors.joining(" and ")) + "."
                + r.history().knee(front).map(knee -> knee(r, knee)).orElse("");
    }

    private static String knee(StudyReport r, Trial.Completed knee) {
        List<String> scores = new ArrayList<>();
        for (int g = 0; g < r.history().goals().size(); g++) {
            scores.add(r.history().goals().get(g).name() + " "
                    + Wording.score(knee.score().values().get(g)));
        }
        return " The knee, which gives up the least of one for the other: trial " + knee.number() + ", "
                + String.join(", ", scores) + "; " + Wording.point(r.space(), knee.point()) + ".";
    }

    static String scored(Trial.Completed t) {
        double error = t.score().standardError();
        return Wording.scoreWithError(t.score().value(), error) + (Double.isNaN(error) ? "" : " (SE)");
    }

    private static String test(StudyReport r) {
        TestScore test = r.test();
        return test == null ? "" : test.words();
    }

    /** What the best scores where it was not chosen. */
    private static List<String> luck(StudyReport r) {
        return r.insights().optimism().stream()
                .map(o -> "Corrected for the luck of the best of " + o.trials() + ": " + r.metric() + " "
                        + Wording.score(o.expected()) + " (95 %: " + TestScore.ends(o.low(), o.high())
                        + "; BBC-CV)" + often(r, o) + ".")
                .toList();
    }

    /** Nothing where points were evaluated again: a draw chooses by the first evaluation, and the winner was not. */
    private static String often(StudyReport r, Optimism optimism) {
        return Replicated.is(r.history())
                ? ""
                : "; it is the best in " + Math.round(100 * optimism.best()) + " of 100 draws of the rows, ties shared";
    }

    private static List<String> far(StudyReport r) {
        TestScore test = r.test();
        return test == null
                ? List.of()
                : r.history().best().stream()
                        .map(t -> test.far(
                                r.history().goal(), t.score(), r.history().size()))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList();
    }
}
