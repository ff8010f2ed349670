package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Sentences;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.subject.OwnMetrics;
import dev.fettle.kernel.subject.OwnModels;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.kernel.variable.Studies;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.run.BackendException;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.study.Study;
import dev.fettle.trial.Budget;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Lets a study of this session go on in the cell that runs now. */
record Resume(Kernel kernel, Studies studies, InstantSource clock) implements Tuned.Resumption {
    @Override
    public void resume(Tuned<?> tuned, UnaryOperator<Budget> change) {
        Output output = kernel.output();
        CellRun.run(kernel, stop -> work(tuned, change, output, stop));
    }

    private void work(Tuned<?> tuned, UnaryOperator<Budget> change, Output output, Stop stop) {
        Run before = tuned.run();
        Study study = before.study();
        Budget budget = change.apply(study.budget());
        int done = study.trials().size();
        if (budget.trials() <= done) {
            throw new CellError("Trials (" + budget.trials() + ") must be more than the " + done
                    + " that are done; it is the total. Maybe --trials " + 2 * done + ".");
        }
        String display = Show.id();
        output.show(
                display,
                Show.starting(before.settings().title(), before.settings().name()));
        Subject subject = today(before.settings(), output, display);
        Settings settings = before.settings().withSubject(subject).withBudget(budget);
        Run run = before.next(settings, place(settings, output, display));
        run.add("Resumed behind " + done + (done == 1 ? " trial." : " trials."));
        run.changed(before.changes());
        run.changed(Sentences.changes(before.settings().subject().fingerprints(), subject.fingerprints(), done));
        tuned.continuedBy(run);
        studies.ran(tuned);
        run.run(output, display, stop);
    }

    private Workplace place(Settings settings, Output output, String display) {
        try {
            return Workplace.of(settings, new Notebook(kernel.shell()), clock);
        } catch (BackendException e) {
            output.update(display, Show.text(e.why()));
            throw new CellError("resume: " + e.why().lines().findFirst().orElse(""));
        }
    }

    /** What the study is about, with the Java of the notebook as it is today. */
    private Subject today(Settings settings, Output output, String display) {
        Notebook notebook = new Notebook(kernel.shell());
        if (settings.subject() instanceof Subject.OfJava java) {
            Read<ObjectiveSource.Compiled> again = java.source().compile(notebook, Set.of());
            return again.found()
                    .map(compiled -> new Subject.OfJava(java.goals(), java.source(), compiled))
                    .orElseThrow(() -> broken("objective", message(again.mistakes()), output, display));
        }
        Subject.OfModel model = (Subject.OfModel) settings.subject();
        try {
            return new OwnMetrics(notebook)
                    .renewed(new OwnModels(settings.get(Options.MODEL).orElse(List.of()), notebook).renewed(model));
        } catch (JavaException e) {
            throw broken("model", ObjectiveSource.whyNot(e, notebook), output, display);
        } catch (IllegalArgumentException e) {
            throw broken("model", String.valueOf(e.getMessage()), output, display);
        }
    }

    private static CellError broken(String what, String why, Output output, String display) {
        String title = "resume: the " + what + " does not compile any more; nothing was run.";
        output.update(display, Show.text(title + "\n" + why));
        return new CellError(title);
    }

    private static String message(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(m -> "line " + m.place().line() + ": " + m.message())
                .collect(Collectors.joining("\n"));
    }
}
