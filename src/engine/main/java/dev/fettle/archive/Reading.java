package dev.fettle.archive;

import dev.fettle.journal.Event;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.space.Point;
import dev.fettle.space.text.SpaceText;
import dev.fettle.store.Lines;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one study of a journal. */
record Reading(String name, Lines lines) {
    Archived study() throws IOException {
        List<Event> events = new KeptJournal(lines).read(0);
        if (events.isEmpty() || !(events.get(0) instanceof Event.Opened opened)) {
            throw new IOException("Study (" + name + ") must begin with its opening. Maybe lines are missing.");
        }
        Unfolded all = Unfolded.of(opened, events);
        History history = all.history();
        int running = 0;
        Archived.Condition condition = ended(all);
        for (int run : all.reached == null ? all.unended() : Set.<Integer>of()) {
            Optional<Boolean> there = lines.isThere(all.writer(run));
            if (there.orElse(true)) {
                running += (int)
                        all.open.values().stream().filter(o -> o.by() == run).count();
                condition = there.isPresent() || condition == Archived.Condition.RUNNING
                        ? Archived.Condition.RUNNING
                        : Archived.Condition.ELSEWHERE;
            }
        }
        return new Archived(
                name,
                opened.about().getOrDefault("method", method(opened.question().getOrDefault("sampler", ""))),
                history.goals(),
                parameters(opened.question().getOrDefault("space", ""), history),
                history,
                condition,
                running,
                planned(all),
                all.last,
                opened.about());
    }

    /** What it would be if nobody worked on it. */
    private static Archived.Condition ended(Unfolded all) {
        if (all.runs.isEmpty()) {
            return Archived.Condition.EMPTY;
        }
        if (all.reached != null) {
            return Archived.Condition.FINISHED;
        }
        Ending ending = all.endings.get(all.runs.size());
        if (ending == null || ending == Ending.TAKEN_OVER) {
            return Archived.Condition.KILLED;
        }
        return ending == Ending.EXHAUSTED ? Archived.Condition.FINISHED : Archived.Condition.STOPPED;
    }

    /** The name of a sampler's record, which programs give and cells do not: {@code random} for {@code RandomSampler[…]}. */
    private static String method(String sampler) {
        return sampler.replaceFirst("\\[.*", "").replaceFirst("Sampler$", "").toLowerCase(Locale.ROOT);
    }

    /** What was asked for, else all points of a grid; 0 if nobody knows. */
    private static int planned(Unfolded all) {
        boolean grid = all.opened.question().getOrDefault("sampler", "").startsWith("GridSampler");
        if (all.planned() > 0 || !grid) {
            return all.planned();
        }
        try {
            long size = SpaceText.parse(all.opened.question().getOrDefault("space", ""))
                    .size()
                    .orElse(0);
            return size > Integer.MAX_VALUE ? 0 : (int) size;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static List<String> parameters(String space, History history) {
        try {
            return SpaceText.parse(space).names();
        } catch (IllegalArgumentException e) {
            // A later version may say more of spaces than this one can read; the points are there.
            return named(history.trials().stream().map(t -> t.point()).toList());
        }
    }

    /** The parameters that points have, in the order in which they appear. */
    static List<String> named(List<Point> points) {
        Set<String> names = new LinkedHashSet<>();
        points.forEach(point -> names.addAll(point.entries().keySet()));
        return List.copyOf(names);
    }
}
