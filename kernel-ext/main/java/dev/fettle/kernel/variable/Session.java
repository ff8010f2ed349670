package dev.fettle.kernel.variable;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Surroundings;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import java.util.EnumMap;
import java.util.Map;

/** What lasts from cell to cell: the studies, and the options that {@code %tune set} has given values. Safe for any thread. */
public final class Session {
    private final Studies studies = new Studies();
    private final Map<Option, Header.Word> defaults = new EnumMap<>(Option.class);

    public Studies studies() {
        return studies;
    }

    public synchronized void set(Option option, Header.Word value) {
        defaults.put(option, value);
    }

    public synchronized void unset(Option option) {
        defaults.remove(option);
    }

    public synchronized Map<Option, Header.Word> defaults() {
        return new EnumMap<>(defaults);
    }

    public Surroundings surroundings(Notebook notebook) {
        return new Surroundings(notebook, studies.sources(), defaults());
    }
}
