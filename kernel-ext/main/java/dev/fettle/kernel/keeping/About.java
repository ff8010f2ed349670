package dev.fettle.kernel.keeping;

import dev.fettle.kernel.cell.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a cell says of its study in a journal, for those who read it later. */
final class About {
    private About() {}

    /** By name, as {@link dev.fettle.journal.Event.Opened#about}. */
    static Map<String, String> of(Settings settings) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("method", settings.title());
        return about;
    }
}
