package dev.fettle.report.html;

import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.text.Part;

/** A plot as a cell shows it, in its own format. Stateless, for any thread, but see {@link Plot}. */
public final class PlotView {
    private PlotView() {}

    /** The picture, with its numbers as text; or a sentence why there is none. Nothing is thrown. */
    public static Bundle of(Plot plot) {
        Part<Picture> picture =
                Part.of(() -> Picture.of(plot, plot.format()), thrown -> Drawing.why("The plot", thrown));
        return picture.match(p -> new Bundle(Markup.picture(p), plot.alt()), Note::of);
    }
}
