package dev.fettle.report.html;

import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.text.Part;

/** A plot as a cell shows it: PNG, which a committed notebook keeps visible wherever it is read. */
public final class PlotView {
    private PlotView() {}

    /** The picture, with its numbers as text; or why there is none. */
    public static Bundle of(Plot plot) {
        Part<Picture> picture = Part.of(() -> Picture.of(plot, Format.PNG), thrown -> Drawing.why("The plot", thrown));
        return picture.match(p -> new Bundle(Markup.picture(p), plot.alt()), Note::of);
    }
}
