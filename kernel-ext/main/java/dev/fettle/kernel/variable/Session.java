package dev.fettle.kernel.variable;

import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Preset;
import dev.fettle.kernel.cell.Surroundings;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.report.language.Language;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What lasts from cell to cell: the studies, and the options that {@code %tune set} has given values. Safe for any thread. */
public final class Session {
    private final Studies studies = new Studies();
    private final Map<Option<?>, Header.Word> defaults = new LinkedHashMap<>();
    private final Map<String, Stores.Opened> stores = new HashMap<>();
    private final Optional<Path> folder;
    private volatile Language language = Language.EN;

    /**
     * A session that nothing has happened in.
     *
     * @param folder where studies are kept for which a cell names no place, if anywhere
     */
    public Session(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Where studies are kept for which a cell names no place; it need not exist. */
    public Optional<Path> folder() {
        return folder;
    }

    /** The studies that have run. */
    public Studies studies() {
        return studies;
    }

    /** Gives an option a standing value, or ends that. */
    public synchronized void set(Preset preset) {
        defaults.remove(preset.option());
        if (preset.value() != null) {
            defaults.put(preset.option(), preset.value());
        }
    }

    /** The language of all that is shown from now on. */
    public void speak(Language spoken) {
        language = spoken;
    }

    /** The language of what is shown now. */
    public Language language() {
        return language;
    }

    /** The standing values, as a copy. */
    public synchronized Map<Option<?>, Header.Word> defaults() {
        return new LinkedHashMap<>(defaults);
    }

    /**
     * The store of a place, which stays open as long as the kernel lives; it is opened again if it was taken away meanwhile.
     *
     * @throws IOException as {@link Stores#open} does
     */
    public synchronized Stores.Opened store(String place) throws IOException {
        Stores.Opened open = stores.get(place);
        if (open == null || !answers(open.store())) {
            open = Stores.open(place);
            stores.put(place, open);
        }
        return open;
    }

    private static boolean answers(Store store) {
        try {
            store.studies();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a cell can refer to now. */
    public Surroundings surroundings(Notebook notebook) {
        return new Surroundings(notebook, studies.sources(), defaults());
    }
}
