package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.Output;
import dev.fettle.report.chart.Drawing;
import dev.fettle.report.chart.Format;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.html.ReportPage;
import dev.fettle.report.view.StudyReport;
import dev.fettle.space.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code %tune}: lists the studies of the notebook, draws their reports and plots again. */
final class TuneMagic implements Magic {
    private static final List<String> VERBS = List.of("show", "plot", "last");
    private static final List<String> LATER = List.of("export", "resume", "set");
    private static final int ROWS = 5;

    private final Kernel kernel;
    private final Studies studies;

    TuneMagic(Kernel kernel, Studies studies) {
        this.kernel = kernel;
        this.studies = studies;
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (verb) {
            case "" -> output.show(id(), Show.text(list()));
            case "show" -> show(output, study(rest));
            case "last" -> show(output, study(List.of("last")));
            case "plot" -> plot(output, study(rest), rest.subList(1, rest.size()));
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
        if (studies.all().isEmpty()) {
            return "No study yet. %gridsearch shows a cell to copy.";
        }
        return studies.all().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void show(Output output, Tuned<?> study) {
        StudyReport report = study.report();
        output.show(id(), Show.of(ReportPage.of(report, ROWS, Drawing.of(() -> Plots.standard(report), Format.SVG))));
    }

    private void plot(Output output, Tuned<?> study, List<String> words) {
        try {
            output.show(id(), Show.of(PlotView.of(Plots.of(study.report(), words))));
        } catch (IllegalArgumentException e) {
            throw fail(output, String.valueOf(e.getMessage()));
        }
    }

    private Tuned<?> study(List<String> words) {
        String name = words.isEmpty() ? "last" : words.get(0);
        return studies.find(name).orElseThrow(() -> {
            List<String> names = new ArrayList<>(studies.all().keySet());
            String known = names.isEmpty() ? "there is none yet" : "one of " + String.join(", ", names);
            return fail(
                    kernel.output(),
                    "Study (" + name + ") must have run in this notebook: " + known + "."
                            + Maybe.sentence(name, names));
        });
    }

    private static CellError fail(Output output, String message) {
        output.show(id(), Show.text(message));
        return new CellError(message);
    }

    private static String id() {
        return "fettle-" + UUID.randomUUID();
    }
}
