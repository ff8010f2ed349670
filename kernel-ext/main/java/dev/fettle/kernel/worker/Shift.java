package dev.fettle.kernel.worker;

import dev.fettle.archive.Archived;
import dev.fettle.envelope.Envelope;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.kernel.place.Assignment;
import dev.fettle.kernel.run.TrialThreads;
import dev.fettle.report.text.Wording;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.store.Store;
import dev.fettle.study.DifferentStudyException;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Works on a study of a store until it ends.
 *
 * @param kept as it was found there
 * @param jobs empty for those of the cell
 * @param line said as it goes on
 */
record Shift(Store store, Archived kept, OptionalInt jobs, Consumer<String> line) {
    /** Why nothing can be done here; the message has one or more lines. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Returns when the study has ended, or the calling thread was interrupted. */
    void work() throws Refused, IOException {
        // Before anything of it is opened.
        line.accept("Study " + kept.name() + " of " + store.place() + ": "
                + Wording.count(kept.history().size(), "trial")
                + " there. Its code runs here with your rights, as whoever may write that journal has left it.");
        Assignment assignment = assignment(envelope());
        Study study = study(assignment);
        // What the last run was given; a study that nobody has run has what its cell says.
        boolean begun = study.ending().isPresent() || !study.budget().equals(Budget.unlimited());
        Optional<Lease> begin = study.join(begun ? study.budget() : assignment.budget());
        boolean stopped = begin.isPresent() && run(begin.get(), assignment) == Ending.INTERRUPTED;
        line.accept(
                stopped
                        ? "Stopped; the trials that ran here were given back."
                        : "Study " + kept.name() + " has ended: "
                                + Wording.count(study.trials().size(), "trial") + best(study) + ".");
    }

    private Ending run(Lease begun, Assignment assignment) {
        Limits limits = assignment.limits();
        ExecutorService pool = TrialThreads.pool();
        try (Lease lease = begun) {
            return new Runner(pool)
                    .run(lease, assignment.objective(), new Limits(jobs.orElse(limits.jobs()), limits.trialTime()));
        } finally {
            pool.shutdownNow();
        }
    }

    private static String best(Study study) {
        return study.trials()
                .best()
                .map(t -> ", best " + study.config().goal().name() + " "
                        + Wording.score(t.score().value()) + " at trial " + t.number())
                .orElse("");
    }

    private Envelope envelope() throws Refused {
        String text = kept.about().get(Assignment.ENVELOPE);
        if (text == null) {
            String why = kept.about().get(Assignment.UNSENDABLE);
            throw new Refused(
                    why != null
                            ? why
                            : "Study (" + kept.name()
                                    + ") must have been begun by a cell of this version of Fettle with"
                                    + " --journal, and was not. Maybe a program has begun it: run that here too.");
        }
        Envelope envelope = read(text);
        int java = Runtime.version().feature();
        if (envelope.java() > java) {
            throw new Refused(
                    "Java (" + java + ") must be at least " + envelope.java() + ", for which the kernel of study "
                            + kept.name() + " compiles. Maybe JAVA_HOME with such a one, or  --release " + java
                            + "  in IJAVA_COMPILER_OPTS or JJAVA_COMPILER_OPTS there, before that kernel starts.");
        }
        List<String> missing = Stream.of(
                        kept.about().getOrDefault(Assignment.CLASSES, "").split(" "))
                .filter(name -> !name.isEmpty() && !Assignment.isThere(name, loader()))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused("Class path must have what the notebook of study " + kept.name() + " had, and lacks "
                    + String.join(", ", missing) + ". Maybe --jars with what was added there.");
        }
        return envelope;
    }

    private Envelope read(String text) throws Refused {
        try {
            return Assignment.envelope(text);
        } catch (IOException e) {
            throw strange(e);
        }
    }

    private Assignment assignment(Envelope envelope) throws Refused {
        try {
            return (Assignment) envelope.open(loader());
        } catch (IOException e) {
            throw strange(e);
        }
    }

    private Refused strange(IOException e) {
        return new Refused("Study (" + kept.name() + ") must have been begun by this version of Fettle, and what it"
                + " keeps cannot be opened: " + e.getMessage());
    }

    private static ClassLoader loader() {
        return Assignment.class.getClassLoader();
    }

    private Study study(Assignment assignment) throws Refused, IOException {
        try {
            return Study.open(
                    assignment.config(),
                    new Announcing(new KeptJournal(store.lines(kept.name())), line),
                    InstantSource.system());
        } catch (DifferentStudyException e) {
            throw new Refused("Study " + kept.name() + " must be what it was when it was begun, and its journal "
                    + store.place() + " differs in" + e.listed() + "\nNothing was run. Maybe --restart in the cell.");
        }
    }
}
