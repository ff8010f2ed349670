package dev.fettle.learner.prepare;

import dev.fettle.data.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column for each word of the training rows, 1 where it stands and 0 elsewhere: scikit-learn's {@code
 * OneHotEncoder(handle_unknown="ignore")}. A word that no training row has is 0 in all of them, and so is a gap.
 */
final class OneHot {
    private OneHot() {}

    static Columns learn(Feature.Levels train) {
        List<String> words = IntStream.of(train.codes())
                .filter(c -> c >= 0)
                .distinct()
                .mapToObj(train.labels()::get)
                .sorted()
                .toList();
        return Columns.of(column -> words.stream().map(word -> indicator((Feature.Levels) column, word)));
    }

    private static Feature indicator(Feature.Levels column, String word) {
        int code = column.labels().indexOf(word);
        return new Feature.Numbers(
                column.name() + "=" + word,
                Arrays.stream(column.codes())
                        .mapToDouble(c -> c == code && code >= 0 ? 1 : 0)
                        .toArray());
    }
}
