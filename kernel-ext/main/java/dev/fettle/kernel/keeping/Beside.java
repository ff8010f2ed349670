package dev.fettle.kernel.keeping;

import dev.fettle.journal.Standing;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.option.JournalOptions;
import dev.fettle.store.Store;
import dev.fettle.study.DifferentStudyException;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The journal of a study for which the cell names none: a file beside the notebook. It is there for a kernel that dies: the same
 * cell then goes on, and begins anew in any other case. It is never in the way: where it cannot be had the study runs without.
 */
final class Beside {
    private final Keeping keeping;

    /** Of each study that was looked at, by its place and name then: of a large one all must be read for that. */
    private final Map<String, Standing> standings = new HashMap<>();

    Beside(Keeping keeping) {
        this.keeping = keeping;
    }

    Kept study(StudyConfig config) {
        Optional<Path> folder = keeping.session().folder();
        if (folder.isEmpty()) {
            return Kept.nowhere(config, keeping.clock(), List.of());
        }
        try {
            Files.createDirectories(folder.get());
            return in(free(folder.get(), config.name()), config);
        } catch (IOException | UncheckedIOException e) {
            String why = e instanceof FileSystemException ? folder.get() + " cannot be written" : e.getMessage();
            return Kept.nowhere(config, keeping.clock(), List.of("There is no journal: " + why));
        }
    }

    /** The first file whose study of this name does not go on in another kernel. */
    private Stores.Opened free(Path folder, String name) throws IOException {
        for (int number = 1; ; number++) {
            String file = name + (number == 1 ? "" : "-" + number) + ".db";
            Stores.Opened opened = keeping.session().store(folder.resolve(file).toString());
            if (standing(opened.store(), name) != Standing.UNDER_WAY) {
                return opened;
            }
        }
    }

    private Kept in(Stores.Opened opened, StudyConfig config) throws IOException {
        Store store = opened.store();
        List<String> said = new ArrayList<>(List.of(opened.remark()));
        Optional<Cut> cut = cut(store, config, said);
        Study study;
        if (cut.isPresent() && cut.get().name().equals(config.name())) {
            study = cut.get().study();
        } else {
            forget(config.name(), store);
            Former.free(config.name(), store);
            if (cut.isPresent()) {
                store.rename(cut.get().name(), config.name());
            }
            study = keeping.open(config, new KeptJournal(store.lines(config.name()), About.of(keeping.settings())));
        }
        said.add(0, cut.isPresent() ? Kept.read(study, store, keeping.settings()) : "Journal " + store.place() + ".");
        return new Kept(study, cut.isEmpty(), said);
    }

    /** A study that goes on, by the name that it has in the store. */
    private record Cut(String name, Study study) {}

    /** The study that was cut off and asks the same; of others that were cut off it is said. */
    private Optional<Cut> cut(Store store, StudyConfig config, List<String> said) throws IOException {
        if (keeping.settings().get(JournalOptions.RESTART)) {
            return Optional.empty();
        }
        for (String name : Former.all(config.name(), store)) {
            if (goesOn(standing(store, name))) {
                try {
                    return Optional.of(new Cut(name, keeping.open(config, journal(store, name))));
                } catch (DifferentStudyException e) {
                    if (standing(store, name) == Standing.CUT) {
                        said.add(other(e));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What the user stopped is seen in this session, and may be resumed by name. */
    private boolean goesOn(Standing standing) {
        return standing == Standing.CUT || (standing == Standing.STOPPED && !hasRun());
    }

    private boolean hasRun() {
        String name = Objects.requireNonNullElse(keeping.settings().name(), "last");
        return keeping.session().studies().find(name).isPresent();
    }

    /** Of those that were not cut off the newest is kept. */
    private void forget(String name, Store store) throws IOException {
        boolean newest = true;
        for (String former : Former.all(name, store)) {
            if (standing(store, former) != Standing.CUT) {
                if (!newest) {
                    store.remove(former);
                }
                newest = false;
            }
        }
    }

    private static String other(DifferentStudyException e) {
        String names = e.differences().stream()
                .map(difference -> difference.split(":", 2)[0])
                .collect(Collectors.joining(", "));
        return "A study of this name was cut off; it does not go on, since it differs in " + names
                + ", and stays in the journal.";
    }

    private Standing standing(Store store, String name) throws IOException {
        String key = store.place() + " " + name;
        Standing standing = standings.get(key);
        if (standing == null) {
            standing = Standing.of(journal(store, name));
            standings.put(key, standing);
        }
        return standing;
    }

    private static KeptJournal journal(Store store, String name) throws IOException {
        return new KeptJournal(store.lines(name));
    }
}
