package dev.fettle.space.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values that Python has worked out, an array of NumPy or a range: arithmetic goes through each. */
record Vector(List<Object> values) {
    Vector {
        values = List.copyOf(values);
        if (values.size() > ValueReader.LIMIT) {
            throw new IllegalArgumentException("List must have at most " + ValueReader.LIMIT + " values.");
        }
    }

    /** Each by itself. */
    Vector map(UnaryOperator<Object> each) {
        List<Object> mapped = new ArrayList<>(values.size());
        values.forEach(v -> mapped.add(each.apply(v)));
        return new Vector(mapped);
    }
}
