package dev.fettle.report.table;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one column has of each trial.
 *
 * @param type of the values: Integer, String, Double; Object for those of a parameter
 * @param parameter whose values they are; empty if they are no parameter's
 * @param values by row; null for what is not there
 */
record TrialColumn(String name, Class<?> type, Optional<String> parameter, List<@Nullable Object> values) {
    TrialColumn {
        values = Collections.unmodifiableList(values);
    }
}
