/** A study as a Tablesaw table, a row for each trial. */
@NullMarked
package dev.fettle.report.table;

import org.jspecify.annotations.NullMarked;
