package dev.fettle.kernel.magic;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Header;
import dev.fettle.kernel.cell.Option;
import dev.fettle.kernel.cell.Surroundings;
import java.util.EnumMap;
import java.util.Map;

/** What lasts from cell to cell: the studies, and the options that {@code %tune set} has given values. Safe for any thread. */
final class Session {
    private final Studies studies = new Studies();
    private final Map<Option, Header.Word> defaults = new EnumMap<>(Option.class);

    Studies studies() {
        return studies;
    }

    synchronized void set(Option option, Header.Word value) {
        defaults.put(option, value);
    }

    synchronized void unset(Option option) {
        defaults.remove(option);
    }

    synchronized Map<Option, Header.Word> defaults() {
        return new EnumMap<>(defaults);
    }

    Surroundings surroundings(Notebook notebook) {
        return new Surroundings(notebook, studies.sources(), defaults());
    }
}
