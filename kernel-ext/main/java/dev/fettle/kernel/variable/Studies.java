package dev.fettle.kernel.variable;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.option.Source;
import dev.fettle.word.Maybe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The studies of a notebook by name, in the order of their first run. Safe for any thread. */
public final class Studies {
    private static final String LAST = "last";

    private final Map<String, Tuned<?>> byName = new LinkedHashMap<>();
    private @Nullable Tuned<?> last;

    /** Keeps a study that runs now; one of the same name is replaced. */
    public synchronized void add(@Nullable String name, Tuned<?> study) {
        ran(study);
        if (name != null) {
            byName.put(name, study);
        }
    }

    /** It is the one that ran last, from now on. */
    public synchronized void ran(Tuned<?> study) {
        last = study;
    }

    /** Gives a study of before a name more; {@code last} goes on to mean the one that ran last. */
    public synchronized void name(String name, Tuned<?> study) {
        if (!name.equals(LAST)) {
            byName.put(name, study);
        }
    }

    /** The study of a name; {@code last} is the one that ran last, unless a cell has given its own that name. */
    public synchronized Optional<Tuned<?>> find(String name) {
        Tuned<?> found = byName.get(name);
        return Optional.ofNullable(found == null && name.equals(LAST) ? last : found);
    }

    /** The same; without one the cell ends. */
    public Tuned<?> get(String name) {
        return find(name).orElseThrow(() -> new CellError(unknown(name)));
    }

    /** What is to be said of a name that no study has. */
    public synchronized String unknown(String name) {
        String known = byName.isEmpty() ? "there is none yet" : "one of " + String.join(", ", byName.keySet());
        return "Study (" + name + ") must have run in this notebook: " + known + "."
                + Maybe.sentence(name, byName.keySet());
    }

    /** The cells of the studies, by name. */
    public synchronized Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        if (last != null) {
            sources.put(LAST, last.source());
        }
        byName.forEach((name, study) -> sources.put(name, study.source()));
        return sources;
    }

    /** Those with a name, in the order of their first run; a copy. */
    public synchronized Map<String, Tuned<?>> all() {
        return new LinkedHashMap<>(byName);
    }
}
