package dev.fettle.kernel.keeping;

import dev.fettle.journal.NoJournal;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.size.Size;
import dev.fettle.report.text.Wording;
import dev.fettle.store.Store;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import java.time.InstantSource;
import java.util.List;

/**
 * A study, and what is to be said of its journal.
 *
 * @param fresh whether it begins here, and nothing of before goes on
 * @param said whole sentences
 */
public record Kept(Study study, boolean fresh, List<String> said) {
    public Kept {
        said = said.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    /** One without a journal. */
    static Kept nowhere(StudyConfig config, InstantSource clock, List<String> said) {
        return new Kept(Study.open(config, new NoJournal(), clock), true, said);
    }

    /** Whether nothing was tried yet. */
    static boolean isNew(Study study) {
        return study.trials().size() == 0 && study.running().isEmpty();
    }

    /** How much of a study was read, and what is left to do. */
    static String read(Study study, Store store, Settings settings) {
        int read = study.trials().size();
        long planned = Size.planned(study.config(), settings.budget());
        boolean over =
                (read > 0 && planned == read) || study.ended(settings.budget()).isPresent();
        String left = over ? ", nothing to do" : planned > read ? ", " + (planned - read) + " to do" : "";
        return "Journal " + store.place() + ": " + Wording.count(read, "trial") + " read" + left + ".";
    }
}
