package dev.fettle.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Features and a target. Immutable as long as nobody writes into the arrays, which are shared; for any thread.
 *
 * @param name as the user said it
 * @param features names of the columns of {@code x}
 * @param x {@code [n][p]}, finite
 * @param targetName the column that is to be predicted
 * @param target classes or values
 */
public record Dataset(String name, List<String> features, double[][] x, String targetName, Target target) {
    public Dataset {
        features = List.copyOf(features);
    }

    /** What is to be predicted, one entry a row. */
    public sealed interface Target permits Classes, Values {
        int size();
    }

    /**
     * Classes.
     *
     * @param y {@code [n]}, indices into {@code labels}
     * @param labels sorted, as scikit-learn's LabelEncoder has them
     */
    public record Classes(int[] y, List<String> labels) implements Target {
        public Classes {
            labels = List.copyOf(labels);
        }

        @Override
        public int size() {
            return y.length;
        }
    }

    /** Numbers {@code y[n]}, finite. */
    public record Values(double[] y) implements Target {
        @Override
        public int size() {
            return y.length;
        }
    }

    public int rows() {
        return x.length;
    }

    /** Whether classes are to be predicted. */
    public boolean isClassification() {
        return target instanceof Classes;
    }

    /** SHA-256 of names and numbers, the same on every machine, in hexadecimal digits. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((features + " " + targetName).getBytes(StandardCharsets.UTF_8));
            for (double[] row : x) {
                ByteBuffer bytes = ByteBuffer.allocate(8 * row.length);
                for (double v : row) {
                    bytes.putDouble(v);
                }
                digest.update(bytes.array());
            }
            digest.update(targetText().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }

    private String targetText() {
        if (target instanceof Classes c) {
            return c.labels() + java.util.Arrays.toString(c.y());
        }
        return java.util.Arrays.toString(((Values) target).y());
    }

    /** "iris: 150 rows × 4 features, 3 classes". */
    public String describe() {
        String what = target instanceof Classes c ? c.labels().size() + " classes" : "values of " + targetName;
        return name + ": " + rows() + " rows × " + features.size() + " features, " + what;
    }
}
