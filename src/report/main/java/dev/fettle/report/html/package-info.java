/**
 * What a cell shows: the report, the live display, tables and mistakes, each as HTML and as plain text.
 *
 * <p>What survives in a notebook that a reader does not trust, seen in JupyterLab 4.6.6 in Chromium: {@code img} with a data
 * address, SVG as well as PNG; {@code details}, {@code progress}, tables, {@code code}; inline styles with margins, width,
 * {@code white-space}, {@code display}, {@code text-align}, {@code border-radius}. What does not: scripts, style blocks,
 * inline SVG, {@code align} on cells (its own style sheet wins, so words get an inline {@code text-align}).
 * Colours of text and tables are left to the page's theme; pictures have no ground of their own, but as PNG.
 */
@NullMarked
package dev.fettle.report.html;

import org.jspecify.annotations.NullMarked;
