package dev.fettle.report.chart;

import java.util.function.Supplier;

/** A picture, or the reason why there is none. */
public sealed interface Drawing {
    /** The picture. */
    record Drawn(Picture picture) implements Drawing {}

    /**
     * None.
     *
     * @param reason one sentence with what to do
     */
    record Missing(String reason) implements Drawing {}

    /**
     * Draws a plot. A Java without fonts throws errors of many kinds when it draws its first letter; a report must survive
     * them.
     */
    static Drawing of(Supplier<Plot> plot, Format format) {
        try {
            return new Drawn(Picture.of(plot.get(), format));
        } catch (InternalError | LinkageError | NullPointerException e) {
            return new Missing(
                    "No figure: this Java found no fonts. Maybe  apt-get install fontconfig fonts-dejavu-core"
                            + "  and restart the kernel.");
        }
    }
}
