/** A study in words and numbers: its winner, its ranks, what went wrong. */
@NullMarked
package dev.fettle.report.summary;

import org.jspecify.annotations.NullMarked;
