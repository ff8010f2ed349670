package dev.fettle.run;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Lines of a store whose writer watches the others by another way, for one with a clock that a test moves. */
record Watcher(Lines lines, Door door) implements Lines {
    /** Says that somebody writes. */
    interface Door {
        Presence enter() throws IOException;
    }

    @Override
    public void read(long from, Consumer<? super List<String>> each) throws IOException {
        lines.read(from, each);
    }

    @Override
    public long append(long expected, List<String> more) throws IOException, Conflict {
        return lines.append(expected, more);
    }

    @Override
    public SortedMap<Long, String> whole() throws IOException {
        return lines.whole();
    }

    @Override
    public Presence enter() throws IOException {
        return door.enter();
    }
}
