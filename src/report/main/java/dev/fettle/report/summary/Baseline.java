package dev.fettle.report.summary;

import dev.fettle.replicate.Replicated;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.Locale;
import java.util.Optional;

/** The trial of the default values, and what tuning has gained on it. */
final class Baseline {
    private Baseline() {}

    /** As a sentence; empty if no trial has the defaults, or there is no other. */
    static String sentence(StudyReport r) {
        Optional<Trial.Finished> match = baseline(r, r.history().full());
        return match.map(t -> sentence(r, t))
                .or(() ->
                        baseline(r, r.history()).map(t -> t instanceof Trial.Completed ? lesser(r, t) : sentence(r, t)))
                .orElse("");
    }

    private static String lesser(StudyReport r, Trial.Finished t) {
        Optional<Proposal> again = r.history().best().filter(Replicated::is).map(Trial::proposal);
        return again.isPresent()
                ? "Baseline, the defaults: trial " + t.number() + " was evaluated once and the best "
                        + again.get().resource() + " times, so that they do not compare."
                : "Baseline, the defaults: trial " + t.number()
                        + " had less of the resource than the best, and does not compare.";
    }

    /** Among how many points the best was chosen: those of replicates were chosen among all. */
    private static int compared(StudyReport r) {
        History chosen = Replicated.is(r.history()) ? r.points() : r.history().full();
        return chosen.evaluated().size();
    }

    private static Optional<Trial.Finished> baseline(StudyReport r, History history) {
        Optional<Point> defaults = r.space().defaults();
        return history.trials().stream()
                .filter(t -> defaults.filter(t.point()::equals).isPresent())
                .findFirst();
    }

    private static String sentence(StudyReport r, Trial.Finished t) {
        Optional<Trial.Completed> best = r.history().best();
        if (t.number() == best.map(Trial::number).orElse(0)) {
            boolean alone = r.history().completedCount() == 1;
            return alone ? "" : "Trial " + t.number() + " is the baseline, the defaults: no other trial beats it.";
        }
        return t instanceof Trial.Completed c && best.isPresent()
                ? "Baseline, the defaults: " + Summary.scored(c) + " at trial " + t.number() + gain(r, best.get(), c)
                        + "."
                : "Baseline, the defaults: none, as trial " + t.number() + " gave no score.";
    }

    /** Whether it is more than its error. */
    private static String gain(StudyReport r, Trial.Completed best, Trial.Completed baseline) {
        double errors = r.insights().lead(baseline);
        if (Double.isNaN(errors)) {
            return "";
        }
        boolean alike = r.insights().caveat().contenders().trials().contains(baseline.source());
        return "; the best gains "
                + Wording.score(Math.abs(best.score().value() - baseline.score().value())) + " on it, "
                + (Double.isInfinite(errors)
                        ? "the same on all folds"
                        : String.format(Locale.ROOT, "%.1f standard errors", errors))
                + (alike ? ", which may be the luck of the best of " + compared(r) : "");
    }
}
