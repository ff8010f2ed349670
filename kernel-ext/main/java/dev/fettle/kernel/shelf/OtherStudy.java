package dev.fettle.kernel.shelf;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A study of a store, for one that begins with what it found.
 *
 * @param label for people, without a password
 */
public record OtherStudy(String label, History history) {
    /**
     * The study behind {@code --from FILE|URL[#NAME]}.
     *
     * @param goals of the one that begins; those of a program that names none are taken for them, if they have the same directions
     * @throws IOException if it cannot be found, a whole sentence
     */
    public static OtherStudy find(String text, List<Goal> goals) throws IOException {
        int mark = isFile(text) ? -1 : text.lastIndexOf('#');
        String place = mark < 0 ? text : text.substring(0, mark);
        Optional<String> name = mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
        Archive archive = Archive.read(place);
        if (name.isEmpty() && archive.studies().size() > 1) {
            String first = archive.studies().get(0).name();
            throw new IOException("Journal (" + archive.place()
                    + ") must hold one study where none is named, and holds "
                    + String.join(", ", archive.names()) + ". Maybe --from " + quoted(archive.place() + "#" + first)
                    + ".");
        }
        Archived study = archive.one(name);
        return new OtherStudy(archive.place() + "#" + study.name(), named(study.history(), goals));
    }

    private static String quoted(String word) {
        return word.contains(" ") ? '"' + word + '"' : word;
    }

    /** A name may have the sign that stands before one. */
    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static History named(History history, List<Goal> goals) {
        boolean nameless = history.goals().stream().allMatch(g -> g.name().matches("value|values_\\d+"));
        if (!nameless || !directions(history.goals()).equals(directions(goals))) {
            return history;
        }
        History named = History.empty(goals);
        for (Trial.Finished trial : history.trials()) {
            named = named.plus(trial);
        }
        return named;
    }

    private static List<Direction> directions(List<Goal> goals) {
        return goals.stream().map(Goal::direction).toList();
    }
}
