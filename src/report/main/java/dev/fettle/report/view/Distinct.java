package dev.fettle.report.view;

import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;

/** The scored trials without those that only repeat the point, and so the result, of an earlier one. */
final class Distinct {
    private Distinct() {}

    static List<Trial.Completed> trials(History history) {
        return history.completed().filter(t -> t.source() == t.number()).toList();
    }
}
