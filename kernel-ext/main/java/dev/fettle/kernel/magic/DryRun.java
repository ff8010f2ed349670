package dev.fettle.kernel.magic;

import dev.fettle.journal.NoJournal;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.keeping.JournalException;
import dev.fettle.kernel.objective.Local;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Sentences;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.run.TrialThreads;
import dev.fettle.kernel.size.Footprint;
import dev.fettle.kernel.size.Size;
import dev.fettle.kernel.source.Origins;
import dev.fettle.kernel.variable.Session;
import dev.fettle.report.html.SpacePage;
import dev.fettle.report.text.Wording;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** {@code --dry-run}: the space, its size, the time of one point and what follows from it; nothing else is run. */
record DryRun(Settings settings, Session session, InstantSource clock, Origins origins) {
    /** A point that takes longer says enough. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void show(Output output, String display, Stop stop) {
        SearchSpace space = settings.space();
        OptionalLong points = Size.of(space);
        List<String> types =
                space.parameters().stream().map(p -> Local.of(p).type()).toList();
        List<String> lines = new ArrayList<>(List.of(Sentences.data(settings)));
        lines.addAll(Sentences.remarks(settings));
        lines.addAll(settings.text().warnings());
        lines.add(Sentences.cost(settings));
        Footprint.of(space, settings.budget(), (double) Runtime.getRuntime().maxMemory())
                .sentence()
                .ifPresent(lines::add);
        lines.addAll(time(stop));
        lines.add("Nothing else was run.");
        lines.removeIf(String::isEmpty);
        output.update(display, Show.of(SpacePage.of(space, types, points, duplicates(space), lines)));
    }

    /** Combinations that differ in inactive parameters only; 0 where nobody can count them. */
    private static long duplicates(SearchSpace space) {
        OptionalLong all = space.size();
        try {
            return all.isEmpty() || all.getAsLong() == Long.MAX_VALUE ? 0 : all.getAsLong() - new Grid(space).size();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Runs one point, that of the defaults or the first of the sampler, and says how that went. */
    private List<String> time(Stop stop) {
        Optional<Duration> limit = settings.get(Options.TRIAL_TIME);
        Settings one = settings.withBudget(Budget.trials(1))
                .with(Options.JOBS, 1)
                .with(Options.TRIAL_TIME, limit.or(() -> Optional.of(PATIENCE)));
        // As the cell's own would be: with how many trials the sampler plans may decide which is the first.
        Study study = Study.open(config(), new NoJournal(), clock);
        ExecutorService pool = TrialThreads.pool();
        Run run = new Run(one, study, clock, Workplace.here(one, origins, clock));
        try {
            run.trials(pool, stop);
        } finally {
            pool.shutdownNow();
        }
        List<String> plan = study.config().remarks(History.empty(study.config().goals()));
        return Stream.of(plan, List.of(outcome(study, limit)), run.notes())
                .flatMap(List::stream)
                .toList();
    }

    private StudyConfig config() {
        try {
            return Start.config(settings, session).config();
        } catch (JournalException e) {
            throw new CellError(settings.method().magic() + ": " + e.why());
        }
    }

    private String outcome(Study study, Optional<Duration> limit) {
        List<Trial.Finished> trials = study.trials().trials();
        if (trials.isEmpty()) {
            return "Stopped before one point was finished.";
        }
        Trial.Finished trial = trials.get(0);
        String where = " at " + Wording.equations(trial.point()) + " ";
        if (trial instanceof Trial.Failed late
                && limit.isEmpty()
                && late.failure().kind() == Failure.Kind.TIMED_OUT) {
            return "One point" + where + "takes longer than " + Wording.time(PATIENCE) + ".";
        }
        if (!(trial instanceof Trial.Completed completed)) {
            String end = trial.match(c -> "scored", p -> "was pruned: " + p.reason(), f -> "failed: " + f.failure());
            return "One point" + where + end + ".";
        }
        String scored = "One point" + where + "took " + Wording.time(trial.took()) + " ("
                + settings.subject().goals().get(0).name() + " "
                + Wording.score(completed.score().value()) + ")";
        long planned = Size.planned(study.config(), settings.budget());
        if (planned == 0) {
            return scored + ".";
        }
        int jobs = Math.min(settings.get(Options.JOBS), study.config().ahead());
        double seconds = trial.took().toNanos() / 1e9 * equal(study, trial, planned, jobs);
        String whole = seconds < 1e9 ? Wording.time(Duration.ofMillis((long) (seconds * 1000))) : "more than 30 years";
        return scored + "; the " + planned + " of the cell would take about " + whole + " with "
                + Wording.count(jobs, "job") + ".";
    }

    /** As long as how many trials like this one, one after the other, those of the cell take. */
    private static double equal(Study study, Trial.Finished trial, long planned, int jobs) {
        OptionalLong spends = study.config().spends((int) planned);
        int resource = trial.proposal().resource();
        return spends.isEmpty() || resource == Proposal.ALL
                ? Math.ceil((double) planned / jobs)
                : Math.ceil((double) spends.getAsLong() / resource / jobs);
    }
}
