package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.variable.Studies;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Part;
import java.util.List;
import java.util.stream.Stream;

/** {@code %tune plot}: the figure of a report, or one of the plots by name. */
record Draw(Studies studies) {
    /** Shows the plot that is asked for; that of several studies is {@link Compare}'s. */
    void plot(Output output, List<String> words) {
        List<String> kind = words.stream().skip(1).toList();
        if (!kind.isEmpty() && kind.get(0).equals("compare")) {
            List<String> names = Stream.concat(
                            words.stream().limit(1), kind.stream().skip(1))
                    .toList();
            new Compare(studies).show(output, names);
            return;
        }
        Tuned<?> study = studies.get(words.isEmpty() ? "last" : words.get(0));
        Plot plot = Part.of(() -> drawn(study.report(), kind), thrown -> Drawing.why("The plot", thrown))
                .<Plot>match(made -> made, missing -> {
                    throw new CellError(missing);
                });
        output.show(
                Show.id(), Show.of(PlotView.of(plot.in(study.run().settings().get(Options.FIGURE)))));
    }

    private static Plot drawn(StudyReport report, List<String> words) {
        Plots plots = Plots.found();
        return words.isEmpty() ? plots.figure(report, List.of()) : plots.draw(report, words);
    }
}
