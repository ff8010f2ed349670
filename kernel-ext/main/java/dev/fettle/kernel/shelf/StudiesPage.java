package dev.fettle.kernel.shelf;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.run.Show;
import dev.fettle.report.html.Note;
import dev.fettle.report.text.Wording;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code %tune studies [PLACE]}: what is kept there, or beside the notebook. Leaves it as it is. */
public final class StudiesPage {
    private static final List<String> HEAD = List.of("study", "method", "state", "trials", "best", "last run");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private StudiesPage() {}

    /**
     * The page of a place; a {@link CellError} if nothing can be read there.
     *
     * @param beside where studies are kept for which a cell names no place, if anywhere
     */
    public static MimeBundle of(List<String> words, Optional<Path> beside) {
        if (words.size() > 1) {
            throw new CellError("%tune studies must be followed by one FILE or URL, or by nothing for those beside the"
                    + " notebook. Maybe %tune studies study.db.");
        }
        try {
            return words.isEmpty() ? beside(beside) : in(Archive.read(words.get(0)));
        } catch (IOException e) {
            throw new CellError(String.valueOf(e.getMessage()));
        }
    }

    private static MimeBundle in(Archive archive) {
        List<List<String>> rows =
                archive.studies().stream().map(StudiesPage::row).toList();
        return Show.of(Note.table(
                List.of("Journal " + archive.place() + ": " + count(rows) + "."), HEAD, rows, archive.damaged()));
    }

    private static MimeBundle beside(Optional<Path> folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (Path file : journals(folder)) {
            try {
                Archive archive = Archive.read(file.toString());
                archive.studies().forEach(study -> rows.add(with(file.getFileName(), row(study))));
                damaged.addAll(archive.damaged());
            } catch (IOException e) {
                damaged.add(String.valueOf(e.getMessage()));
            }
        }
        String where = folder.map(path -> ", in " + path).orElse("");
        return Show.of(Note.table(
                List.of("Journals beside the notebook" + where + ": " + count(rows) + "."),
                with("journal", HEAD),
                rows,
                damaged));
    }

    private static List<Path> journals(Optional<Path> folder) throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            return all.filter(file -> file.toString().matches(".*\\.(db|journal)") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IOException("Folder (" + folder.get() + ") must be one that may be read.", e);
        }
    }

    private static List<String> with(Object first, List<String> rest) {
        return Stream.concat(Stream.of(first.toString()), rest.stream()).toList();
    }

    private static String count(List<List<String>> rows) {
        return rows.isEmpty() ? "no study" : rows.size() == 1 ? "1 study" : rows.size() + " studies";
    }

    private static List<String> row(Archived study) {
        return List.of(
                study.name(),
                study.method(),
                study.condition().toString(),
                trials(study),
                best(study.history()),
                when(study.last()));
    }

    /** How many of how many, and how they ended, where that is more than one way. */
    private static String trials(Archived study) {
        History history = study.history();
        int pruned = history.size() - history.completedCount() - history.failedCount();
        String ends = Stream.of(
                        count(history.completedCount(), "scored"),
                        count(pruned, "pruned"),
                        count(history.failedCount(), "failed"),
                        count(study.running(), "running"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String all = history.size() + (study.planned() > 0 ? " of " + study.planned() : "");
        return history.completedCount() == history.size() && study.running() == 0 ? all : all + ": " + ends;
    }

    private static String count(int trials, String how) {
        return trials == 0 ? "" : trials + " " + how;
    }

    private static String best(History history) {
        Trial.Completed best = history.best().orElse(null);
        if (best == null) {
            return Wording.NONE;
        }
        int front = history.goals().size() > 1 ? history.front().size() : 1;
        return history.goal().name() + " " + Wording.score(best.score().value()) + " at trial " + best.number()
                + (front > 1 ? ", one of " + front + " that no other beats" : "");
    }

    private static String when(@Nullable Instant last) {
        return last == null ? Wording.NONE : MINUTE.format(last.atZone(ZoneId.systemDefault()));
    }
}
