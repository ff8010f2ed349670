package dev.fettle.archive;

import dev.fettle.store.Store;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.postgres.PostgresStore;
import dev.fettle.store.sqlite.SqliteLook;
import dev.fettle.store.sqlite.SqliteStore;
import dev.fettle.word.Maybe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is kept in a place, read and left as it is: nothing is made, nothing is written, and nobody is kept waiting.
 *
 * <pre>{@code
 * for (Archived study : Archive.read("studies.db").studies()) {
 *     System.out.println(study.name() + ": " + study.history().size() + " trials, " + study.condition());
 * }
 * }</pre>
 *
 * @param place as messages name it, without a password
 * @param studies those that could be read, in the order of their first line
 * @param damaged why the others could not, a whole sentence each
 */
public record Archive(String place, List<Archived> studies, List<String> damaged) {
    public Archive {
        studies = List.copyOf(studies);
        damaged = List.copyOf(damaged);
    }

    /**
     * All studies of a place.
     *
     * @param place a file of Fettle, an address of PostgreSQL, or a file of SQLite in which Optuna keeps its studies
     * @throws IOException if there is nothing, or something else; the message is a whole sentence
     */
    public static Archive read(String place) throws IOException {
        if (!PostgresStore.isAddress(place)) {
            Path file = file(place);
            if (SqliteLook.isOne(file)) {
                try (SqliteLook look = SqliteLook.open(file)) {
                    if (OptunaFile.isOne(look.tables())) {
                        return new OptunaFile(look).read(place);
                    }
                }
            }
        }
        try (Store store = store(place)) {
            List<Archived> studies = new ArrayList<>();
            List<String> damaged = new ArrayList<>();
            for (String name : store.studies()) {
                try {
                    studies.add(new Reading(name, store.lines(name)).study());
                } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                    damaged.add(name + ": " + e.getMessage());
                }
            }
            return new Archive(store.place(), studies, damaged);
        }
    }

    /** Those of the studies that could be read. */
    public List<String> names() {
        return studies.stream().map(Archived::name).toList();
    }

    /**
     * One of the studies.
     *
     * @param name its name; empty if there is only one
     * @throws IOException if there is none of that name, or there are several; the message is a whole sentence that lists them
     */
    public Archived one(Optional<String> name) throws IOException {
        List<String> names = names();
        if (name.isEmpty() && names.size() != 1) {
            throw new IOException("Journal (" + place + ") must hold one study where none is named, and holds "
                    + (names.isEmpty() ? "none" : String.join(", ", names)) + "."
                    + names.stream()
                            .findFirst()
                            .map(first -> " Maybe " + first + ".")
                            .orElse(""));
        }
        return studies.stream()
                .filter(study -> name.map(study.name()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new IOException("Study (" + name.orElseThrow() + ") must be in the journal (" + place
                        + "), which holds " + (names.isEmpty() ? "none" : String.join(", ", names)) + "."
                        + Maybe.sentence(name.orElseThrow(), names)));
    }

    private static Store store(String place) throws IOException {
        if (PostgresStore.isAddress(place)) {
            return PostgresStore.open(place);
        }
        Path file = file(place);
        return isText(file) ? new FileStore(file) : SqliteStore.look(file);
    }

    private static Path file(String place) throws IOException {
        Path file;
        try {
            file = Path.of(place);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "Journal (" + place + ") must be a file or an address of PostgreSQL. Maybe study.db.", e);
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("Journal (" + place + ") must be "
                    + (Files.exists(file) ? "a file." : "there, and is not; nothing was made."));
        }
        return file;
    }

    private static boolean isText(Path file) throws IOException {
        byte[] name = "fettle-journal".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(name.length), name);
        } catch (IOException e) {
            throw new IOException("Journal (" + file + ") must be a file that may be read.", e);
        }
    }
}
