/** What a cell shows: the report, the live display, tables and mistakes, each as HTML and as plain text. */
@NullMarked
package dev.fettle.report.html;

import org.jspecify.annotations.NullMarked;
