package dev.fettle.kernel.magic;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.kernel.cell.Cell;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.cell.Subject;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.variable.Fitting;
import dev.fettle.kernel.variable.Session;
import dev.fettle.random.Seed;
import dev.fettle.report.summary.Ranking;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.History;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the study of a cell, and gives it the points that come before the sampler's own. */
final class Start {
    /** So many of an earlier study's best points are tried first. */
    private static final int BEST = 10;

    private Start() {}

    static Study study(Cell cell, Settings settings, Budget budget, InstantSource clock) {
        Subject subject = settings.subject();
        StudyConfig config = new StudyConfig(
                Objects.requireNonNullElse(settings.name(), "last"),
                cell.text().space(),
                subject.goals(),
                settings.method().sampler(settings.quasi()),
                new Seed(settings.seed()),
                settings.batch(),
                subject.fingerprints());
        return Study.open(config, budget, new MemoryJournal(), clock);
    }

    /** The default values, which are the baseline; the points of the cell; the best of an earlier study. Says what is to be said of them. */
    static List<String> enqueue(Cell cell, Settings settings, Study study, Session session) {
        List<String> said = new ArrayList<>();
        SearchSpace space = cell.text().space();
        boolean given = space.parameters().stream().anyMatch(p -> p.defaultValue() != null);
        if (given && settings.method() != Method.GRID) {
            Point point = space.canonical(space.complete(Point.of(java.util.Map.of())));
            if (space.allows(point)) {
                study.enqueue(point, "default");
            } else {
                said.add("The default values (" + point + ") do not satisfy what is required: there is no baseline.");
            }
        }
        cell.text().tries().forEach(study::enqueue);
        String from = settings.from();
        if (from != null) {
            session.studies().find(from).ifPresent(other -> said.add(from(from, other.history(), space, study)));
        }
        return said;
    }

    private static String from(String name, History history, SearchSpace space, Study study) {
        List<String> unfit = new ArrayList<>();
        int tried = 0;
        for (Ranking.Row row : Ranking.of(history).rows()) {
            if (row.failed() || tried == BEST) {
                break;
            }
            Optional<Point> point = Fitting.point(space, row.point());
            if (point.isPresent()) {
                study.enqueue(point.get(), "from " + name);
                tried++;
            } else {
                unfit.add(Fitting.reason(space, row.point()));
            }
        }
        String head = "From " + name + ": the best " + tried + " points that fit are tried first";
        return unfit.isEmpty()
                ? head + "."
                : head + "; " + unfit.size() + " did not fit, the first since " + unfit.get(0) + ".";
    }
}
