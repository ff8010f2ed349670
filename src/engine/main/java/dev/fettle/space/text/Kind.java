package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Scalar;
import java.util.List;

/** What operators of conditions need to know of a value. */
enum Kind {
    FLAG,
    NUMBER,
    OTHER;

    static Kind of(Object value) {
        return value instanceof Boolean ? FLAG : value instanceof Number ? NUMBER : OTHER;
    }

    /** What all of its values are. */
    static Kind of(Scalar s) {
        List<Object> all = s instanceof Choice c ? c.values() : List.of(s.fallback());
        Kind first = of(all.get(0));
        return all.stream().allMatch(v -> of(v) == first) ? first : OTHER;
    }
}
