package dev.fettle.kernel.keeping;

import dev.fettle.journal.Journal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.JournalOptions;
import dev.fettle.kernel.variable.Session;
import dev.fettle.store.Store;
import dev.fettle.study.DifferentStudyException;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opens the study of a cell on the journal that the cell asks for, or on that beside the notebook.
 *
 * @param others what the cell says about a new study so that other processes may help with it, where they can see it
 */
public record Keeping(
        Settings settings, Session session, InstantSource clock, Function<StudyConfig, Map<String, String>> others) {
    /** Loads what a journal needs, which takes half a second once. */
    public static void warmUp() {
        String nowhere = UUID.randomUUID() + ".db";
        try {
            Stores.open(Path.of(System.getProperty("java.io.tmpdir"), nowhere).toString())
                    .store()
                    .close();
        } catch (IOException | UncheckedIOException e) {
            // The first cell with a journal says why.
        }
    }

    /** The study of a question; a run of it may be begun. */
    public Kept study(StudyConfig config) throws JournalException {
        Optional<String> place = settings.get(JournalOptions.JOURNAL);
        if (place.isEmpty()) {
            return new Beside(this).study(config);
        }
        if (place.get().equals(JournalOptions.NONE)) {
            return Kept.nowhere(config, clock, List.of());
        }
        try {
            return study(config, session.store(place.get()));
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
    }

    private Kept study(StudyConfig config, Stores.Opened opened) throws IOException, JournalException {
        Store store = opened.store();
        List<String> said = new ArrayList<>();
        if (settings.get(JournalOptions.RESTART)) {
            Former.free(config.name(), store)
                    .ifPresent(other -> said.add("Begun anew; what was there is kept as " + other + "."));
        }
        try {
            Study study = open(config, new KeptJournal(store.lines(config.name()), about(config, store)));
            boolean fresh = Kept.isNew(study);
            String place = "Journal " + store.place() + ": a new study, " + config.name() + ".";
            said.add(0, fresh ? place : Kept.read(study, store, settings));
            said.add(1, opened.remark());
            return new Kept(study, fresh, said);
        } catch (DifferentStudyException e) {
            // As the store names it: what was typed may hold a password.
            throw new JournalException(different(config.name(), store.place(), e), e);
        }
    }

    private Map<String, String> about(StudyConfig config, Store store) throws IOException {
        Map<String, String> about = About.of(settings);
        if (!store.studies().contains(config.name())) {
            about.putAll(others.apply(config));
        }
        return about;
    }

    /** What a journal holds, if it may go on. */
    Study open(StudyConfig config, Journal journal) {
        return settings.get(JournalOptions.CONTINUE_ANYWAY)
                ? Study.openAnyway(config, journal, clock)
                : Study.open(config, journal, clock);
    }

    private static String different(String name, String place, DifferentStudyException e) {
        String anyway = e.question().isEmpty() ? ", or --continue-anyway: what was told before stays as it is" : "";
        return "Study " + name + " must ask what the journal " + place + " holds; nothing was run. It differs in"
                + e.listed() + "\nMaybe --restart: what is there is kept under another name" + anyway + ".";
    }
}
