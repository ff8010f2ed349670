package dev.fettle.learner.prepare;

import dev.fettle.data.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scale that columns of numbers are brought to. */
public enum Scaler {
    /** As they are. */
    NONE,
    /** Mean 0 and standard deviation 1 over the training rows: scikit-learn's {@code StandardScaler}. */
    STANDARD,
    /** The training rows from 0 to 1: scikit-learn's {@code MinMaxScaler}. */
    MINMAX;

    /** As they are typed. */
    public static final List<String> WORDS =
            Stream.of(values()).map(Scaler::word).toList();

    /** As it is typed: {@code minmax}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is typed so. */
    public static Scaler of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Learns from the numbers of a column, gaps left aside; one that is constant is only moved. */
    Columns learn(Feature.Numbers train) {
        double[] known = Arrays.stream(train.x()).filter(Double::isFinite).toArray();
        return known.length == 0 || this == NONE
                ? Columns.SAME
                : Columns.of(this == STANDARD ? Scaling.standard(known) : Scaling.minmax(known));
    }
}
