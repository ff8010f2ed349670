/** Whether the best lies at the end of what was searched, and what would reach further. */
@NullMarked
package dev.fettle.report.edge;

import org.jspecify.annotations.NullMarked;
