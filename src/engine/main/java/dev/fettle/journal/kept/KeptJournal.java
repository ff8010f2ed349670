package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The journal of a study in a store: it outlives the process, and others may write it too. */
public record KeptJournal(Lines lines) implements Journal {
    @Override
    public List<Event> read(long from) throws IOException {
        return events(lines.read(from));
    }

    @Override
    public List<Event> runs() throws IOException {
        return events(lines.read(0).stream()
                .filter(line -> !EventFormat.isOfTrial(line))
                .toList());
    }

    private static List<Event> events(List<String> texts) throws IOException {
        List<Event> events = new ArrayList<>(texts.size());
        for (String text : texts) {
            events.add(EventFormat.read(text));
        }
        return events;
    }

    @Override
    public long append(long expected, List<Event> events) throws IOException, Conflict {
        return lines.append(expected, events.stream().map(EventFormat::write).toList());
    }

    @Override
    public Presence enter() throws IOException {
        return lines.enter();
    }

    @Override
    public boolean outlives() {
        return true;
    }
}
