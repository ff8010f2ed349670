/**
 * The numbers of {@code view} as pictures: XChart lays them out in one house style, as SVG with real text or as PNG. XChart
 * draws letters as outlines; the room {@code report.ink} turns them back into text.
 */
@NullMarked
package dev.fettle.report.chart;

import org.jspecify.annotations.NullMarked;
