package dev.fettle.report.html;

import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Plot;

/** A plot as a cell shows it: PNG, which a committed notebook keeps visible wherever it is read. */
public final class PlotView {
    private PlotView() {}

    /** The picture, with its numbers as text; or why there is none. */
    public static Bundle of(Plot plot) {
        Drawing drawing = Drawing.of(() -> plot, Format.PNG);
        return drawing instanceof Drawing.Drawn drawn
                ? new Bundle(Markup.picture(drawn.picture()), plot.alt())
                : Note.of(((Drawing.Missing) drawing).reason());
    }
}
