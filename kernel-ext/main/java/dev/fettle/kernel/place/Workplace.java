package dev.fettle.kernel.place;

import dev.fettle.evaluation.Standings;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.source.Origins;
import dev.fettle.run.BackendException;
import dev.fettle.run.Runner;
import dev.fettle.study.Lease;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the trials of a cell are evaluated, and what is evaluated there. For any thread. */
public sealed interface Workplace permits Here, There {
    /**
     * That which a cell asks for.
     *
     * @throws BackendException if it cannot be reached, or the objective not be sent there; the message says why in whole
     *     sentences
     */
    static Workplace of(Settings settings, Notebook notebook, InstantSource clock) throws BackendException {
        Origins origins = settings.subject().origins(notebook);
        Optional<String> on = settings.get(Options.ON);
        if (on.isEmpty()) {
            return here(settings, origins, clock);
        }
        try {
            return There.of(on.get(), settings, notebook.classes(), origins, clock);
        } catch (JavaException e) {
            throw new BackendException("Java must run in this kernel, and does not: it " + e.getMessage() + ".");
        }
    }

    /** Threads of this process, whatever the cell asks for. */
    static Workplace here(Settings settings, Origins origins, InstantSource clock) {
        return new Here(settings, origins, clock);
    }

    /** Where a search like this one is evaluated, on other rows. */
    Workplace at(Settings other);

    /** By which failures are told in the words of the notebook. */
    Origins origins();

    /** How many trials it evaluates at once, as far as the cell lets it. */
    int jobs();

    /** What is to be said of it in the report, whole sentences. */
    List<String> remarks();

    /**
     * Runs trials until the lease ends, as a runner does.
     *
     * @param standings of trainings that may go on here
     * @param heard what is done to an objective that is evaluated here
     */
    Ending run(Runner runner, Lease lease, Standings standings, UnaryOperator<Objective> heard);
}
