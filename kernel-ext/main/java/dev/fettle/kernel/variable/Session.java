package dev.fettle.kernel.variable;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Preset;
import dev.fettle.kernel.cell.Surroundings;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lasts from cell to cell: the studies, and the options that {@code %tune set} has given values. Safe for any thread. */
public final class Session {
    private final Studies studies = new Studies();
    private final Map<Option<?>, Header.Word> defaults = new LinkedHashMap<>();

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

    /** The standing values, as a copy. */
    public synchronized Map<Option<?>, Header.Word> defaults() {
        return new LinkedHashMap<>(defaults);
    }

    /** What a cell can refer to now. */
    public Surroundings surroundings(Notebook notebook) {
        return new Surroundings(notebook, studies.sources(), defaults());
    }
}
