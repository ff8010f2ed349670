package dev.fettle.report.chart;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * A plot that a user may ask for by name, {@code %tune plot NAME slice alpha}, and its numbers as a table. Everything that is
 * said about it, in help pages and in mistakes, comes from here.
 *
 * <p>A new one is a class that implements this and has a public constructor without arguments, and one line: in
 * {@link Plots}, or, from another jar, in a file {@code META-INF/services/dev.fettle.report.chart.PlotKind}. Its test
 * implements {@code PlotContract}.
 *
 * <p>Stateless, for any thread. {@link #draw} and {@link #table} never throw anything but an
 * {@link IllegalArgumentException} whose message is one sentence, <em>Plot (share) must …</em>, where there is nothing to
 * show; no number that they hand on is infinite, and a number that is not there is missing in a table and left out of a chart.
 */
public interface PlotKind {
    /** One word, lower-case letters, digits and hyphens, a letter first: {@code slice}; no other plot's. */
    String name();

    /** What it shows, as half a sentence: {@code the score against one parameter}. */
    String meaning();

    /** The parameters of the space that a user must name behind it, as help pages call them: {@code a}, {@code b}. */
    default List<String> arguments() {
        return List.of();
    }

    /**
     * Whether a user may name any number of parameters behind it, each once, and none for all; then {@link #arguments} is
     * empty.
     */
    default boolean choosing() {
        return false;
    }

    /** Whether it may stand in the figure of a report. Such a plot takes no arguments, and draws one chart, within its size. */
    default boolean panel() {
        return false;
    }

    /**
     * The plot. The same report gives the same plot.
     *
     * @param arguments as many as {@link #arguments}, or as many as the user names where it is {@link #choosing}; each a
     *     parameter of the space
     * @param size for a chart; one that is no {@link #panel} may choose its own
     * @throws IllegalArgumentException with a sentence, if there is nothing to show or the arguments do not go together
     */
    Plot draw(StudyReport report, List<String> arguments, Size size);

    /**
     * The numbers that are drawn, before any of them is thinned out; its name is that of the plot.
     *
     * @param arguments as for {@link #draw}
     * @throws IllegalArgumentException as {@link #draw} does
     */
    Table table(StudyReport report, List<String> arguments);
}
