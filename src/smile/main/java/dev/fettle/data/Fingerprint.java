package dev.fettle.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A short mark of a value by which a change of it is seen: the same for equal contents, on every machine. For any thread.
 *
 * <pre>{@code
 * boolean same = Fingerprint.of(new double[] {1, 2}).equals(Fingerprint.of(new double[] {1, 2}));  // true
 * }</pre>
 */
public final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    /**
     * The first {@value #DIGITS} hexadecimal digits of the SHA-256 of a value's contents; empty if the value is none of
     * number, string, boolean, character, array or list of them, or Tablesaw table, or a number that counts, such as AtomicInteger.
     * NaN equals NaN.
     */
    public static Optional<String> of(Object value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DataOutputStream out =
                    new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            boolean seen = write(value, out);
            return seen
                    ? Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS))
                    : Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(0);
            return true;
        }
        if (value instanceof double[] doubles) {
            out.writeInt(doubles.length);
            for (double v : doubles) {
                out.writeDouble(v);
            }
            return true;
        }
        if (value instanceof Boolean || value instanceof CharSequence || value instanceof Character || isFixed(value)) {
            text(value.getClass().getSimpleName(), out);
            text(value.toString(), out);
            return true;
        }
        if (value instanceof Table table) {
            return table(table, out);
        }
        if (value instanceof List<?> list) {
            return members(list.toArray(), out);
        }
        return value.getClass().isArray() && members(value, out);
    }

    /** Numbers that change, such as counters, are no values to compare. */
    private static boolean isFixed(Object value) {
        return value instanceof Number && value.getClass().getPackageName().matches("java\\.(lang|math)");
    }

    /** Writes at length, so that neighbours cannot run together. */
    private static void text(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static boolean members(Object array, DataOutputStream out) throws IOException {
        int n = Array.getLength(array);
        out.writeInt(n);
        for (int i = 0; i < n; i++) {
            if (!write(Array.get(array, i), out)) {
                return false;
            }
        }
        return true;
    }

    private static boolean table(Table table, DataOutputStream out) throws IOException {
        for (Column<?> column : table.columns()) {
            text(column.name(), out);
            if (column instanceof NumericColumn<?> numbers) {
                write(numbers.asDoubleArray(), out);
            } else {
                for (int i = 0; i < column.size(); i++) {
                    text(column.isMissing(i) ? "" : column.getString(i), out);
                }
            }
        }
        return true;
    }

    /** The whole SHA-256 of names and values, in hexadecimal digits. */
    static String ofData(Dataset data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Feature> features = data.features();
            digest.update(text(features.stream().map(Feature::name).toList() + " " + data.targetName()));
            numbers(columns(features, Feature.Numbers.class), data.rows(), digest);
            columns(features, Feature.Levels.class)
                    .forEach(c -> digest.update(text(c.labels() + Arrays.toString(c.codes()))));
            digest.update(text(
                    data.target() instanceof Dataset.Classes c
                            ? c.labels() + Arrays.toString(c.y())
                            : Arrays.toString(((Dataset.Values) data.target()).y())));
            if (data.isWeighted()) {
                digest.update(text(Arrays.toString(data.weights())));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }

    /** Row after row. */
    private static void numbers(List<Feature.Numbers> columns, int rows, MessageDigest digest) {
        ByteBuffer row = ByteBuffer.allocate(Double.BYTES * columns.size());
        for (int r = 0; r < rows; r++) {
            for (Feature.Numbers column : columns) {
                row.putDouble(column.x()[r]);
            }
            digest.update(row.flip());
            row.clear();
        }
    }

    private static <F extends Feature> List<F> columns(List<Feature> features, Class<F> kind) {
        return features.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
