package dev.fettle.study;

import dev.fettle.space.Point;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Results in one short word, the same on every machine and JDK: doubles count by their bits, as their texts differ between
 * JDK 17 and 19.
 */
final class Digest {
    private static final int DIGITS = 16;

    private Digest() {}

    /** {@code 72 results, 9f86d081884c7d65}: how many, and a hash of all that a search hears of them. */
    static String of(List<Trial.Completed> results) {
        MessageDigest hash = sha256();
        for (Trial.Completed trial : results) {
            hash.update(text(trial).getBytes(StandardCharsets.UTF_8));
        }
        String word = HexFormat.of().formatHex(hash.digest()).substring(0, DIGITS);
        return results.size() + (results.size() == 1 ? " result, " : " results, ") + word;
    }

    private static String text(Trial.Completed trial) {
        StringBuilder text = new StringBuilder();
        Point point = trial.point();
        for (int i = 0; i < point.names().size(); i++) {
            text.append(point.names().get(i)).append('=');
            add(text, point.values().get(i));
        }
        Score score = trial.score();
        add(text, trial.proposal().resource());
        add(text, score.values());
        // The standard errors come from the folds.
        add(text, score.byFold());
        add(text, score.gradient());
        // Nothing of trainings: their seconds are others in every run, and no search hears of them.
        return text.append('\n').toString();
    }

    private static void add(StringBuilder text, Object value) {
        if (value instanceof List<?> list) {
            text.append('(');
            list.forEach(one -> add(text, one));
            text.append(')');
        } else {
            // With the kind and the length no two values read alike.
            String bits = value instanceof Double d ? Long.toHexString(Double.doubleToLongBits(d)) : value.toString();
            text.append(value.getClass().getSimpleName().charAt(0)).append(bits.length());
            text.append(':').append(bits);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK must have SHA-256.", e);
        }
    }
}
