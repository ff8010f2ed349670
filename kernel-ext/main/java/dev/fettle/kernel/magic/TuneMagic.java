package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.cell.Preset;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.variable.Binding;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.FailuresPage;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.html.ReportPage;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.text.Mistake;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code %tune}: what can be done with the studies of the notebook. */
final class TuneMagic implements Magic {
    private static final List<String> VERBS = List.of("show", "plot", "failures", "resume", "last", "set");
    private static final List<String> LATER = List.of("export");
    private static final String HELP = """
            %tune                              the studies of the notebook
            %tune show NAME                    the report again; %tune show NAME failed: the trials that failed
            %tune plot NAME [kind …]           the figure of the report, or one of the plots below
            %tune failures NAME                the trials that failed, in groups
            %tune resume NAME [--trials N]     goes on; also --time, --until, --patience
            %tune last [NAME]                  gives the last study a variable, last or NAME
            %tune set [OPTION [VALUE]]         a standing value for --seed, --jobs, --live, --figure or --show; without one: ends it""";

    private static final int ROWS = 5;

    private final Kernel kernel;
    private final Session session;

    TuneMagic(Kernel kernel, Session session) {
        this.kernel = kernel;
        this.session = session;
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (verb) {
            case "" -> output.show(Show.id(), Show.text(list()));
            case "--help", "help", "?" -> output.show(Show.id(), Show.text(HELP + "\n\n" + Help.plots()));
            case "show" -> show(output, rest);
            case "failures" -> failures(output, study(rest));
            case "last" -> last(output, rest);
            case "plot" -> plot(output, study(rest), rest.subList(Math.min(1, rest.size()), rest.size()));
            case "resume" -> resume(output, rest);
            case "set" -> set(output, rest);
            default ->
                throw fail(
                        output,
                        LATER.contains(verb)
                                ? "%tune (" + verb + ") comes later."
                                : "%tune (" + verb + ") must be followed by " + String.join(", ", VERBS)
                                        + ", or nothing." + Maybe.sentence(verb, VERBS));
        }
    }

    private String list() {
        if (session.studies().all().isEmpty()) {
            return "No study yet. %gridsearch? and %randomsearch? show a cell to copy.";
        }
        return session.studies().all().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void show(Output output, List<String> words) {
        Tuned<?> study = study(words);
        if (words.size() > 1 && words.get(1).equals("failed")) {
            failures(output, study);
        } else if (words.size() > 1) {
            throw fail(
                    output,
                    "%tune show (" + words.get(1) + ") must be followed by a study, and failed or nothing."
                            + Maybe.sentence(words.get(1), List.of("failed")));
        } else {
            StudyReport report = study.report();
            output.show(
                    Show.id(),
                    Show.of(ReportPage.of(
                            report, ROWS, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG))));
        }
    }

    private static void failures(Output output, Tuned<?> study) {
        output.show(Show.id(), Show.of(FailuresPage.of(study.report())));
    }

    /** Evaluates, and so leaves the thread of the cell; as do {@link #resume} and {@link #set}, whose options may hold Java. */
    private void last(Output output, List<String> words) {
        Tuned<?> study = study(List.of("last"));
        String name = words.isEmpty() ? "last" : words.get(0);
        CellRun.run(kernel, stop -> {
            Notebook notebook = new Notebook(kernel.shell());
            List<Mistake> mistakes = Preset.nameMistakes(name, notebook);
            if (!mistakes.isEmpty()) {
                throw fail(output, mistakes.get(0).message());
            }
            String problem = Binding.bind(name, study, study.report().space(), notebook);
            session.studies().add(name, study);
            output.show(Show.id(), Show.text(name + ": " + study + (problem.isEmpty() ? "" : "\n" + problem)));
        });
    }

    private void plot(Output output, Tuned<?> study, List<String> words) {
        try {
            StudyReport report = study.report();
            Plots plots = Plots.found();
            Plot plot = words.isEmpty() ? plots.figure(report, List.of()) : plots.draw(report, words);
            output.show(Show.id(), Show.of(PlotView.of(plot)));
        } catch (IllegalArgumentException e) {
            throw fail(output, String.valueOf(e.getMessage()));
        }
    }

    private void resume(Output output, List<String> words) {
        Tuned<?> study = study(words);
        AtomicReference<UnaryOperator<Budget>> change = new AtomicReference<>(before -> before);
        CellRun.run(kernel, stop -> {
            Preset.Limits limits = Preset.limits(words, new Notebook(kernel.shell()));
            if (!limits.mistakes().isEmpty()) {
                throw fail(output, all(limits.mistakes()));
            }
            change.set(limits.change());
        });
        study.resume(Objects.requireNonNull(change.get()));
    }

    private void set(Output output, List<String> words) {
        CellRun.run(kernel, stop -> {
            if (!words.isEmpty()) {
                Preset preset = Preset.of(words, new Notebook(kernel.shell()));
                if (!preset.mistakes().isEmpty()) {
                    throw fail(output, all(preset.mistakes()));
                }
                preset.apply(session::set, session::unset);
            }
            output.show(Show.id(), Show.text(Preset.text(session.defaults())));
        });
    }

    private static String all(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::message).collect(Collectors.joining("\n"));
    }

    private Tuned<?> study(List<String> words) {
        String name = words.isEmpty() ? "last" : words.get(0);
        return session.studies().find(name).orElseThrow(() -> {
            List<String> names = new ArrayList<>(session.studies().all().keySet());
            String known = names.isEmpty() ? "there is none yet" : "one of " + String.join(", ", names);
            return fail(
                    kernel.output(),
                    "Study (" + name + ") must have run in this notebook: " + known + "."
                            + Maybe.sentence(name, names));
        });
    }

    private static CellError fail(Output output, String message) {
        output.show(Show.id(), Show.text(message));
        return new CellError(message);
    }
}
