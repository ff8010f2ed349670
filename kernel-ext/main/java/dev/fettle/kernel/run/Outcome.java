package dev.fettle.kernel.run;

import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.TestScore;
import dev.fettle.report.text.Part;
import dev.fettle.study.Study;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to, for its report.
 *
 * @param planned how many trials there are at the end; 0 if nobody knows
 * @param notes sentences that were gathered
 * @param reused how much of the resource trainings did not use again, over all folds
 * @param test of the winner; null if no row is kept for it
 */
record Outcome(
        Settings settings,
        Study study,
        Ending ending,
        long planned,
        Duration elapsed,
        List<String> notes,
        long reused,
        @Nullable TestScore test) {
    StudyReport report() {
        History history = study.trials();
        Effort effort = new Effort(history, settings);
        List<String> remarks = Part.lines("The remarks", () -> study.config().remarks(history));
        List<String> part = Sentences.part(settings.method(), study.config(), history, ending, planned);
        return new StudyReport(
                settings.name(),
                settings.title(),
                study.config().space(),
                history,
                study.config().goal().name(),
                settings.budget(),
                ending,
                planned,
                settings.subject().folds(),
                effort.fits(),
                elapsed,
                settings.get(Options.SEED),
                Stream.of(notes, remarks, part, Again.sentences(settings, history), effort.saved(reused))
                        .flatMap(List::stream)
                        .toList(),
                test,
                Conclusions.of(settings, study.config(), history));
    }
}
