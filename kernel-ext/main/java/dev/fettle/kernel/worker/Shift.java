package dev.fettle.kernel.worker;

import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Cell;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.keeping.JournalException;
import dev.fettle.kernel.magic.Start;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.TrialThreads;
import dev.fettle.kernel.variable.Session;
import dev.fettle.report.text.Wording;
import dev.fettle.space.text.Mistake;
import dev.fettle.store.Store;
import dev.fettle.study.DifferentStudyException;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Works on a study of a store until it ends.
 *
 * @param name of the study
 * @param cell which has begun it
 * @param jobs empty for those of the cell
 * @param line said as it goes on
 */
record Shift(Kernel kernel, Store store, String name, String cell, OptionalInt jobs, Consumer<String> line) {
    private static final Pattern WORD = Pattern.compile("(?:\\$\\{[^}]*}|\"[^\"]*\"|'[^']*'|[^\\s])+");

    /** Why nothing can be done here; the message has one or more lines. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Returns when the study has ended, or a stop was requested. */
    void work(Stop stop) throws Refused, IOException {
        Notebook notebook = new Notebook(kernel.shell());
        Session session = new Session(Optional.empty());
        Settings settings = settings(notebook, session);
        Study study = study(settings, session);
        // What the last run was given; a study that nobody has run has what its cell says.
        boolean begun = study.ending().isPresent() || !study.budget().equals(Budget.unlimited());
        Budget budget = begun ? study.budget() : settings.budget();
        line.accept("Study " + name + " of " + store.place() + ": "
                + Wording.count(study.trials().size(), "trial") + " there.");
        Settings here =
                settings.withBudget(budget).with(Options.JOBS, jobs.orElseGet(() -> settings.get(Options.JOBS)));
        InstantSource clock = InstantSource.system();
        Run run = new Run(
                here, study, clock, Workplace.here(here, settings.subject().origins(notebook), clock));
        ExecutorService pool = TrialThreads.pool();
        try {
            run.trials(pool, stop);
        } finally {
            pool.shutdownNow();
        }
        line.accept(
                stop.requested()
                        ? "Stopped; the trials that ran here were given back."
                        : "Study " + name + " has ended: "
                                + Wording.count(study.trials().size(), "trial") + best(study) + ".");
    }

    private static String best(Study study) {
        return study.trials()
                .best()
                .map(t -> ", best " + study.config().goal().name() + " "
                        + Wording.score(t.score().value()) + " at trial " + t.number())
                .orElse("");
    }

    private Settings settings(Notebook notebook, Session session) throws Refused {
        String[] parts = cell.split("\n", 2);
        List<String> words =
                WORD.matcher(parts[0]).results().map(MatchResult::group).toList();
        Vocabulary vocabulary = new Vocabulary(Methods.ALL, Options.ALL);
        Method method = vocabulary.methods().stream()
                .filter(m -> words.get(0).equals("%%" + m.magic()))
                .findFirst()
                .orElseThrow(() -> new Refused("Method (" + words.get(0) + ") must be one of this version of Fettle."));
        Header header = Header.read(vocabulary, method, words.subList(1, words.size()), true);
        Cell read = Cell.read(method, header, parts.length > 1 ? parts[1] : "", session.surroundings(notebook));
        List<Mistake> mistakes = read.settings().mistakes();
        if (!mistakes.isEmpty()) {
            throw new Refused(
                    "Study " + name + " must stand by itself to be worked on here, and its cell needs what it had in"
                            + " its notebook, or a file that is not here:\n"
                            + mistakes.stream().map(m -> m.render(read.shown())).collect(Collectors.joining("\n"))
                            + "\nMaybe ./fettle run NOTEBOOK, with the same --journal, on this computer.");
        }
        return read.settings().found().orElseThrow();
    }

    private Study study(Settings settings, Session session) throws Refused, IOException {
        try {
            StudyConfig config = Start.config(settings, session).config();
            return Study.open(config, new Announcing(new KeptJournal(store.lines(name)), line), InstantSource.system());
        } catch (JournalException e) {
            throw new Refused(e.why());
        } catch (DifferentStudyException e) {
            throw new Refused("Study " + name + " must be here what it is in the journal " + store.place()
                    + "; nothing was run. It differs in" + e.listed()
                    + "\nMaybe the same version of Fettle and the same data are missing on this computer.");
        }
    }
}
