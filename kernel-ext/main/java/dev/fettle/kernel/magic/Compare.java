package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.variable.Studies;
import dev.fettle.report.chart.Comparison;
import dev.fettle.report.html.Note;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.ink.Format;
import dev.fettle.report.summary.Entrant;
import dev.fettle.report.summary.StudyReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code %tune compare}: studies of the notebook side by side. */
record Compare(Studies studies) {
    /** Shows those of these names. */
    void show(Output output, List<String> names) {
        List<Entrant> entrants = names.stream()
                .distinct()
                .map(name -> entrant(name, studies.get(name).run()))
                .toList();
        Comparison comparison = comparison(entrants);
        List<String> head = Entrant.head(entrants.get(0).report().metric());
        List<List<String>> rows = entrants.stream().map(Entrant::cells).toList();
        output.show(Show.id(), Show.of(Note.table(Entrant.leads(entrants), head, rows, List.of())));
        Format format = studies.get(names.get(0)).run().settings().get(Options.FIGURE);
        output.show(Show.id(), Show.of(PlotView.of(comparison.plot().in(format))));
    }

    /** Models are scored on the folds of their data. */
    private static Entrant entrant(String name, Run run) {
        Map<String, String> marks = run.settings().subject().fingerprints();
        List<String> rows = Stream.of("data", "folds")
                .filter(marks::containsKey)
                .map(marks::get)
                .toList();
        return new Entrant(name, run.report(), rows);
    }

    private static Comparison comparison(List<Entrant> entrants) {
        Map<String, StudyReport> reports = new LinkedHashMap<>();
        entrants.forEach(e -> reports.put(e.name(), e.report()));
        try {
            return new Comparison(reports);
        } catch (IllegalArgumentException e) {
            throw new CellError(String.valueOf(e.getMessage()));
        }
    }
}
