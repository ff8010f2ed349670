package dev.fettle.envelope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object on its way to another JVM, with what it needs there and that JVM does not have: classes that a shell has compiled, and
 * the values of the static variables that they read. Java serialises neither, and so what a notebook has declared would arrive as
 * 0 or null. Opening one runs code of whoever has packed it. Immutable, for any thread.
 */
public final class Envelope {
    /** The version of a class file is that of Java and so many more (Java Virtual Machine Specification, 4.1). */
    private static final int CLASS_FILE = 44;

    private final TreeMap<String, byte[]> classes;
    private final byte[] contents;
    private final String hash;

    /** @param contents as {@link Packer} writes them */
    Envelope(Map<String, byte[]> classes, byte[] contents) {
        this.classes = new TreeMap<>(classes);
        this.contents = contents;
        this.hash = HexFormat.of().formatHex(sha256(bytes()));
    }

    /**
     * One of {@link #bytes}.
     *
     * @throws IllegalArgumentException if they are not those of an envelope
     */
    public static Envelope of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            TreeMap<String, byte[]> classes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return new Envelope(classes, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("Bytes (" + bytes.length + ") must be those of an envelope.", e);
        }
    }

    /** All of it. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> one : classes.entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
            out.write(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What names it: SHA-256 of {@link #bytes}, 64 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** How long {@link #bytes} are. */
    public long size() {
        return contents.length
                + classes.values().stream().mapToLong(code -> code.length).sum();
    }

    /** The classes in it, by name. */
    public SortedMap<String, byte[]> classes() {
        return Collections.unmodifiableSortedMap(classes);
    }

    /** The feature version that Java must have at least to open it; 0 if any will do. */
    public int java() {
        return classes.values().stream()
                .mapToInt(code -> (((code[6] & 0xff) << 8) | (code[7] & 0xff)) - CLASS_FILE)
                .max()
                .orElse(0);
    }

    /**
     * The object. Each call makes another one, with classes and variables of its own: what one changes another does not see.
     *
     * @param parent has all other classes; one that is here too is not looked for there
     * @throws IOException if a class is missing or another one than it was
     */
    public Object open(ClassLoader parent) throws IOException {
        ClassLoader loader = new EnvelopeLoader(classes, parent);
        try (ObjectInputStream in = new EnvelopeInput(contents, loader)) {
            for (int left = in.readInt(); left > 0; left--) {
                Member variable = new Member(in.readUTF(), in.readUTF());
                Field field = Objects.requireNonNull(variable.variable(loader), variable.name());
                field.set(null, in.readObject());
            }
            return in.readObject();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException("Envelope must find all classes that it needs: " + e + ".", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            // Java Security Standard Algorithm Names: every platform has it.
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope that && hash.equals(that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(contents);
    }

    @Override
    public String toString() {
        return "Envelope[" + classes.size() + " classes, " + size() + " bytes, " + hash.substring(0, 8) + "]";
    }
}
