package dev.fettle.kernel.magic;

import dev.fettle.journal.NoJournal;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.keeping.JournalException;
import dev.fettle.kernel.keeping.Keeping;
import dev.fettle.kernel.keeping.Kept;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Resources;
import dev.fettle.kernel.place.Assignment;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Sentences;
import dev.fettle.kernel.shelf.OtherStudy;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.space.Point;
import dev.fettle.study.Earlier;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the study of a cell, and gives it the points that come before the sampler's own. */
public final class Start {
    private Start() {}

    /** A run of a new study, with all that is to be said before its trials. */
    static Run run(Settings settings, Session session, Notebook notebook, InstantSource clock, Workplace place)
            throws JournalException {
        Prepared prepared = config(settings, session);
        Keeping keeping =
                new Keeping(settings, session, clock, config -> Assignment.about(config, settings, notebook, clock));
        Kept kept = keeping.study(prepared.config());
        Run run = new Run(settings, kept.study(), clock, place);
        if (!kept.fresh()) {
            kept.said().forEach(run::add);
        }
        Optional.ofNullable(settings.name())
                .filter(name -> kept.fresh())
                .flatMap(session.studies()::find)
                .ifPresent(before -> run.add("A fresh run: it replaces the study " + settings.name()
                        + " of before, with its " + before.history().size() + " trials."));
        run.add(Sentences.data(settings));
        Sentences.remarks(settings).forEach(run::add);
        place.remarks().forEach(run::add);
        settings.text().warnings().forEach(run::add);
        prepared.said().forEach(run::add);
        settings.options()
                .given(Options.JOBS)
                .flatMap(jobs -> Sentences.idle(prepared.config(), jobs))
                .ifPresent(run::add);
        if (kept.fresh()) {
            kept.said().forEach(run::add);
        }
        if (settings.get(Options.NESTED).isPresent()) {
            run.nest(outer(settings, session, clock, place));
        }
        return run;
    }

    /** Its search on the rows of each of its outer folds. */
    private static List<Run> outer(Settings settings, Session session, InstantSource clock, Workplace place)
            throws JournalException {
        List<Run> runs = new ArrayList<>();
        for (Subject fold :
                settings.subject().outer(settings.get(Options.NESTED).orElse(0))) {
            Settings own = settings.withSubject(fold);
            Study study = Study.open(config(own, session).config(), new NoJournal(), clock);
            runs.add(new Run(own, study, clock, place.at(own)));
        }
        return runs;
    }

    /**
     * What a cell asks.
     *
     * @param said what is to be said of the points that come before the sampler's own
     */
    public record Prepared(StudyConfig config, List<String> said) {}

    /** The question of a cell: first the default values, which are the baseline; the points of the cell; the best of an earlier study. */
    public static Prepared config(Settings settings, Session session) throws JournalException {
        Subject subject = settings.subject();
        List<String> said = new ArrayList<>();
        StudyConfig config = StudyConfig.of(
                        Objects.requireNonNullElse(settings.name(), "last"),
                        settings.space(),
                        subject.goals(),
                        LastTrials.sampler(settings.method(), settings.options()))
                .withSeed(settings.get(Options.SEED))
                .withBatch(settings.get(Options.BATCH))
                .withFingerprints(subject.fingerprints())
                .withEssence(subject.essence().orElse(StudyConfig.WHOLE))
                .withPruner(Resources.pruner(settings.options()));
        if (Resources.spends(settings.method())) {
            config = config.withMostResource(settings.get(Resources.MAX).orElseThrow());
        }
        if (settings.get(LastTrials.REPLICATE)) {
            config = config.withMostResource(1);
        }
        if (settings.budget().trials() != Budget.ALL) {
            config = config.withTrials(settings.budget().trials());
        }
        if (settings.method().startsWithDefaults()) {
            config = withDefaults(config, said);
        }
        for (Point point : settings.text().tries()) {
            if (tries(config, point)) {
                said.add("The point to try " + point + " runs once: it is tried already.");
            } else {
                config = config.trying(point, "try");
            }
        }
        Optional<OtherStudy> other = other(settings, session);
        if (other.isPresent()) {
            String label = other.get().label();
            Earlier earlier = Earlier.of(other.get().history(), config.space());
            config = earlier.into(config, "from " + label);
            said.add(FromOther.sentence(label, earlier, config));
        }
        return new Prepared(config, said);
    }

    /** A study of this session, else one that is kept somewhere. */
    private static Optional<OtherStudy> other(Settings settings, Session session) throws JournalException {
        String from = settings.get(Options.FROM).orElse("");
        Optional<Tuned<?>> here = session.studies().find(from);
        if (here.isPresent() || from.isEmpty()) {
            return here.map(study -> new OtherStudy(from, study.history()));
        }
        try {
            return Optional.of(OtherStudy.find(from, settings.subject().goals()));
        } catch (IOException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean tries(StudyConfig config, Point point) {
        return config.tries().stream().anyMatch(t -> t.point().equals(point));
    }

    private static StudyConfig withDefaults(StudyConfig config, List<String> said) {
        Optional<Point> point = config.space().defaults();
        if (point.isEmpty()) {
            return config;
        }
        if (config.space().allows(point.get())) {
            return config.trying(point.get(), "default");
        }
        said.add("The default values (" + point.get() + ") do not satisfy what is required: there is no baseline.");
        return config;
    }
}
