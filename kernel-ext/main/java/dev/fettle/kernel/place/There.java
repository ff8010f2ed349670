package dev.fettle.kernel.place;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Packer;
import dev.fettle.envelope.UnsendableException;
import dev.fettle.evaluation.Standings;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.source.Origins;
import dev.fettle.report.text.Wording;
import dev.fettle.run.Backend;
import dev.fettle.run.BackendException;
import dev.fettle.run.Crew;
import dev.fettle.run.Runner;
import dev.fettle.study.Lease;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A backend, to which the objective is sent once.
 *
 * @param classes of the notebook, from which it was packed
 */
record There(
        Settings settings,
        Backend.Reached reached,
        ClassSource classes,
        Packer.Packed packed,
        Origins origins,
        InstantSource clock)
        implements Workplace {
    /** One part in so many of the memory is for trainings that may go on, of an executor as of a kernel. */
    private static final int STANDINGS = 8;

    /** Bytes that a reader should know of. */
    private static final long LARGE = 100_000_000;

    static There of(String on, Settings settings, ClassSource classes, Origins origins, InstantSource clock)
            throws BackendException {
        Backend backend = Backend.find(on, classes.loader())
                .orElseThrow(() -> new BackendException("Option --on (" + on
                        + ") must name what this kernel knows, and it knows none of that name: the jar fettle-spark and those"
                        + " of Spark are not on its class path. Maybe  ./fettle spark  in a terminal, which says how to get"
                        + " them."));
        return of(settings, backend.reach(on), classes, origins, clock);
    }

    private static There of(
            Settings settings, Backend.Reached reached, ClassSource classes, Origins origins, InstantSource clock)
            throws BackendException {
        Packer.Packed packed = packed(settings, classes, clock);
        reached.prepare(packed, ClassPath.jars(classes.loader()));
        return new There(settings, reached, classes, packed, origins, clock);
    }

    private static Packer.Packed packed(Settings settings, ClassSource classes, InstantSource clock)
            throws BackendException {
        try {
            return Packer.pack(Stepwise.objective(settings, clock, standings()), classes);
        } catch (UnsendableException e) {
            throw new BackendException(String.join("\n", e.reasons()));
        }
    }

    /** Kept by each process that evaluates. */
    static Standings standings() {
        return new Standings(Runtime.getRuntime().maxMemory() / STANDINGS);
    }

    @Override
    public Workplace at(Settings other) {
        try {
            return of(other, reached, classes, origins, clock);
        } catch (BackendException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public int jobs() {
        return settings.options().given(Options.JOBS).orElseGet(reached::slots);
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add("Evaluated on " + reached.place() + ", up to " + Wording.count(jobs(), "trial") + " at once.");
        remarks.addAll(reached.remarks());
        if (packed.envelope().size() >= LARGE) {
            remarks.add("The objective and its data are " + packed.envelope().size() / 1_000_000
                    + " MB, for each executor.");
        }
        if (!packed.set().isEmpty()) {
            remarks.add("The objective gives values to " + String.join(", ", packed.set())
                    + ": there each process has its own, and here nothing changes.");
        }
        return remarks;
    }

    @Override
    public Ending run(Runner runner, Lease lease, Standings standings, UnaryOperator<Objective> heard) {
        try (Crew crew = reached.crew(packed.envelope(), jobs())) {
            return runner.run(
                    lease,
                    settings.subject().objective(),
                    new ToldCrew(crew, origins),
                    settings.get(Options.TRIAL_TIME).orElse(null));
        }
    }
}
