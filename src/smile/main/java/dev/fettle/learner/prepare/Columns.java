package dev.fettle.learner.prepare;

import dev.fettle.data.Feature;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What a column becomes: one change after the other, as they were learnt from training rows. Immutable, for any thread. */
record Columns(List<Change> changes) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The column as it is. */
    static final Columns SAME = new Columns(List.of());

    /** One change: the columns that a column becomes, of any rows. */
    @FunctionalInterface
    interface Change extends Serializable {
        Stream<Feature> of(Feature column);
    }

    Columns {
        changes = List.copyOf(changes);
    }

    static Columns of(Change change) {
        return new Columns(List.of(change));
    }

    /** These changes and then others. */
    Columns then(Columns next) {
        return new Columns(
                Stream.concat(changes.stream(), next.changes.stream()).toList());
    }

    /** The columns that a column becomes. */
    List<Feature> of(Feature column) {
        Stream<Feature> columns = Stream.of(column);
        for (Change change : changes) {
            columns = columns.flatMap(change::of);
        }
        return columns.toList();
    }
}
