package dev.fettle.kernel.magic;

import dev.fettle.journal.Journal;
import dev.fettle.journal.NoJournal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.JournalOptions;
import dev.fettle.kernel.size.Size;
import dev.fettle.kernel.variable.Session;
import dev.fettle.report.text.Wording;
import dev.fettle.store.Store;
import dev.fettle.study.DifferentStudyException;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the study of a cell on the journal that the cell asks for. */
record Keeping(Settings settings, Session session, InstantSource clock) {
    /**
     * A study, and what is to be said of its journal.
     *
     * @param said whole sentences
     */
    record Kept(Study study, List<String> said) {}

    Kept study(StudyConfig config) throws JournalException {
        String place = settings.get(JournalOptions.JOURNAL).orElse(JournalOptions.NONE);
        if (place.equals(JournalOptions.NONE)) {
            return new Kept(Study.open(config, new NoJournal(), clock), List.of());
        }
        try {
            return study(config, session.store(place));
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
    }

    private Kept study(StudyConfig config, Stores.Opened opened) throws IOException, JournalException {
        Store store = opened.store();
        List<String> said = new ArrayList<>();
        if (!opened.remark().isEmpty()) {
            said.add(opened.remark());
        }
        if (settings.get(JournalOptions.RESTART)) {
            renamed(config.name(), store).ifPresent(said::add);
        }
        Journal journal = new KeptJournal(store.lines(config.name()));
        try {
            Study study = settings.get(JournalOptions.CONTINUE_ANYWAY)
                    ? Study.openAnyway(config, journal, clock)
                    : Study.open(config, journal, clock);
            said.add(0, state(study, store));
            return new Kept(study, said);
        } catch (DifferentStudyException e) {
            // As the store names it: what was typed may hold a password.
            throw new JournalException(different(config.name(), store.place(), e), e);
        }
    }

    /** What the journal had, and what is left to do. */
    private String state(Study study, Store store) {
        int read = study.trials().size();
        String there = "Journal " + store.place() + ": ";
        if (read == 0 && study.running().isEmpty()) {
            return there + "a new study, " + study.config().name() + ".";
        }
        long planned = Size.planned(study.config(), settings.budget());
        boolean over = study.ended(settings.budget()).isPresent();
        String left = over ? ", nothing to do" : planned > read ? ", " + (planned - read) + " to do" : "";
        return there + Wording.count(read, "trial") + " read" + left + ".";
    }

    /** Frees the name of a study. */
    private static Optional<String> renamed(String name, Store store) throws IOException {
        List<String> names = store.studies();
        if (!names.contains(name)) {
            return Optional.empty();
        }
        int number = 1;
        while (names.contains(name + "~" + number)) {
            number++;
        }
        store.rename(name, name + "~" + number);
        return Optional.of("Begun anew; what was there is kept as " + name + "~" + number + ".");
    }

    private static String different(String name, String place, DifferentStudyException e) {
        String all = Stream.concat(e.question().stream(), e.grounds().stream())
                .map(d -> "\n  " + d.replace("\n", "\n  "))
                .collect(Collectors.joining());
        String anyway = e.question().isEmpty() ? ", or --continue-anyway: what was told before stays as it is" : "";
        return "Study " + name + " must ask what the journal " + place + " holds; nothing was run. It differs in" + all
                + "\nMaybe --restart: what is there is kept under another name" + anyway + ".";
    }
}
