package dev.fettle.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A model in a file, whole or not at all. */
final class ModelFile {
    private ModelFile() {}

    /** Written beside the file and then moved there, so that a failure leaves what was there. */
    static void write(FittedModel model, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            try (ObjectOutputStream out =
                    new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                out.writeObject(model);
            } catch (NotSerializableException e) {
                throw new IOException(
                        "Model (" + e.getMessage() + ") must be one that Java can store. Maybe it is a model of the"
                                + " notebook, or learns with one, which only its own cell can train anew.",
                        e);
            }
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static FittedModel read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readObject() instanceof FittedModel model) {
                return model;
            }
            throw new InvalidClassException("File (" + file + ") must hold a model that was saved.");
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "File (" + file + ") must hold a model of classes that are here; " + e.getMessage() + " is not.",
                    e);
        }
    }
}
