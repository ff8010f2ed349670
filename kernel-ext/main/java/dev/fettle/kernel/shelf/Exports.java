package dev.fettle.kernel.shelf;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.run.Export;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.kernel.variable.Studies;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.report.table.TrialFile;
import dev.fettle.report.text.Wording;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code %tune export}: the winner as Java, or all trials as a file. */
public record Exports(Studies studies) {
    private static final String OUT = "--out";
    private static final String JOURNAL = "--journal";
    private static final String OVERWRITE = "--overwrite";

    /** Shows the Java, or writes the file and says so. */
    public void export(Output output, List<String> typed) {
        Words words = Words.read("export", typed, List.of(OUT, JOURNAL), List.of(OVERWRITE));
        if (words.has(OUT)) {
            output.show(Show.id(), Show.text(written(words)));
            return;
        }
        for (String option : List.of(JOURNAL, OVERWRITE)) {
            if (words.has(option)) {
                throw new CellError("Option (" + option + ") must stand beside " + OUT + ". Maybe --out trials.csv.");
            }
        }
        output.show(Show.id(), Show.code(java(studies.get(words.name().orElse("last")))));
    }

    private static String java(Tuned<?> study) {
        Settings settings = study.run().settings();
        if (!(settings.subject() instanceof Subject.OfModel subject)) {
            throw new CellError("Export must be of a study with --model; this one tunes Java of the notebook."
                    + " Maybe --out trials.csv for its trials.");
        }
        Trial.Completed best = study.history()
                .best()
                .orElseThrow(() -> new CellError("Export must be of a study with a scored trial; this one has none."));
        return new Export(settings, subject, best.point()).java();
    }

    private String written(Words words) {
        String out = words.value(OUT).orElseThrow();
        try {
            Named found = words.has(JOURNAL) ? kept(words) : here(words.name().orElse("last"));
            Path file = Path.of(out);
            found.file().write(file, words.has(OVERWRITE));
            return "Wrote " + file + ": " + Wording.count(found.trials(), "trial") + " of " + found.name() + " in "
                    + found.file().columns().size() + " columns.";
        } catch (IOException e) {
            throw new CellError(String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            throw new CellError("File (" + out + ") must be the name of a file. Maybe trials.csv.");
        }
    }

    /** What is to be written. */
    private record Named(String name, int trials, TrialFile file) {}

    private Named here(String name) {
        Tuned<?> study = studies.get(name);
        return new Named(
                name,
                study.history().size(),
                TrialFile.of(name, study.history(), study.report().space()));
    }

    private static Named kept(Words words) throws IOException {
        Archived study = Archive.read(words.value(JOURNAL).orElseThrow()).one(words.name());
        return new Named(
                study.name(), study.history().size(), TrialFile.of(study.name(), study.history(), study.parameters()));
    }
}
