package dev.fettle.kernel.keeping;

import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.JournalOptions;
import dev.fettle.kernel.option.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a cell says of its study in a journal, for those who read it later. */
final class About {
    private About() {}

    /** By name, as {@link dev.fettle.journal.Event.Opened#about}. */
    static Map<String, String> of(Settings settings) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("method", settings.title());
        about.put("cell", cell(settings));
        return about;
    }

    /** The whole cell, as it could be run elsewhere; not where it is kept, since an address may hold a password. */
    private static String cell(Settings settings) {
        StringBuilder line = new StringBuilder(
                "%%" + settings.method().magic() + " " + Objects.requireNonNullElse(settings.name(), ""));
        settings.typed().options().forEach((option, word) -> {
            if (!JournalOptions.ALL.contains(option)) {
                line.append(' ').append(option(option, word.text()));
            }
        });
        return line.toString().strip() + "\n" + settings.typed().body();
    }

    private static String option(Option<?> option, String value) {
        if (!option.takesValue()) {
            return option.written();
        }
        boolean plain = value.contains("${") || value.chars().noneMatch(Character::isWhitespace);
        return option.written() + "=" + (plain ? value : value.contains("\"") ? "'" + value + "'" : '"' + value + '"');
    }
}
