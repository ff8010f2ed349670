/** The numbers of {@code view} as Tablesaw tables. */
@NullMarked
package dev.fettle.report.table;

import org.jspecify.annotations.NullMarked;
