package dev.fettle.kernel.place;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Envelope;
import dev.fettle.envelope.Packer;
import dev.fettle.envelope.UnsendableException;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.run.Limits;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Objective;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that a process without the notebook needs to help with the study of a cell: code, values and data. It stands in the journal, in what
 * the study says {@code about} itself. Opening it runs code of whoever has written that.
 *
 * @param objective whose failures are told in the words of the notebook
 * @param budget and {@code limits} as the cell says
 */
public record Assignment(StudyConfig config, Objective objective, Budget budget, Limits limits) {
    /** Under this name: an envelope, packed. */
    public static final String ENVELOPE = "envelope";
    /** The classes that it needs of what the notebook had on its class path. */
    public static final String CLASSES = "classes";
    /** Why there is no envelope, whole sentences. */
    public static final String UNSENDABLE = "unsendable";

    /** A journal is read as a whole. */
    private static final int LONGEST = 32_000_000;

    /** What is said about a study in its journal, so that others may help with it, or why nobody can. */
    public static Map<String, String> about(
            StudyConfig config, Settings settings, Notebook notebook, InstantSource clock) {
        try {
            Objective objective = Stepwise.objective(settings, clock, There.standings());
            Limits limits = new Limits(
                    settings.get(Options.JOBS), settings.get(Options.TRIAL_TIME).orElse(null));
            Assignment assignment = new Assignment(
                    config, settings.subject().origins(notebook).told(objective), settings.budget(), limits);
            ClassSource source = notebook.classes();
            Packer.Packed packed = Packer.pack(assignment, source);
            String text = text(packed.envelope());
            return text.length() > LONGEST
                    ? Map.of(UNSENDABLE, tooLong(text.length()))
                    : Map.of(ENVELOPE, text, CLASSES, classes(packed, source.loader()));
        } catch (UnsendableException e) {
            return Map.of(UNSENDABLE, String.join("\n", e.reasons()));
        } catch (JavaException e) {
            return Map.of(
                    UNSENDABLE, "Java must run in the kernel of the cell, and does not: it " + e.getMessage() + ".");
        }
    }

    private static String tooLong(int length) {
        return "Objective and its data (" + length / 1_000_000 + " MB packed) must be at most " + LONGEST / 1_000_000
                + " MB to be kept in the study. Maybe ./fettle run NOTEBOOK, with the same --journal, on each computer.";
    }

    private static String classes(Packer.Packed packed, ClassLoader loader) {
        return packed.names().stream()
                .filter(name -> !name.startsWith("java.") && !ClassSource.has(name) && isThere(name, loader))
                .collect(Collectors.joining(" "));
    }

    /** Whether a class can be had. */
    public static boolean isThere(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static String text(Envelope envelope) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(envelope.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * What was kept under {@link #ENVELOPE}.
     *
     * @throws IOException if it is not that
     */
    public static Envelope envelope(String text) throws IOException {
        try (GZIPInputStream bytes =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return Envelope.of(bytes.readAllBytes());
        } catch (IllegalArgumentException e) {
            throw new IOException("Envelope (" + text.length() + " characters) must be one.", e);
        }
    }
}
